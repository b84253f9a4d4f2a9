/** Loops over native float64 and float32, straight from typed array to typed array, by a kernel where there is one. */
import type { DType } from '../../dtype/dtype';
import { eachRun, walkOf } from '../../layout/walk';
import type { NDArray } from '../../ndarray/ndarray';
import { type Floats, MIN_RUN_ITEMS, type StridedItems, stagedBinary } from '../../kernels/stagedBinary';
import type { BinaryUfunc, NumberKind } from '../ufunc';
import { numberKindOf } from './numberLoop';

/** Computes as `runLoop` does where the ufunc has a kernel and no item must be cast. Returns false where nothing was done. */
export function runFloatLoop(
  ufunc: BinaryUfunc,
  loop: DType,
  inputs: readonly NDArray[],
  out: NDArray,
): boolean {
  const isFloat = loop.format === 'float64' || loop.format === 'float32';
  if (!isFloat || !ufunc.kernel || ![...inputs, out].every(x => isNative(x, loop))) return false;
  const operands = [out, ...inputs];
  const size = loop.itemsize;
  const strided = operands.map(({ buffer }): StridedItems => ({
    items: floatsOver(buffer, size),
    start: 0,
    step: 0,
  }));
  const [to, x1, x2] = strided;
  const kind = numberKindOf(loop);
  const staged = stagedBinary(ufunc.kernel, x1, x2, to);
  eachRun(walkOf(operands.map(({ layout }) => layout)), (offsets, steps, count) => {
    strided.forEach((one, k) => {
      one.start = offsets[k] / size;
      one.step = steps[k] / size;
    });
    if (staged && count >= MIN_RUN_ITEMS) staged(count);
    else runItems(ufunc.number!, kind, [x1, x2, to], count);
  });
  return true;
}

/** Whether items are of the loop's format, in native byte order and aligned to their size. */
export const isNative = ({ dtype, layout }: NDArray, loop: DType): boolean =>
  dtype.format === loop.format &&
  dtype.byteOrder !== '>' &&
  layout.offset % dtype.itemsize === 0 &&
  layout.strides.every(stride => stride % dtype.itemsize === 0);

/** All of a buffer as floats of `itemsize` bytes. */
export function floatsOver(buffer: ArrayBufferLike, itemsize: number): Floats {
  const count = Math.floor(buffer.byteLength / itemsize);
  return itemsize === 8 ? new Float64Array(buffer, 0, count) : new Float32Array(buffer, 0, count);
}

function runItems(
  operation: (a: number, b: number, kind: NumberKind) => number,
  kind: NumberKind,
  [x1, x2, to]: readonly StridedItems[],
  count: number,
): void {
  const [a, b, c] = [x1.items, x2.items, to.items];
  for (let k = 0; k < count; k++) {
    c[to.start + k * to.step] = operation(a[x1.start + k * x1.step], b[x2.start + k * x2.step], kind);
  }
}
