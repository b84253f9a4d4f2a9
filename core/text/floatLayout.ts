/**
 * Floats taken apart, and laid out as text in positional or scientific form.
 * Invariant: the same options give the same text as `np.format_float_positional` and `np.format_float_scientific`.
 * Spec: https://numpy.org/doc/stable/reference/generated/numpy.format_float_positional.html
 */
import type { FloatBits } from '../dtype/floatBits';
import { FORMAT_NAMES, FORMATS, isExtendedFormat, isNumPyFloat, type NumPyFloat } from '../dtype/formats';
import { shortestDigits, type Binary, type Digits } from './dragon4';

/** A float of any format. */
export interface Float extends Binary {
  readonly class: 'finite' | 'infinite' | 'nan';
  readonly isNegative: boolean;
}

/** NumPy's own floats of up to 64 bits. */
export type NativeFormat = Exclude<NumPyFloat, 'longdouble'>;

const ofNative = (valueOf: (bits: FloatBits) => number): Readonly<Record<NativeFormat, number>> => {
  const natives = FORMAT_NAMES.filter(format => isNumPyFloat(format) && !isExtendedFormat(format));
  const entries = natives.map(format => [format, valueOf(FORMATS[format].bits!)] as const);
  return Object.fromEntries(entries) as Record<NativeFormat, number>;
};

/** Stored bits of the significand. */
export const FRACTION_BITS = ofNative(({ fractionBits }) => fractionBits);
/** The exponent of the smallest normal number. */
const MIN_EXPONENT = ofNative(({ bias }) => 1 - bias);

const scratch = new DataView(new ArrayBuffer(8));

/** The exponent of the leading bit of `value`, finite; of what is subnormal, that of the least normal number. */
export function topExponent(value: number, format: NativeFormat): number {
  scratch.setFloat64(0, value);
  return Math.max(((scratch.getUint16(0) >> 4) & 0x7ff) - 1023, MIN_EXPONENT[format]);
}

/** `value`, a number of the given format, taken apart. */
export function floatOf(value: number, format: NativeFormat): Float {
  const isNegative = value < 0 || Object.is(value, -0);
  if (!Number.isFinite(value)) {
    const kind = Number.isNaN(value) ? 'nan' : 'infinite';
    return { class: kind, isNegative, significand: 0n, exponent: 0, hasUnequalMargins: false };
  }
  const top = topExponent(value, format);
  const exponent = top - FRACTION_BITS[format];
  const significand = BigInt(Math.abs(value) / 2 ** exponent);
  const hasUnequalMargins = top > MIN_EXPONENT[format] && significand === 1n << BigInt(FRACTION_BITS[format]);
  return { class: 'finite', isNegative, significand, exponent, hasUnequalMargins };
}

/** How the digits of a float are laid out; lengths in characters. */
export interface FloatOptions {
  /** NumPy's `trim`: `k` keep zeros, `.` drop zeros, `0` keep one zero, `-` drop the point too. */
  readonly trim: 'k' | '.' | '0' | '-';
  /** At most this many fraction digits; as many as it takes where undefined. */
  readonly precision?: number;
  /** At least this many fraction digits. */
  readonly minDigits?: number;
  /** Digits of the exact value, not as few as tell it from its neighbours: NumPy's `unique=False`. */
  readonly isExact?: boolean;
  /** `precision` and `minDigits` count from the first digit that is not 0, not from the point. */
  readonly isTotal?: boolean;
  /** Write `+` before what is not negative. */
  readonly hasPlus?: boolean;
  /** Blanks up to this many characters before the point, after it. */
  readonly padLeft?: number;
  readonly padRight?: number;
  /** At least this many digits of the exponent; 2 by default. */
  readonly exponentDigits?: number;
}

const signOf = (float: Float, hasPlus = false): string => (float.isNegative ? '-' : hasPlus ? '+' : '');

/** `inf`, `-inf`, `nan`; a NaN has no sign unless a plus is asked for. */
export function specialText(float: Float, hasPlus = false): string {
  return float.class === 'nan' ? `${hasPlus ? '+' : ''}nan` : `${signOf(float, hasPlus)}inf`;
}

/** Without the zeros at its end: in linear time, as a pattern would not be. */
function trimZeros(fraction: string): string {
  let end = fraction.length;
  while (end > 0 && fraction[end - 1] === '0') end--;
  return fraction.slice(0, end);
}

/** `.` and the fraction, trimmed; zeros up to `minDigits` where they are kept. */
function fractionText(fraction: string, { trim, minDigits = 0 }: FloatOptions): string {
  const kept = trim === 'k' ? fraction.padEnd(minDigits, '0') : trimZeros(fraction);
  if (kept !== '') return `.${kept}`;
  return trim === '0' ? '.0' : trim === '-' ? '' : '.';
}

function splitPositional({ digits, exponent }: Digits): { whole: string; fraction: string } {
  if (exponent < 0) return { whole: '0', fraction: '0'.repeat(-exponent - 1) + digits };
  return {
    whole: digits.slice(0, exponent + 1).padEnd(exponent + 1, '0'),
    fraction: digits.slice(exponent + 1),
  };
}

/** `123.45`: digits on both sides of the point. `float` is finite. */
export function positional(float: Float, options: FloatOptions): string {
  const { precision, minDigits, hasPlus, padLeft = 0, padRight = 0, isExact, isTotal } = options;
  const counting = isTotal ? 'total' : 'fraction';
  const digits = shortestDigits(float, { counting, max: precision, min: minDigits, isExact });
  const { whole, fraction } = splitPositional(digits);
  const left = (signOf(float, hasPlus) + whole).padStart(padLeft);
  const least = isTotal && minDigits !== undefined ? Math.max(0, minDigits - whole.length) : minDigits;
  const right = fractionText(fraction, { ...options, minDigits: least });
  return left + (padRight > 0 ? right.padEnd(padRight + 1) : right);
}

/** `1.2345e+02`: one digit before the point. `float` is finite. */
export function scientific(float: Float, options: FloatOptions): string {
  const { precision, minDigits, hasPlus, padLeft = 0, exponentDigits = 2 } = options;
  const plusOne = (count: number | undefined) => (count === undefined ? undefined : count + 1);
  const { isExact } = options;
  const bounds = { counting: 'total', max: plusOne(precision), min: plusOne(minDigits), isExact } as const;
  const { digits, exponent } = shortestDigits(float, bounds);
  const left = (signOf(float, hasPlus) + digits[0]).padStart(padLeft);
  const power = String(Math.abs(exponent)).padStart(exponentDigits, '0');
  return `${left}${fractionText(digits.slice(1), options)}e${exponent < 0 ? '-' : '+'}${power}`;
}
