/**
 * Conversion between float16, float32 and complex64, and between byte orders of floats, on their bits.
 * Signaling NaNs are kept; the processor would quiet them on the way through a double.
 * Follows `halfbits_to_floatbits` and NumPy's copying loops.
 */
import type { DType } from '../dtype/dtype';
import { type NumericFormat, partFormat } from '../dtype/formats';
import { floatOfHalf, halfOfFloat } from '../dtype/items/half';
import type { Conversion } from './types';
import { BLOCK } from './numberBlocks';

const partOf = ({ format }: DType): NumericFormat | undefined => format && partFormat(format);

const isHalf = (dtype: DType): boolean => partOf(dtype) === 'float16';

const isHalfOrSingle = (dtype: DType): boolean => isHalf(dtype) || partOf(dtype) === 'float32';

/** The bits of the current block of items, between reading and storing. */
const block = new Uint32Array(BLOCK);

type Move = (view: DataView, at: number, step: number, count: number, little: boolean) => void;

const load16: Move = (view, at, step, count, little) => {
  for (let k = 0; k < count; k++, at += step) block[k] = view.getUint16(at, little);
};
const load32: Move = (view, at, step, count, little) => {
  for (let k = 0; k < count; k++, at += step) block[k] = view.getUint32(at, little);
};
const store16: Move = (view, at, step, count, little) => {
  for (let k = 0; k < count; k++, at += step) view.setUint16(at, block[k], little);
};
const store32: Move = (view, at, step, count, little) => {
  for (let k = 0; k < count; k++, at += step) view.setUint32(at, block[k], little);
};

function widen(count: number): void {
  for (let k = 0; k < count; k++) block[k] = floatOfHalf(block[k]);
}
function narrow(count: number): void {
  for (let k = 0; k < count; k++) block[k] = halfOfFloat(block[k]);
}

function recodingOf(to: DType, from: DType): ((count: number) => void) | undefined {
  if (partOf(to) === partOf(from)) return undefined;
  return isHalf(to) ? narrow : widen;
}

/** Returns the loop from `from` to `to`, or undefined for other dtypes. */
export function floatBitsConversion(
  into: ArrayBufferLike,
  to: DType,
  bytes: ArrayBufferLike,
  from: DType,
): Conversion | undefined {
  if (!isHalfOrSingle(to) || !isHalfOrSingle(from)) return undefined;
  const [target, source] = [new DataView(into), new DataView(bytes)];
  const [load, store] = [isHalf(from) ? load16 : load32, isHalf(to) ? store16 : store32];
  const recode = recodingOf(to, from);
  const [isLittle, isSourceLittle] = [to.byteOrder !== '>', from.byteOrder !== '>'];
  return (at, step, start, sourceStep, count) => {
    for (let done = 0; done < count; done += BLOCK) {
      const length = Math.min(BLOCK, count - done);
      const [a, b] = [at + done * step, start + done * sourceStep];
      load(source, b, sourceStep, length, isSourceLittle);
      recode?.(length);
      store(target, a, step, length, isLittle);
      if (to.kind !== 'c') continue;
      if (from.kind === 'c') load(source, b + 4, sourceStep, length, isSourceLittle);
      else block.fill(0, 0, length);
      store(target, a + 4, step, length, isLittle);
    }
  };
}
