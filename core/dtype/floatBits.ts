/**
 * The encoding of floats: sign, exponent and fraction bits, the most significant first.
 * Spec: IEEE 754; https://github.com/jax-ml/ml_dtypes#specifications-of-implemented-floating-point-formats
 */

/**
 * The meaning of the largest exponent and of negative zero.
 * `ieee`: infinities and NaNs. `fn`: finite numbers, but all ones is NaN. `fnuz`: finite numbers, and the only NaN takes
 * the place of −0. `fnu`: as `fn`, with neither sign nor zero.
 */
export type Specials = 'ieee' | 'fn' | 'fnuz' | 'fnu';

/** The parameters of a binary float format of up to 64 bits. */
export interface FloatBits {
  readonly exponentBits: number;
  /** Stored bits of the significand, without the leading one. */
  readonly fractionBits: number;
  readonly bias: number;
  readonly specials: Specials;
  /** Whether a double is rounded to float32 before it is rounded to this format, as ml_dtypes does for bfloat16. */
  readonly viaFloat32: boolean;
}

/** The format with this many exponent and fraction bits; IEEE 754's special values and bias by default. */
export const floatBits = (
  exponentBits: number,
  fractionBits: number,
  { specials = 'ieee', bias = 2 ** (exponentBits - 1) - 1, viaFloat32 = false }: Partial<FloatBits> = {},
): FloatBits => ({ exponentBits, fractionBits, bias, specials, viaFloat32 });
