/**
 * Complex numbers as NumPy prints them inside arrays and records: both parts lined up with those of all the items
 * printed together. Invariant: every text of one column has the same length.
 * Spec: `FloatingFormat` and `ComplexFloatingFormat` of NumPy's `_core/arrayprint.py`, with the default print options.
 */
import type { Binary } from './dragon4';
import { floatOf, positional, scientific, specialText, type Float } from './floatLayout';

/** What the choice of form depends on, by format of the parts. */
interface Limits {
  /** Exponent form from here on: 10^min(8, digits of the format). */
  readonly tooLarge: bigint;
  /** And below 1e-4, as this format has it. */
  readonly least: Binary;
  readonly significandBits: number;
}

export type PartFormat = 'float32' | 'float64' | 'longdouble';

const LIMITS: Readonly<Record<PartFormat, Limits>> = {
  float32: {
    tooLarge: 10n ** 6n,
    least: floatOf(Math.fround(1e-4), 'float32'),
    significandBits: 24,
  },
  float64: { tooLarge: 10n ** 8n, least: floatOf(1e-4, 'float64'), significandBits: 53 },
  longdouble: { tooLarge: 10n ** 8n, least: floatOf(1e-4, 'float64'), significandBits: 64 },
};

/** Default print options: `precision`. */
const PRECISION = 8;
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

function needsExponent(finite: readonly Float[], limits: Limits): boolean {
  const sizes = finite.filter(part => part.significand !== 0n);
  if (sizes.length === 0) return false;
  const max = sizes.reduce((a, b) => (compare(a, b) < 0 ? b : a));
  const min = sizes.reduce((a, b) => (compare(a, b) > 0 ? b : a));
  const tooLarge = { significand: limits.tooLarge, exponent: 0, hasUnequalMargins: false };
  return (
    compare(max, tooLarge) >= 0 ||
    compare(min, limits.least) < 0 ||
    isRatioLarge(max, min, limits.significandBits)
  );
}

const longest = (texts: readonly string[]): number => texts.reduce((n, text) => Math.max(n, text.length), 0);

interface Widths {
  readonly left: number;
  readonly right: number;
}

/** Room for `nan`, `inf` and `-inf` where there are any. */
function padSpecial(text: string, { left, right }: Widths): string {
  return text.padStart(left + right + 1);
}

function specialLeft(parts: readonly Float[], { left, right }: Widths, hasPlus: boolean): number {
  const specials = parts.filter(part => part.class !== 'finite');
  if (specials.length === 0) return left;
  const isSigned = hasPlus || specials.some(part => part.class === 'infinite' && part.isNegative);
  return Math.max(left, 3 + Number(isSigned) - (right + 1));
}

function exponentColumn(parts: readonly Float[], finite: readonly Float[], hasPlus: boolean) {
  const texts = finite.map(part => scientific(part, { trim: '.', precision: PRECISION, hasPlus }).split('e'));
  const exponentDigits = longest(texts.map(([, power]) => power)) - 1;
  const halves = texts.map(([digits]) => digits.split('.'));
  const precision = longest(halves.map(([, fraction]) => fraction));
  const widths = { left: longest(halves.map(([whole]) => whole)), right: exponentDigits + 2 + precision };
  const padLeft = specialLeft(parts, widths, hasPlus);
  return (part: Float): string =>
    part.class === 'finite'
      ? scientific(part, { trim: 'k', precision, minDigits: precision, hasPlus, padLeft, exponentDigits })
      : padSpecial(specialText(part, hasPlus), { left: padLeft, right: widths.right });
}

function pointColumn(parts: readonly Float[], finite: readonly Float[], hasPlus: boolean) {
  const halves = finite.map(part =>
    positional(part, { trim: '.', precision: PRECISION, hasPlus }).split('.'),
  );
  const padRight = longest(halves.map(([, fraction]) => fraction));
  const widths = { left: longest(halves.map(([whole]) => whole)), right: padRight };
  const padLeft = specialLeft(parts, widths, hasPlus);
  return (part: Float): string =>
    part.class === 'finite'
      ? positional(part, { trim: '.', precision: PRECISION, minDigits: 0, hasPlus, padLeft, padRight })
      : padSpecial(specialText(part, hasPlus), { left: padLeft, right: padRight });
}

/** Prints any of `parts`, lined up with the others; all have the same format. */
function floatColumn(parts: readonly Float[], format: PartFormat, hasPlus: boolean): (part: Float) => string {
  const finite = parts.filter(part => part.class === 'finite');
  const makeColumn = needsExponent(finite, LIMITS[format]) ? exponentColumn : pointColumn;
  return makeColumn(parts, finite, hasPlus);
}

export interface ComplexFloat {
  readonly re: Float;
  readonly im: Float;
}

/** Prints any of `numbers`, lined up with the others: `1.5 +2.25j`. */
export function complexColumn(
  numbers: readonly ComplexFloat[],
  format: PartFormat,
): (number: ComplexFloat) => string {
  const real = floatColumn(
    numbers.map(({ re }) => re),
    format,
    false,
  );
  const imaginary = floatColumn(
    numbers.map(({ im }) => im),
    format,
    true,
  );
  return ({ re, im }) => {
    const text = imaginary(im);
    const end = text.trimEnd().length;
    return `${real(re)}${text.slice(0, end)}j${text.slice(end)}`;
  };
}
