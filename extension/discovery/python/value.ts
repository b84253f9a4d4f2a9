/**
 * What a Python expression is known to be without running it: a literal, a path of which only the end is known, or an
 * array's dtype and shape. Invariant: a value is never a guess; what is not known is `unknown`, or absent.
 */
import { dtypeFromDescr } from '../../../core/dtype/parse/descr';
import type { Literal } from '../../../core/dtype/parse/literalValue';
import { dtypeText } from '../../../core/dtype/print';
import { InspectorError } from '../../../core/errors';

export interface ArrayValue {
  readonly type: 'array';
  /** As `parseDType` takes it. */
  readonly dtype?: string;
  /** −1 where a length is not known. */
  readonly shape?: readonly number[];
}

export type Value =
  | Exclude<Literal, { readonly type: 'tuple' | 'list' }>
  | { readonly type: 'tuple' | 'list'; readonly items: readonly Value[] }
  /** A text whose beginning is not known: `DIR / 'a.dat'` ends in `/a.dat`. */
  | { readonly type: 'path'; readonly tail: string }
  | ArrayValue
  | { readonly type: 'unknown' };

export const UNKNOWN: Value = { type: 'unknown' };

/** Numbers in Python that matter here are sizes: larger ones are left alone. */
const LARGEST = 1n << 64n;

export function intValue(value: bigint): Value {
  return value < LARGEST && value > -LARGEST ? { type: 'int', value } : UNKNOWN;
}

export function textValue(value: string): Value {
  return value.length <= 4096 ? { type: 'str', value } : UNKNOWN;
}

export function nameValue(value: string): Value {
  return { type: 'name', value };
}

/** A whole number that a JavaScript number holds exactly. */
export function safeInteger(value: Value): number | undefined {
  if (value.type === 'bool') return Number(value.value);
  if (value.type !== 'int') return undefined;
  const number = Number(value.value);
  return Number.isSafeInteger(number) ? number : undefined;
}

/** The lengths that `value` gives as a shape, −1 for each that is not known; absent where it is no shape at all. */
export function shapeOf(value: Value): number[] | undefined {
  const items =
    value.type === 'tuple' || value.type === 'list'
      ? value.items
      : value.type === 'int'
        ? [value]
        : undefined;
  return items?.map(item => Math.max(-1, safeInteger(item) ?? -1));
}

/** The dtype that `value` means where NumPy expects one, as NumPy prints it. */
export function dtypeOf(value: Value): string | undefined {
  const literal = literalOf(value);
  if (!literal || literal.type === 'none') return undefined;
  try {
    return dtypeText(dtypeFromDescr(literal));
  } catch (error) {
    if (error instanceof InspectorError) return undefined;
    throw error;
  }
}

type Sequence = Extract<Value, { readonly items: readonly Value[] }>;

export const isSequence = (value: Value): value is Sequence =>
  value.type === 'tuple' || value.type === 'list';

/** `value` as a literal, if all of it is known. */
function literalOf(value: Value): Literal | undefined {
  if (value.type === 'unknown' || value.type === 'path' || value.type === 'array') return undefined;
  if (!isSequence(value)) return value;
  const items = literalsOf(value.items);
  return items && { type: value.type, items };
}

export function literalsOf(values: readonly Value[]): Literal[] | undefined {
  const literals = values.map(literalOf);
  return literals.every(literal => literal !== undefined) ? literals : undefined;
}

/** How a text or a path ends; absent for anything else. */
export function pathTail(value: Value): string | undefined {
  return value.type === 'str' ? value.value : value.type === 'path' ? value.tail : undefined;
}

/** `head` and `tail` one after the other; an unknown head leaves a path of which the end is known. */
export function concatenate(head: Value, tail: Value): Value {
  const end = pathTail(tail);
  if (end === undefined) return { type: 'path', tail: '' };
  if (tail.type === 'path') return tail;
  if (head.type === 'str') return textValue(head.value + end);
  return { type: 'path', tail: (head.type === 'path' ? head.tail : '') + end };
}

/** `head/tail`, as `os.path.join` and `pathlib` do it: an absolute tail stands alone. */
export function joinPaths(head: Value, tail: Value): Value {
  if (tail.type === 'str' && /^(?:[/\\]|[A-Za-z]:)/.test(tail.value)) return tail;
  if (tail.type !== 'str') return tail.type === 'path' ? tail : { type: 'path', tail: '' };
  if (head.type === 'str' && (head.value === '' || head.value.endsWith('/'))) return concatenate(head, tail);
  return concatenate(concatenate(head, textValue('/')), tail);
}
