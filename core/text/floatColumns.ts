/**
 * Floats and complex numbers as NumPy prints them inside arrays and records: lined up with all that are printed together.
 * Invariant: every text of one column has the same length.
 * Spec: `FloatingFormat` and `ComplexFloatingFormat` of NumPy's `_core/arrayprint.py`.
 */
import type { NumPyFloat } from '../dtype/formats';
import type { Binary } from './dragon4';
import { floatOf, positional, scientific, type Float, type FloatOptions } from './floatLayout';
import type { NumberStyle } from './style';

/** The limits that decide between positional and exponent form, by format of the parts. */
interface Limits {
  /** Exponent form from here on: 10^min(8, digits of the format). */
  readonly tooLarge: bigint;
  /** And below 1e-4, as this format has it. */
  readonly least: Binary;
  readonly significandBits: number;
}

const LIMITS: Readonly<Record<NumPyFloat, Limits>> = {
  // The nearest float16 to 1e-4.
  float16: { tooLarge: 1000n, least: floatOf(1678 * 2 ** -24, 'float16'), significandBits: 11 },
  float32: {
    tooLarge: 10n ** 6n,
    least: floatOf(Math.fround(1e-4), 'float32'),
    significandBits: 24,
  },
  float64: { tooLarge: 10n ** 8n, least: floatOf(1e-4, 'float64'), significandBits: 53 },
  longdouble: { tooLarge: 10n ** 8n, least: floatOf(1e-4, 'float64'), significandBits: 64 },
};

const MAX_RATIO = 1000n;

/** −1, 0 or 1 as `a` is less than, equal to or more than `b`; both finite, signs ignored. */
function compare(a: Binary, b: Binary): number {
  const low = Math.min(a.exponent, b.exponent);
  const left = a.significand << BigInt(a.exponent - low);
  const right = b.significand << BigInt(b.exponent - low);
  return left < right ? -1 : left > right ? 1 : 0;
}

/** Whether max/min, rounded to the format, is more than 1000: that is, past the middle to the next float up. */
function isRatioLarge(max: Binary, min: Binary, significandBits: number): boolean {
  const places = significandBits - 9;
  const scaledMax = { ...max, significand: max.significand << BigInt(places) };
  const scaledMin = { ...min, significand: min.significand * ((MAX_RATIO << BigInt(places)) + 1n) };
  return compare(scaledMax, scaledMin) > 0;
}

function needsExponent(finite: readonly Float[], limits: Limits, isSuppressed: boolean): boolean {
  const sizes = finite.filter(part => part.significand !== 0n);
  if (sizes.length === 0) return false;
  const max = sizes.reduce((a, b) => (compare(a, b) < 0 ? b : a));
  const min = sizes.reduce((a, b) => (compare(a, b) > 0 ? b : a));
  const tooLarge = { significand: limits.tooLarge, exponent: 0, hasUnequalMargins: false };
  if (compare(max, tooLarge) >= 0) return true;
  return !isSuppressed && (compare(min, limits.least) < 0 || isRatioLarge(max, min, limits.significandBits));
}

const longest = (texts: readonly string[]): number => texts.reduce((n, text) => Math.max(n, text.length), 0);

/** The printing of finite numbers, and the characters before and after their point. */
interface Column {
  readonly print: (part: Float, padLeft: number) => string;
  readonly left: number;
  readonly right: number;
}

/** The options shared by all numbers of a column. */
function digitsOf({ precision, floatmode, sign }: NumberStyle): FloatOptions {
  const isFixed = floatmode === 'fixed';
  return {
    trim: isFixed ? 'k' : '.',
    precision: floatmode === 'unique' ? undefined : (precision ?? undefined),
    isExact: isFixed,
    minDigits: isFixed ? (precision ?? undefined) : undefined,
    hasPlus: sign === '+',
  };
}

function exponentColumn(finite: readonly Float[], style: NumberStyle): Column {
  const own = digitsOf(style);
  const texts = finite.map(part => scientific(part, own).split('e'));
  const exponentDigits = longest(texts.map(([, power]) => power)) - 1;
  const halves = texts.map(([digits]) => digits.split('.'));
  const precision = longest(halves.map(([, fraction]) => fraction));
  const options = { ...own, trim: 'k', precision, minDigits: precision, exponentDigits } as const;
  return {
    print: (part, padLeft) => scientific(part, { ...options, padLeft }),
    left: longest(halves.map(([whole]) => whole)),
    right: exponentDigits + 2 + precision,
  };
}

function pointColumn(finite: readonly Float[], style: NumberStyle): Column {
  const own = digitsOf(style);
  const halves = finite.map(part => positional(part, own).split('.'));
  const padRight = longest(halves.map(([, fraction]) => fraction));
  const isEqual = style.floatmode === 'fixed' || style.floatmode === 'maxprec_equal';
  const options = isEqual
    ? ({ ...own, trim: 'k', precision: padRight, minDigits: padRight } as const)
    : ({ ...own, minDigits: 0 } as const);
  return {
    print: (part, padLeft) => positional(part, { ...options, padLeft, padRight }),
    left: longest(halves.map(([whole]) => whole)),
    right: padRight,
  };
}

/** Room for `nan`, `inf` and `-inf` where there are any, and for the blank of a sign. */
function leftOf(
  parts: readonly Float[],
  finite: readonly Float[],
  column: Column,
  style: NumberStyle,
): number {
  const { sign, nanstr, infstr } = style;
  const left = column.left + Number(sign === ' ' && !finite.some(part => part.isNegative));
  if (finite.length === parts.length) return left;
  const isSigned = sign !== '-' || parts.some(part => part.class === 'infinite' && part.isNegative);
  const offset = column.right + 1;
  return Math.max(left, nanstr.length - offset, infstr.length + Number(isSigned) - offset);
}

/** Prints any of `parts`, lined up with the others; all have the same format. */
export function floatColumn(
  parts: readonly Float[],
  format: NumPyFloat,
  style: NumberStyle,
): (part: Float) => string {
  const finite = parts.filter(part => part.class === 'finite');
  const makeColumn = needsExponent(finite, LIMITS[format], style.suppress) ? exponentColumn : pointColumn;
  const column = makeColumn(finite, style);
  const left = leftOf(parts, finite, column, style);
  const plus = style.sign === '+' ? '+' : '';
  const special = (part: Float): string =>
    part.class === 'nan' ? plus + style.nanstr : (part.isNegative ? '-' : plus) + style.infstr;
  return part =>
    part.class === 'finite' ? column.print(part, left) : special(part).padStart(left + column.right + 1);
}

/** A complex number with its parts taken apart. */
export interface ComplexFloat {
  readonly re: Float;
  readonly im: Float;
}

/** Prints any of `numbers`, lined up with the others: `1.5 +2.25j`. */
export function complexColumn(
  numbers: readonly ComplexFloat[],
  format: NumPyFloat,
  style: NumberStyle,
): (number: ComplexFloat) => string {
  const real = floatColumn(
    numbers.map(({ re }) => re),
    format,
    style,
  );
  const imaginary = floatColumn(
    numbers.map(({ im }) => im),
    format,
    { ...style, sign: '+' },
  );
  return ({ re, im }) => {
    const text = imaginary(im);
    const end = text.trimEnd().length;
    return `${real(re)}${text.slice(0, end)}j${text.slice(end)}`;
  };
}
