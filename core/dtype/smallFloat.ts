/**
 * Floats of one and two bytes that JavaScript has no reader for. Invariant: decoding is exact, every value of these
 * formats being a double.
 * Spec: IEEE 754 binary16; https://github.com/jax-ml/ml_dtypes#specifications-of-implemented-floating-point-formats
 */
import type { NumericFormat } from './formats';

interface Layout {
  readonly exponentBits: number;
  readonly fractionBits: number;
  readonly bias: number;
  /**
   * What the largest exponent and the negative zero mean. `ieee`: infinities and NaNs; `fn`: numbers, but all ones is
   * NaN; `fnuz`: numbers, and the only NaN is where −0 would be; `fnu`: as `fn`, and there is neither sign nor zero.
   */
  readonly specials: 'ieee' | 'fn' | 'fnuz' | 'fnu';
}

const layout = (
  exponentBits: number,
  fractionBits: number,
  specials: Layout['specials'] = 'ieee',
  bias = 2 ** (exponentBits - 1) - 1,
): Layout => ({ exponentBits, fractionBits, specials, bias });

const LAYOUTS = {
  float16: layout(5, 10),
  bfloat16: layout(8, 7),
  float8_e3m4: layout(3, 4),
  float8_e4m3: layout(4, 3),
  float8_e4m3b11fnuz: layout(4, 3, 'fnuz', 11),
  float8_e4m3fn: layout(4, 3, 'fn'),
  float8_e4m3fnuz: layout(4, 3, 'fnuz', 8),
  float8_e5m2: layout(5, 2),
  float8_e5m2fnuz: layout(5, 2, 'fnuz', 16),
  float8_e8m0fnu: layout(8, 0, 'fnu'),
} as const satisfies Partial<Record<NumericFormat, Layout>>;

export type SmallFloat = keyof typeof LAYOUTS;

export const isSmallFloat = (format: NumericFormat): format is SmallFloat => Object.hasOwn(LAYOUTS, format);

function decodeBits(bits: number, { exponentBits, fractionBits, bias, specials }: Layout): number {
  const topExponent = 2 ** exponentBits - 1;
  const fraction = bits & (2 ** fractionBits - 1);
  const exponent = (bits >> fractionBits) & topExponent;
  const sign = bits >> (exponentBits + fractionBits) === 0 ? 1 : -1;
  if (specials === 'fnu') return exponent === topExponent ? NaN : 2 ** (exponent - bias);
  if (exponent === topExponent) {
    if (specials === 'ieee') return fraction === 0 ? sign * Infinity : NaN;
    if (specials === 'fn' && fraction === 2 ** fractionBits - 1) return NaN;
  }
  const size =
    exponent === 0
      ? fraction * 2 ** (1 - bias - fractionBits)
      : (1 + fraction / 2 ** fractionBits) * 2 ** (exponent - bias);
  return specials === 'fnuz' && sign < 0 && size === 0 ? NaN : sign * size;
}

/** The decoder of `format`, from its bits as an unsigned integer. */
export function smallFloatDecoder(format: SmallFloat): (bits: number) => number {
  const parts = LAYOUTS[format];
  return bits => decodeBits(bits, parts);
}
