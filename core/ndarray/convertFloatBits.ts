/**
 * float16, float32 and complex64 from one to another by their bits, and floats of swapped bytes: so signalling NaNs stay
 * what they are. By way of a double, a processor would quiet them.
 * Follows `halfbits_to_floatbits` and the copying loops of NumPy.
 */
import type { DType } from '../dtype/dtype';
import { floatOfHalf, halfOfFloat } from '../dtype/half';
import type { Conversion } from './convert';

/** The format of a part. */
const partOf = ({ format }: DType): string | undefined => (format === 'complex64' ? 'float32' : format);

const isHalfOrSingle = (dtype: DType): boolean => ['float16', 'float32'].includes(partOf(dtype) ?? '');

type Bits = (view: DataView, at: number) => number;
type SetBits = (view: DataView, at: number, bits: number) => void;

function reader(dtype: DType): Bits {
  const little = dtype.byteOrder !== '>';
  if (partOf(dtype) === 'float16') return (view, at) => view.getUint16(at, little);
  return (view, at) => view.getUint32(at, little);
}

function writer(dtype: DType): SetBits {
  const little = dtype.byteOrder !== '>';
  if (partOf(dtype) === 'float16') return (view, at, bits) => view.setUint16(at, bits, little);
  return (view, at, bits) => view.setUint32(at, bits, little);
}

function recoderOf(to: DType, from: DType): (bits: number) => number {
  if (partOf(to) === partOf(from)) return bits => bits;
  return partOf(to) === 'float16' ? halfOfFloat : floatOfHalf;
}

/** The loop from `from` to `to`; undefined for other dtypes. */
export function floatBitsConversion(
  into: ArrayBufferLike,
  to: DType,
  bytes: ArrayBufferLike,
  from: DType,
): Conversion | undefined {
  if (!isHalfOrSingle(to) || !isHalfOrSingle(from)) return undefined;
  const [target, source] = [new DataView(into), new DataView(bytes)];
  const [read, write, recode] = [reader(from), writer(to), recoderOf(to, from)];
  const toImaginary = to.kind === 'c';
  const fromImaginary = from.kind === 'c' && toImaginary;
  return (at, step, start, sourceStep, count) => {
    for (let k = 0, a = at, b = start; k < count; k++, a += step, b += sourceStep) {
      const imaginary = fromImaginary ? read(source, b + 4) : 0;
      write(target, a, recode(read(source, b)));
      if (toImaginary) write(target, a + 4, imaginary);
    }
  };
}
