/** Python's operators on values that are known: sizes, texts, paths, tuples, arrays with numbers. */
import { UNKNOWN, concatenate, intValue, joinPaths, pathTail, type ArrayValue, type Value } from './value';

export function sign(operator: string, value: Value): Value {
  if (value.type === 'array') return value;
  if (operator === '+') return value;
  if (operator !== '-') return UNKNOWN;
  if (value.type === 'int') return intValue(-value.value);
  return value.type === 'float' ? { type: 'float', value: -value.value } : UNKNOWN;
}

export function arithmetic(operator: string, left: Value, right: Value): Value {
  if (left.type === 'array' || right.type === 'array') return arrayArithmetic(operator, left, right);
  if (left.type === 'int' && right.type === 'int') return integers(operator, left.value, right.value);
  if (isNumber(left) && isNumber(right)) return floats(operator, Number(left.value), Number(right.value));
  if (operator === '+') return sum(left, right);
  if (operator === '/' && (pathTail(right) !== undefined || pathTail(left) !== undefined))
    return joinPaths(left, right);
  return operator === '*' ? repeated(left, right) : UNKNOWN;
}

const isNumber = (value: Value) => value.type === 'int' || value.type === 'float';

function integers(operator: string, a: bigint, b: bigint): Value {
  switch (operator) {
    case '+':
      return intValue(a + b);
    case '-':
      return intValue(a - b);
    case '*':
      return intValue(a * b);
    case '//':
      return b > 0n && a >= 0n ? intValue(a / b) : UNKNOWN;
    case '%':
      return b > 0n && a >= 0n ? intValue(a % b) : UNKNOWN;
    case '<<':
      return b >= 0n && b < 64n ? intValue(a << b) : UNKNOWN;
    case '>>':
      return b >= 0n && b < 64n ? intValue(a >> b) : UNKNOWN;
    case '**':
      return b >= 0n && b <= 64n ? intValue(a ** b) : UNKNOWN;
    default:
      return floats(operator, Number(a), Number(b));
  }
}

function floats(operator: string, a: number, b: number): Value {
  const results: Readonly<Record<string, number>> = {
    '+': a + b,
    '-': a - b,
    '*': a * b,
    '/': a / b,
    '**': a ** b,
  };
  const value = Object.hasOwn(results, operator) ? results[operator] : NaN;
  return Number.isFinite(value) ? { type: 'float', value } : UNKNOWN;
}

function sum(left: Value, right: Value): Value {
  if (left.type === 'tuple' && right.type === 'tuple')
    return { type: 'tuple', items: [...left.items, ...right.items] };
  if (left.type === 'list' && right.type === 'list')
    return { type: 'list', items: [...left.items, ...right.items] };
  return pathTail(left) !== undefined || pathTail(right) !== undefined ? concatenate(left, right) : UNKNOWN;
}

/** `(3,) * 2`. */
function repeated(left: Value, right: Value): Value {
  if (left.type === 'int') return right.type === 'int' ? UNKNOWN : repeated(right, left);
  if ((left.type !== 'tuple' && left.type !== 'list') || right.type !== 'int') return UNKNOWN;
  const times = Number(right.value);
  if (times < 0 || times * left.items.length > 64) return UNKNOWN;
  return { type: left.type, items: Array.from({ length: times }, () => left.items).flat() };
}

/** An array with a number keeps its shape, and its dtype where NumPy's promotion keeps it (NEP 50). */
function arrayArithmetic(operator: string, left: Value, right: Value): Value {
  const array = (left.type === 'array' ? left : right) as ArrayValue;
  const other = left.type === 'array' ? right : left;
  if (other.type === 'array') {
    const same = array.dtype === other.dtype && String(array.shape) === String(other.shape);
    return same ? { ...array, dtype: resultOf(operator, array.dtype, false) } : { type: 'array' };
  }
  if (!isNumber(other)) return { type: 'array' };
  return { ...array, dtype: resultOf(operator, array.dtype, other.type === 'float') };
}

function resultOf(operator: string, dtype: string | undefined, withFloat: boolean): string | undefined {
  if (dtype === undefined || /^(?:bool|[<>]|[a-z]*\[)/.test(dtype)) return undefined;
  if (!/^u?int/.test(dtype)) return dtype;
  if (!withFloat && operator !== '/') return dtype;
  // Small integers become float16 and float32 in a true division, but float64 next to a Python float.
  return /8$|16$/.test(dtype) && !withFloat ? undefined : 'float64';
}
