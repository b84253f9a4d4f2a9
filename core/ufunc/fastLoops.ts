/** The four operations on floats where nothing has to be converted: straight from typed array to typed array. */
import type { DType } from '../dtype/dtype';
import type { NDArray } from '../ndarray/ndarray';
import { eachRun, walkOf } from '../layout/walk';
import {
  type Floats,
  LEAST_RUN_ITEMS,
  type Places,
  STAGED,
  stagedBinary,
  type StagedName,
} from '../kernels/stagedBinary';

const OPERATIONS: Readonly<Record<StagedName, (a: number, b: number) => number>> = {
  add: (a, b) => a + b,
  subtract: (a, b) => a - b,
  multiply: (a, b) => a * b,
  divide: (a, b) => a / b,
};

const isStaged = (name: string): name is StagedName => (STAGED as readonly string[]).includes(name);

/** `out = name(...inputs)`, all of one shape and of the loop's dtype; false where nothing was done. */
export function runFast(name: string, loop: DType, inputs: readonly NDArray[], out: NDArray): boolean {
  const isFloat = loop.format === 'float64' || loop.format === 'float32';
  if (!isFloat || !isStaged(name) || ![...inputs, out].every(x => isNative(x, loop))) return false;
  const operands = [out, ...inputs];
  const size = loop.itemsize;
  const places = operands.map(({ buffer }): Places => ({
    items: floatsOver(buffer, size),
    start: 0,
    step: 0,
  }));
  const [to, x, y] = places;
  const staged = stagedBinary(name, x, y, to);
  eachRun(walkOf(operands.map(({ layout }) => layout)), (offsets, steps, count) => {
    places.forEach((place, k) => {
      place.start = offsets[k] / size;
      place.step = steps[k] / size;
    });
    if (staged && count >= LEAST_RUN_ITEMS) staged(count);
    else plain(name, x, y, to, count);
  });
  return true;
}

/** Whether items are floats of the loop's own format, in native order and on words of their size. */
export const isNative = ({ dtype, layout }: NDArray, loop: DType): boolean =>
  dtype.format === loop.format &&
  dtype.byteOrder !== '>' &&
  layout.offset % dtype.itemsize === 0 &&
  layout.strides.every(stride => stride % dtype.itemsize === 0);

/** All of the memory as floats of that many bytes. */
export function floatsOver(buffer: ArrayBufferLike, size: number): Floats {
  const count = Math.floor(buffer.byteLength / size);
  return size === 8 ? new Float64Array(buffer, 0, count) : new Float32Array(buffer, 0, count);
}

function plain(name: StagedName, x: Places, y: Places, out: Places, count: number): void {
  const operation = OPERATIONS[name];
  const [a, b, c] = [x.items, y.items, out.items];
  for (let k = 0; k < count; k++)
    c[out.start + k * out.step] = operation(a[x.start + k * x.step], b[y.start + k * y.step]);
}
