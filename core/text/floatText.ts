/**
 * `str` of NumPy's float and complex scalars. Invariant: the fewest digits that read back as the same value of the same
 * format. Exponent form from 1e3 (float16), 1e6 (float32) or 1e16 on, and below 1e-4.
 * Spec: `floattype_str_either` and its kin in NumPy's scalartypes.c.src (2.3 and later).
 */
import {
  EXTENDED_BIAS,
  EXTENDED_TOP_EXPONENT,
  isInvalidExtended,
  type ExtendedBits,
} from '../dtype/items/extended';
import { decimalDouble } from './decimalDouble';
import {
  floatOf,
  positional,
  scientific,
  specialText,
  type Float,
  type FloatOptions,
  type NativeFormat,
} from './floatLayout';

type Trim = FloatOptions['trim'];

const LEAST_POSITIONAL = 1e-4;
/** Where exponent form begins. */
const TOO_LARGE: Readonly<Record<NativeFormat, number>> = { float16: 1e3, float32: 1e6, float64: 1e16 };

/** JavaScript's shortest digits are NumPy's, and it is positional all through our range. `size` is not below 0. */
function sizeText(size: number, isPositional: boolean, trim: Trim): string {
  if (isPositional) return String(size) + (trim === '0' && Number.isInteger(size) ? '.0' : '');
  const [digits, exponent] = size.toExponential().split('e');
  const power = exponent.slice(1).padStart(2, '0');
  return `${digits}e${exponent[0]}${power}`;
}

/** A float as it stands alone (`trim` `0`: `1.0`) or inside a complex number (`-`: `1`). */
function nativeText(value: number, format: NativeFormat, trim: Trim, hasPlus: boolean): string {
  if (!Number.isFinite(value)) return specialText(floatOf(value, format), hasPlus);
  const size = Math.abs(value);
  const isPositional = size === 0 || (size >= LEAST_POSITIONAL && size < TOO_LARGE[format]);
  const decimal = format === 'float64' ? size : decimalDouble(size, format);
  if (decimal !== undefined) {
    const sign = value < 0 || Object.is(value, -0) ? '-' : hasPlus ? '+' : '';
    return sign + sizeText(decimal, isPositional, trim);
  }
  const float = floatOf(value, format);
  return isPositional ? positional(float, { trim, hasPlus }) : scientific(float, { trim: '-', hasPlus });
}

/** `str(np.float32(value))` and its kin. */
export const floatText = (value: number, format: NativeFormat): string =>
  nativeText(value, format, '0', false);

/** `str(np.complex64(re + im j))`: `(1+2j)`, and `2j` where the real part is +0. */
export function nativeComplexText(re: number, im: number, format: NativeFormat): string {
  if (Object.is(re, 0)) return `${nativeText(im, format, '-', false)}j`;
  return `(${nativeText(re, format, '-', false)}${nativeText(im, format, '-', true)}j)`;
}

/** The stored parts as a float to print; the integer bit is taken to be what it should be, as NumPy does. */
export function extendedFloat(bits: ExtendedBits): Float {
  const { isNegative, biasedExponent, fraction } = bits;
  const isFinite = biasedExponent !== EXTENDED_TOP_EXPONENT;
  return {
    class: isFinite ? 'finite' : fraction === 0n ? 'infinite' : 'nan',
    isNegative,
    significand: biasedExponent === 0 ? fraction : fraction | (1n << 63n),
    exponent: Math.max(biasedExponent, 1) - EXTENDED_BIAS,
    hasUnequalMargins: biasedExponent > 1 && fraction === 0n,
  };
}

/** 1e-4 rounded to 64 significant bits, in units of 2^-77. */
const EXTENDED_LEAST = ((1n << 77n) + 5000n) / 10000n;

/** Whether finite `significand · 2^exponent` is in [1e-4, 1e16). */
function isExtendedPositional({ significand, exponent }: Float): boolean {
  if (exponent < -77 - 64 || exponent > 64) return false;
  const value = significand << BigInt(exponent + 77 + 64);
  return value >= EXTENDED_LEAST << 64n && value < (10n ** 16n) << BigInt(77 + 64);
}

const isExtendedZero = (bits: ExtendedBits): boolean =>
  bits.biasedExponent === 0 && !bits.hasIntegerBit && bits.fraction === 0n;

function extendedPart(bits: ExtendedBits, trim: Trim, hasPlus: boolean): string {
  const float = extendedFloat(bits);
  if (float.class !== 'finite') return specialText(float, hasPlus);
  // An invalid encoding compares as a NaN does, and NumPy prints NaNs, and so these, in positional form.
  const isNumber = !isInvalidExtended(bits) && !isExtendedZero(bits);
  return isNumber && !isExtendedPositional(float)
    ? scientific(float, { trim: '-', hasPlus })
    : positional(float, { trim, hasPlus });
}

/** `str(np.longdouble)` of the stored parts. */
export const extendedText = (bits: ExtendedBits): string => extendedPart(bits, '0', false);

/** `str(np.clongdouble)`: an invalid encoding is a NaN here, but for a lone imaginary part. */
export function extendedComplexText(re: ExtendedBits, im: ExtendedBits): string {
  if (isExtendedZero(re) && !re.isNegative) return `${extendedPart(im, '-', false)}j`;
  const part = (bits: ExtendedBits, hasPlus: boolean) =>
    isInvalidExtended(bits) ? (hasPlus ? '+nan' : 'nan') : extendedPart(bits, '-', hasPlus);
  return `(${part(re, false)}${part(im, true)}j)`;
}
