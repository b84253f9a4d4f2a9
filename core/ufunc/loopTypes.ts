/**
 * The dtypes that a ufunc has loops for, and the choice of the loop: the first, in NumPy's order, to whose dtype all
 * operands can safely be cast. Follows `linear_search_type_resolver` (ufunc_type_resolution.c).
 */
import type { DType } from '../dtype/dtype';
import { FORMAT_NAMES, FORMATS } from '../dtype/formats';
import { numericDType } from '../dtype/make';
import { canCast } from '../casting/rules';

const DTYPES: Readonly<Record<string, DType>> = Object.fromEntries(
  FORMAT_NAMES.flatMap(format => {
    const letter = FORMATS[format].names?.[0];
    return letter === undefined ? [] : [[letter, numericDType(format)]];
  }),
);

/** The native dtype of a type character. */
export const dtypeOfLetter = (letter: string): DType => DTYPES[letter];

/** The type character of a numeric dtype; undefined for others. */
export const letterOf = ({ format }: DType): string | undefined => format && FORMATS[format].names?.[0];

const INTEGER_LETTERS = 'bBhHiIlL';
const FLOAT_LETTERS = 'efdg';
const COMPLEX_LETTERS = 'FDG';

/**
 * What an item is in JavaScript while it is computed: a `number` for bool, integers of up to 32 bits and floats, a `bigint`
 * for 64-bit integers, a `Complex` for complex numbers.
 */
export type Representation = 'number' | 'bigint' | 'complex';

/** The loops of a ufunc, as type characters in NumPy's order, and the representations that they compute in. */
export interface LoopTypes<R extends Representation = Representation> {
  readonly letters: string;
  readonly representations: readonly R[];
}

const types = <R extends Representation>(
  letters: string,
  ...representations: readonly R[]
): LoopTypes<R> => ({
  letters,
  representations,
});

/** Bool, integers, floats, complex numbers. */
export const ALL_TYPES = types(
  `?${INTEGER_LETTERS}${FLOAT_LETTERS}${COMPLEX_LETTERS}`,
  'number',
  'bigint',
  'complex',
);
/** Integers, floats, complex numbers. */
export const NUMBERS = types(
  `${INTEGER_LETTERS}${FLOAT_LETTERS}${COMPLEX_LETTERS}`,
  'number',
  'bigint',
  'complex',
);
/** Integers, floats, complex numbers; integers are computed in float64 (`result: 'float'`). */
export const NUMBERS_IN_FLOATS = types(NUMBERS.letters, 'number', 'complex');
/** Integers and floats. */
export const REALS = types(`${INTEGER_LETTERS}${FLOAT_LETTERS}`, 'number', 'bigint');
/** Bool, integers, floats. */
export const REALS_AND_BOOL = types(`?${INTEGER_LETTERS}${FLOAT_LETTERS}`, 'number', 'bigint');
/** Integers. */
export const INTEGERS = types(INTEGER_LETTERS, 'number', 'bigint');
/** Bool and integers. */
export const INTEGERS_AND_BOOL = types(`?${INTEGER_LETTERS}`, 'number', 'bigint');
/** Floats. */
export const FLOATS = types(FLOAT_LETTERS, 'number');
/** Floats and complex numbers. */
export const INEXACT = types(`${FLOAT_LETTERS}${COMPLEX_LETTERS}`, 'number', 'complex');

/** The dtype of the result: that of the loop, bool, the real dtype of a complex loop, or float64 for integers. */
export type ResultRule = 'same' | 'bool' | 'real' | 'float';

/** The type character of the first loop that takes operands of these dtypes; undefined where none does. */
export function findLoop({ letters }: LoopTypes, dtypes: readonly DType[]): string | undefined {
  const own = letterOf(dtypes[0]);
  // Most calls have operands of one dtype, which has a loop.
  const isOne = own !== undefined && dtypes.every(dtype => dtype.format === dtypes[0].format);
  if (isOne && letters.includes(own)) return own;
  return Array.from(letters).find(letter =>
    dtypes.every(dtype => dtype.format && canCast(dtype, DTYPES[letter])),
  );
}

/** The type character of the result of a loop. */
export function resultLetter(rule: ResultRule, letter: string): string {
  if (rule === 'bool') return '?';
  if (rule === 'float' && INTEGER_LETTERS.includes(letter)) return 'd';
  return rule === 'real' && COMPLEX_LETTERS.includes(letter)
    ? FLOAT_LETTERS[COMPLEX_LETTERS.indexOf(letter) + 1]
    : letter;
}
