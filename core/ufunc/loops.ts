/**
 * Which loop of a function is run: the first whose inputs all operands can safely be cast to, in NumPy's order.
 * Follows `linear_search_type_resolver` (ufunc_type_resolution.c) and the types of `code_generators/generate_umath.py`.
 */
import type { DType } from '../dtype/dtype';
import { FORMAT_NAMES, FORMATS } from '../dtype/formats';
import { numericDType } from '../dtype/make';
import { canCast } from '../casting/rules';

/** The formats that have loops, with NumPy's letters of them. */
const WITH_LOOPS = FORMAT_NAMES.flatMap(format => {
  const { names } = FORMATS[format];
  return names ? [{ letter: names[0], format }] : [];
});

const DTYPES = Object.fromEntries(
  WITH_LOOPS.map(({ letter, format }) => [letter, numericDType(format)]),
) as Readonly<Record<string, DType>>;

export const dtypeOfLetter = (letter: string): DType => DTYPES[letter];

export const letterOf = ({ format }: DType): string | undefined => format && FORMATS[format].names?.[0];

export const INTEGERS = 'bBhHiIlL';
export const FLOATS = 'efdg';
export const COMPLEX = 'FDG';

/** What comes out: what went in, a boolean, the parts of complex numbers, or floats for integers. */
export type OutRule = 'same' | 'bool' | 'real' | 'float';

export interface LoopList {
  readonly letters: string;
  readonly out: OutRule;
}

const all = `?${INTEGERS}${FLOATS}${COMPLEX}`;
const list = (letters: string, out: OutRule = 'same'): LoopList => ({ letters, out });

const NUMBERS = list(`${INTEGERS}${FLOATS}${COMPLEX}`);
const REALS = list(`${INTEGERS}${FLOATS}`);
const FLOAT = list(FLOATS);
const FLOAT_OR_COMPLEX = list(`${FLOATS}${COMPLEX}`);
const TEST = list(all, 'bool');
const BITS = list(`?${INTEGERS}`);

/** The loops of each function. */
export const LOOPS: Readonly<Record<string, LoopList>> = {
  ...named(list(all), 'add multiply maximum minimum fmax fmin'),
  ...named(NUMBERS, 'subtract power negative positive sign square reciprocal conjugate'),
  divide: list(`${INTEGERS}${FLOATS}${COMPLEX}`, 'float'),
  ...named(REALS, 'floorDivide remainder fmod'),
  absolute: list(all, 'real'),
  ...named(list(`?${INTEGERS}${FLOATS}`), 'floor ceil trunc'),
  ...named(FLOAT, 'fabs cbrt degrees radians arctan2 hypot copysign'),
  ...named(FLOAT_OR_COMPLEX, 'sqrt exp exp2 expm1 log log2 log10 log1p rint'),
  ...named(FLOAT_OR_COMPLEX, 'sin cos tan sinh cosh tanh'),
  ...named(FLOAT, 'arcsin arccos arctan arcsinh arccosh arctanh'),
  ...named(TEST, 'equal notEqual less lessEqual greater greaterEqual'),
  ...named(TEST, 'logicalAnd logicalOr logicalXor logicalNot isnan isinf isfinite'),
  signbit: list(FLOATS, 'bool'),
  ...named(BITS, 'bitwiseAnd bitwiseOr bitwiseXor invert'),
  ...named(list(INTEGERS), 'leftShift rightShift'),
};

function named(loops: LoopList, names: string): Record<string, LoopList> {
  return Object.fromEntries(names.split(' ').map(name => [name, loops]));
}

/** The letter of the loop; undefined where there is none. */
export function findLoop({ letters }: LoopList, dtypes: readonly DType[]): string | undefined {
  const own = letterOf(dtypes[0]);
  // Mostly all are of one dtype that has a loop.
  const isOne = own !== undefined && dtypes.every(dtype => dtype.format === dtypes[0].format);
  if (isOne && letters.includes(own)) return own;
  return Array.from(letters).find(letter =>
    dtypes.every(dtype => dtype.format && canCast(dtype, DTYPES[letter])),
  );
}

/** What the loop puts out. */
export function outLetter({ out }: LoopList, letter: string): string {
  if (out === 'bool') return '?';
  if (out === 'float' && INTEGERS.includes(letter)) return 'd';
  return out === 'real' && COMPLEX.includes(letter) ? FLOATS[COMPLEX.indexOf(letter) + 1] : letter;
}

/** Whether each comparison holds, given how x1 sorts against x2: before (< 0), equal (0) or after (> 0). */
export const COMPARISONS: Readonly<Record<string, (order: number) => boolean>> = {
  equal: order => order === 0,
  notEqual: order => order !== 0,
  less: order => order < 0,
  lessEqual: order => order <= 0,
  greater: order => order > 0,
  greaterEqual: order => order >= 0,
};

/** Whether the function compares its operands. */
export const isComparison = (name: string): boolean => name in COMPARISONS;
