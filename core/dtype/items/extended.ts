/**
 * The x87 80-bit extended float that `np.longdouble` is on x86-64 Linux: 64 significand bits with the leading one
 * stored, 15 exponent bits, a sign; the last six of the sixteen bytes are padding.
 * Invariant: decoding is exact. Encodings the processor refuses (leading one missing where it belongs) are NaN.
 * Spec: Intel 64 and IA-32 Architectures Software Developer's Manual, volume 1, table 8-3.
 */

/** `±significand · 2^exponent` where finite; both are 0 where not. */
export interface ExtendedFloat {
  readonly class: 'finite' | 'infinite' | 'nan';
  readonly isNegative: boolean;
  readonly significand: bigint;
  readonly exponent: number;
}

/** The parts as they are stored. */
export interface ExtendedBits {
  readonly isNegative: boolean;
  readonly biasedExponent: number;
  readonly hasIntegerBit: boolean;
  /** Without the integer bit. */
  readonly fraction: bigint;
}

/** The biased exponent of infinities and NaNs. */
export const EXTENDED_TOP_EXPONENT = 0x7fff;
/** The exponent of the lowest significand bit is the biased exponent less this. */
export const EXTENDED_BIAS = 16383 + 63;
const INTEGER_BIT = 1n << 63n;

/** The 10 bytes that matter of the 16 at `byteOffset`; in big-endian order they are the last 10, reversed. */
export function readExtendedBits(view: DataView, byteOffset: number, isLittle: boolean): ExtendedBits {
  const significand = view.getBigUint64(byteOffset + (isLittle ? 0 : 8), isLittle);
  const top = view.getUint16(byteOffset + (isLittle ? 8 : 6), isLittle);
  return {
    isNegative: top > EXTENDED_TOP_EXPONENT,
    biasedExponent: top & EXTENDED_TOP_EXPONENT,
    hasIntegerBit: significand >= INTEGER_BIT,
    fraction: significand & (INTEGER_BIT - 1n),
  };
}

/** An encoding no processor since the 80387 makes or takes. */
export const isInvalidExtended = (bits: ExtendedBits): boolean =>
  bits.biasedExponent !== 0 && !bits.hasIntegerBit;

const special = (kind: 'infinite' | 'nan', isNegative: boolean): ExtendedFloat => ({
  class: kind,
  isNegative,
  significand: 0n,
  exponent: 0,
});

/** Decodes stored parts; an invalid encoding is a NaN. */
export function extendedValue(bits: ExtendedBits): ExtendedFloat {
  const { isNegative, biasedExponent, hasIntegerBit, fraction } = bits;
  if (isInvalidExtended(bits)) return special('nan', isNegative);
  if (biasedExponent === EXTENDED_TOP_EXPONENT) {
    return special(fraction === 0n ? 'infinite' : 'nan', isNegative);
  }
  return {
    class: 'finite',
    isNegative,
    significand: hasIntegerBit ? fraction | INTEGER_BIT : fraction,
    exponent: Math.max(biasedExponent, 1) - EXTENDED_BIAS,
  };
}

/** The bits of `±significand · 2^exponent`, which has at most 64 bits; infinite where the exponent is past the format. */
export function extendedBitsOf({
  class: kind,
  isNegative,
  significand,
  exponent,
}: ExtendedFloat): ExtendedBits {
  const top = { isNegative, biasedExponent: EXTENDED_TOP_EXPONENT, hasIntegerBit: true };
  if (kind === 'nan') return { ...top, fraction: 1n << 62n };
  const hasIntegerBit = significand >= INTEGER_BIT;
  const biasedExponent = hasIntegerBit ? exponent + EXTENDED_BIAS : 0;
  if (kind === 'infinite' || biasedExponent >= EXTENDED_TOP_EXPONENT) return { ...top, fraction: 0n };
  return { isNegative, biasedExponent, hasIntegerBit, fraction: significand & (INTEGER_BIT - 1n) };
}

/** The inverse of `readExtendedBits`; the six bytes of padding are left alone. */
export function writeExtendedBits(
  view: DataView,
  byteOffset: number,
  { isNegative, biasedExponent, hasIntegerBit, fraction }: ExtendedBits,
  isLittle: boolean,
): void {
  view.setBigUint64(
    byteOffset + (isLittle ? 0 : 8),
    hasIntegerBit ? fraction | INTEGER_BIT : fraction,
    isLittle,
  );
  view.setUint16(byteOffset + (isLittle ? 8 : 6), biasedExponent | (isNegative ? 0x8000 : 0), isLittle);
}
