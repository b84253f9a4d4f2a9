/** `argmin`, `argmax`, `cumsum` and `cumprod`. Follows `argmax` (item_selection.c) and `PyUFunc_Accumulate`. */
import { InspectorError } from '../errors';
import type { DType } from '../dtype/dtype';
import { numericDType } from '../dtype/make';
import { type Complex, itemReader } from '../dtype/items/read';
import { optionsOf } from '../layout/arguments';
import { normalAxis } from '../layout/errors';
import { Layout } from '../layout/layout';
import { transpose } from '../layout/transpose';
import { allocate, allocateFor } from '../ndarray/allocate';
import { conversionOf } from '../casting/conversion';
import { copyInto } from '../ndarray/copy/copyInto';
import { asArray } from '../ndarray/create/array';
import { toDType } from '../ndarray/dtypeLike';
import { itemAt } from '../ndarray/create/scalar';
import type { IndexReduceOptions, Reduced, ReduceOptions } from '../ndarray/reduceOptions';
import type { Nested } from '../casting/nested';
import { NDArray, viewOf } from '../ndarray/ndarray';
import { nativeDType } from '../casting/promote';
import { ravel } from '../ndarray/views/views';
import { eachRun, walkOf } from '../layout/walk';
import { notReduced } from '../ufunc/refusals';
import { runNative } from './runningTotals';

type Values = NDArray | Nested;
type Key = number | bigint | Complex | boolean;

/** Whether `a` is more extreme than `b`; NaN is more extreme than any number. */
function isMoreExtreme(a: Key, b: Key, isMax: boolean): boolean {
  if (typeof a === 'object') {
    const [x, y] = [a, b as Complex];
    const isNaN = (z: Complex): boolean => Number.isNaN(z.re) || Number.isNaN(z.im);
    if (isNaN(y)) return false;
    if (isNaN(x)) return true;
    if (x.re !== y.re) return isMax ? x.re > y.re : x.re < y.re;
    return isMax ? x.im > y.im : x.im < y.im;
  }
  if (b !== b) return false;
  return a !== a || (isMax ? a > b : a < b);
}

function argExtreme(values: Values, options: IndexReduceOptions, isMax: boolean): Reduced {
  const { axis, keepdims = false } = optionsOf(options, ['axis', 'keepdims']);
  const given = asArray(values);
  const isFlat = axis === undefined || axis === null;
  const x = isFlat || given.ndim === 0 ? ravel(given) : given;
  const at = isFlat ? 0 : normalAxis(axis, x.ndim);
  const name = isMax ? 'argmax' : 'argmin';
  if (x.shape[at] === 0) {
    throw new InspectorError('invalid-input', `attempt to get ${name} of an empty sequence`, {
      numpyName: 'ValueError',
      action: 'Choose a part that has items.',
    });
  }
  const shape = x.shape.filter((_, k) => k !== at);
  const found = allocate(shape, numericDType('int64'));
  const rest = Layout.of({
    shape,
    strides: x.strides.filter((_, k) => k !== at),
    offset: x.byteOffset,
    itemsize: x.itemsize,
  });
  const read = itemReader(x.dtype) as (view: DataView, at: number) => Key;
  const view = new DataView(x.buffer);
  const items = new BigInt64Array(found.buffer);
  let next = 0;
  eachRun(walkOf([rest], 'C'), ([start], [step], count) => {
    for (let k = 0; k < count; k++)
      items[next++] = BigInt(
        indexOfExtreme(read, view, start + k * step, x.strides[at], x.shape[at], isMax, x.dtype),
      );
  });
  if (!keepdims) return found.ndim === 0 ? itemAt(found) : found;
  const kept =
    isFlat || given.ndim === 0
      ? given.shape.map(() => 1)
      : x.shape.map((length, k) => (k === at ? 1 : length));
  if (found.size === 0) return allocate(kept, found.dtype);
  const { buffer, dtype } = found;
  return new NDArray({ buffer, dtype, layout: found.reshape(kept).layout });
}

function indexOfExtreme(
  read: (view: DataView, at: number) => Key,
  view: DataView,
  start: number,
  step: number,
  count: number,
  isMax: boolean,
  { unit }: DType,
): number {
  let best = read(view, start);
  let place = 0;
  const none = -(2n ** 63n);
  for (let k = 1; k < count; k++) {
    if (unit && best === none) break;
    const item = read(view, start + k * step);
    if ((unit && item === none) || isMoreExtreme(item, best, isMax)) {
      best = item;
      place = k;
    }
  }
  return place;
}

/**
 * The index of the first greatest item (of the first NaN where there is one), intp; in C order where no axis
 * is given. `ValueError` for no items. Source: `numpy.argmax`.
 */
export const argmax = (values: Values, options: IndexReduceOptions = {}): Reduced =>
  argExtreme(values, options, true);
/**
 * The index of the first least item (of the first NaN where there is one), intp; in C order where no axis is
 * given. `ValueError` for no items. Source: `numpy.argmin`.
 */
export const argmin = (values: Values, options: IndexReduceOptions = {}): Reduced =>
  argExtreme(values, options, false);

type Add = (a: never, b: never) => number | bigint | Complex;

function adderOf({ kind, format, itemsize }: DType, isProduct: boolean): Add {
  const round =
    format === 'float32' || format === 'complex64' ? Math.fround : (value: number): number => value;
  if (kind === 'c') {
    return (a: Complex, b: Complex) =>
      isProduct
        ? { re: round(a.re * b.re - a.im * b.im), im: round(a.re * b.im + a.im * b.re) }
        : { re: round(a.re + b.re), im: round(a.im + b.im) };
  }
  if (kind !== 'f' && itemsize === 8) {
    const wrap = (value: bigint): bigint =>
      kind === 'u' ? BigInt.asUintN(64, value) : BigInt.asIntN(64, value);
    return (a: bigint, b: bigint) => wrap(isProduct ? a * b : a + b);
  }
  return (a: number, b: number) => round(isProduct ? a * b : a + b);
}

function accumulate(values: Values, options: Omit<ReduceOptions, 'keepdims'>, isProduct: boolean): NDArray {
  const { axis: along, dtype: wanted, out } = optionsOf(options, ['axis', 'dtype', 'out']);
  const given = asArray(values);
  const isFlat = along === undefined || along === null;
  const x = isFlat || given.ndim === 0 ? ravel(given) : given;
  const axis = isFlat ? 0 : normalAxis(along as number, x.ndim);
  const { kind } = x.dtype;
  if (kind === 'M' || !(x.dtype.format ?? x.dtype.unit))
    throw notReduced(isProduct ? 'multiply' : 'add', x.dtype, 'accumulate');
  const like = kind === 'b' || kind === 'i' ? 'int64' : kind === 'u' ? 'uint64' : nativeDType(x.dtype);
  const dtype = toDType(wanted ?? like);
  const result = out ?? allocateFor([x.layout], dtype);
  copyInto(result, x);
  if (result.shape[axis] > 1) runAlong(result, axis, dtype, isProduct);
  return result;
}

function runAlong(result: NDArray, axis: number, dtype: DType, isProduct: boolean): void {
  const order = [...result.shape.map((_, k) => k).filter(k => k !== axis), axis];
  const lines = viewOf(result, transpose(result.layout, order));
  const read = itemReader(result.dtype);
  const view = new DataView(result.buffer);
  const add = adderOf(dtype, isProduct);
  const item = new DataView(new ArrayBuffer(16));
  const store = conversionOf(result.buffer, result.dtype, item.buffer, scratchOf(dtype));
  const put = putFor(dtype, item);
  const step = result.strides[axis];
  const starts = Layout.of({
    shape: lines.shape.slice(0, -1),
    strides: lines.strides.slice(0, -1),
    offset: result.byteOffset,
    itemsize: result.itemsize,
  });
  if (runNative(result, dtype, starts, [result.shape[axis], step], isProduct)) return;
  eachRun(walkOf([starts], 'C'), ([at], [outerStep], count) => {
    for (let k = 0; k < count; k++) {
      let total = read(view, at + k * outerStep);
      for (let n = 1; n < result.shape[axis]; n++) {
        const place = at + k * outerStep + n * step;
        put(add(total as never, read(view, place) as never));
        store(place, 0, 0, 0, 1);
        total = read(view, place);
      }
    }
  });
}

const scratchOf = ({ kind, itemsize }: DType): DType => {
  if (kind === 'c') return numericDType('complex128');
  if (kind === 'f') return numericDType('float64');
  return numericDType(kind === 'u' && itemsize === 8 ? 'uint64' : 'int64');
};

function putFor({ kind }: DType, item: DataView): (value: number | bigint | Complex) => void {
  return value => {
    if (typeof value === 'object') {
      item.setFloat64(0, value.re, true);
      item.setFloat64(8, value.im, true);
    } else if (kind === 'f') item.setFloat64(0, Number(value), true);
    else item.setBigInt64(0, BigInt.asIntN(64, BigInt(value)), true);
  };
}

/** The cumulative sums along `axis`, or of all items in C order. Source: `numpy.cumsum`. */
export const cumsum = (values: Values, options: Omit<ReduceOptions, 'keepdims'> = {}): NDArray =>
  accumulate(values, options, false);

/** The cumulative products along `axis`, or of all items in C order. Source: `numpy.cumprod`. */
export const cumprod = (values: Values, options: Omit<ReduceOptions, 'keepdims'> = {}): NDArray =>
  accumulate(values, options, true);
