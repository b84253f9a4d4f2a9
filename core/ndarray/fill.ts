/** New arrays of one value, or of values that follow a rule. Spec: NumPy's numeric.py, function_base.py, ctors.c. */
import { InspectorError } from '../errors';
import type { DType } from '../dtype/dtype';
import { numericDType } from '../dtype/make';
import { roundHalf } from '../dtype/smallFloat';
import { Layout, type Order } from '../layout/layout';
import { allocate, allocateLike } from './allocate';
import { itemAssign } from './assign';
import { broadcastInput } from './broadcastInput';
import { asArray, axesOf, sizedFor } from './create';
import { copyInto } from './copyInto';
import { valueDType } from './discover';
import { toDType } from './dtypeLike';
import type { CopyOrder, DTypeLike, ShapeLike } from './methods';
import type { Nested } from './nested';
import { NDArray, viewOf } from './ndarray';

/** dtype (float64 unless told) and order of a new array. */
export interface NewOptions {
  /** float64 unless told. */
  readonly dtype?: DTypeLike;
  /** C unless told. */
  readonly order?: Order;
}

export interface LikeOptions {
  readonly dtype?: DTypeLike;
  readonly order?: CopyOrder;
  readonly shape?: ShapeLike;
}

export const shapeList = (shape: ShapeLike): readonly number[] =>
  typeof shape === 'number' ? [shape] : shape;

const numberOrBool = (dtype: DType): DType =>
  dtype.itemsize === 0 && !dtype.fields ? sizedFor(dtype, numericDType('bool')) : dtype;

/** Texts have room for one character unless told. */
function sizedDType(like: DTypeLike): DType {
  const dtype = toDType(like);
  return 'SU'.includes(dtype.kind) && dtype.itemsize === 0 ? toDType(`${dtype.str.slice(0, 2)}1`) : dtype;
}

function fresh(shape: ShapeLike, { dtype: like = 'float64', order = 'C' }: NewOptions): NDArray {
  const sized = sizedDType(like);
  if (!sized.subarray) return allocate(shapeList(shape), sized, order);
  return allocate([...shapeList(shape), ...sized.subarray.shape], sized.subarray.base, order);
}

/** An array of zeros: 0, false, empty text, 1970. */
export const zeros = (shape: ShapeLike, options: NewOptions = {}): NDArray => fresh(shape, options);

/** As `zeros`: memory of JavaScript is never without values. */
export const empty = (shape: ShapeLike, options: NewOptions = {}): NDArray => fresh(shape, options);

/** A new array of ones, shape in items. `ValueError` for a negative length. Source: `numpy.ones`. */
export const ones = (shape: ShapeLike, options: NewOptions = {}): NDArray => fill(fresh(shape, options), 1);

/** An array of one value; its dtype is the value's unless told. */
export function full(shape: ShapeLike, value: NDArray | Nested, options: NewOptions = {}): NDArray {
  const isScalar = !(value instanceof NDArray) && !Array.isArray(value) && !ArrayBuffer.isView(value);
  const own = options.dtype ?? (isScalar ? valueDType(value) : asArray(value).dtype);
  return fill(fresh(shape, { ...options, dtype: own }), value);
}

/** `x[...] = value`, without looking at flags. */
export function fill(x: NDArray, value: NDArray | Nested): NDArray {
  if (value instanceof NDArray || Array.isArray(value) || ArrayBuffer.isView(value)) {
    const source = value instanceof NDArray ? value : asArray(value, x.dtype);
    copyInto(x, broadcast(source, x.shape));
    return x;
  }
  const item = allocate([], x.dtype);
  itemAssign(x.dtype)(new DataView(item.buffer), 0, value);
  copyInto(x, broadcast(item, x.shape));
  return x;
}

/** With the axes that are missing, and those of length 1, repeated. */
export function broadcast(x: NDArray, shape: readonly number[]): NDArray {
  return viewOf(x, broadcastInput(x.layout, shape));
}

function like(x: NDArray, { dtype: wanted, order = 'K', shape }: LikeOptions): NDArray {
  const dtype = wanted === undefined ? x.dtype : sizedDType(wanted);
  if (dtype.subarray) return fresh(shape ?? x.shape, { dtype });
  if (shape !== undefined && shapeList(shape).length !== x.ndim) {
    return allocate(shapeList(shape), dtype, order === 'F' ? 'F' : 'C');
  }
  if (order !== 'K') return allocate(shapeList(shape ?? x.shape), dtype, axesOf(x, order));
  return shape === undefined ? allocateLike(x.layout, dtype) : reshapedLike(x, shapeList(shape), dtype);
}

/** Another shape of as many axes, in the same order of memory. */
function reshapedLike(x: NDArray, shape: readonly number[], dtype: DType): NDArray {
  const layout = Layout.of({ shape, strides: x.strides, offset: 0, itemsize: dtype.itemsize });
  return allocateLike(layout, dtype);
}

/** A new array of zeros with the shape and dtype of `x`. Source: `numpy.zeros_like`. */
export const zerosLike = (x: NDArray | Nested, options: LikeOptions = {}): NDArray =>
  like(asArray(x), options);
/** A new array with the shape and dtype of `x`; its items are 0. Source: `numpy.empty_like`. */
export const emptyLike = zerosLike;
/** A new array of ones with the shape and dtype of `x`. Source: `numpy.ones_like`. */
export const onesLike = (x: NDArray | Nested, options: LikeOptions = {}): NDArray =>
  fill(zerosLike(x, options), 1);
/** A new array with the shape and dtype of `x`, every item `value`. Source: `numpy.full_like`. */
export const fullLike = (x: NDArray | Nested, value: NDArray | Nested, options: LikeOptions = {}): NDArray =>
  fill(zerosLike(x, options), value);

/** Ones on a diagonal: the main one, or `k` above it. */
export function eye(rows: number, columns?: number | null, k?: number, options?: NewOptions): NDArray;
export function eye(rows: number, options?: NewOptions): NDArray;
export function eye(rows: number, ...rest: readonly (number | null | NewOptions | undefined)[]): NDArray {
  const [second, k = 0] = rest.filter(one => typeof one !== 'object' || one === null);
  const columns = typeof second === 'number' ? second : rows;
  const options = rest.find(one => typeof one === 'object' && one !== null) ?? {};
  return eyeOf(rows, columns, k ?? 0, options);
}

function eyeOf(rows: number, columns: number, k: number, options: NewOptions): NDArray {
  const x = zeros([rows, columns], options);
  const assign = itemAssign(x.dtype);
  const view = new DataView(x.buffer);
  for (let row = Math.max(0, -k); row < rows && row + k < columns; row++) {
    assign(view, x.layout.byteOffset([row, row + k]), 1);
  }
  return x;
}

/** The square identity matrix of shape (rows, rows), float64 unless told. Source: `numpy.identity`. */
export const identity = (rows: number, options: NewOptions = {}): NDArray => eye(rows, options);

type Bound = number | bigint;
const isFloat = (bound: Bound): boolean =>
  typeof bound === 'number' && (!Number.isInteger(bound) || Object.is(bound, -0));

/**
 * `start`, `start + step`, … below `stop`. int64 for whole numbers, else float64, unless told.
 * `ValueError` for more items than there can be, `ZeroDivisionError` for a step of 0.
 */
export function arange(start: Bound, stop?: Bound, step?: Bound, options?: NewOptions): NDArray;
export function arange(start: Bound, stop: Bound, options?: NewOptions): NDArray;
export function arange(stop: Bound, options?: NewOptions): NDArray;
export function arange(start: Bound, ...rest: readonly (Bound | NewOptions | undefined)[]): NDArray {
  const numbers = rest.filter(one => typeof one === 'number' || typeof one === 'bigint');
  const options = rest.find(one => typeof one === 'object') ?? {};
  const [stop, step = 1] = numbers;
  const [from, to] = numbers.length === 0 ? [0, start] : [start, stop];
  const whole = ![from, to, step].some(isFloat);
  const dtype = toDType(options.dtype ?? (whole ? 'int64' : 'float64'));
  const length = lengthOf(from, to, step, whole);
  const x = allocate([length], whole ? numericDType('int64') : numericDType('float64'));
  if (whole) fillWhole(x, BigInt(from), BigInt(step));
  if (dtype.kind === 'f' || !whole) fillFloat(new Float64Array(x.buffer), Number(from), Number(step), dtype);
  const isFloats = dtype.kind === 'f' || !whole;
  return asArrayOf(isFloats ? viewOf(x, x.layout, { dtype: numericDType('float64') }) : x, dtype);
}

const asArrayOf = (x: NDArray, dtype: DType): NDArray => {
  const converted = allocate(x.shape, numberOrBool(dtype));
  copyInto(converted, x);
  return converted;
};

function lengthOf(from: Bound, to: Bound, step: Bound, isWhole: boolean): number {
  const span = isWhole ? Number(BigInt(to) - BigInt(from)) : Number(to) - Number(from);
  const length = Math.ceil(span / Number(step));
  if (Number(step) === 0)
    throw rangeError(isWhole ? 'division by zero' : 'float division by zero', 'ZeroDivisionError');
  if (Number.isNaN(length)) throw rangeError('arange: cannot compute length');
  if (length > Number.MAX_SAFE_INTEGER) throw rangeError('Maximum allowed size exceeded');
  return Math.max(0, length);
}

const rangeError = (message: string, numpyName = 'ValueError'): InspectorError =>
  new InspectorError('invalid-input', message, {
    numpyName,
    action: 'Give a step that leads from start to stop.',
  });

function fillWhole(x: NDArray, from: bigint, step: bigint): void {
  const items = new BigInt64Array(x.buffer);
  let item = from;
  for (let k = 0; k < items.length; k++, item += step) items[k] = item;
}

/** As NumPy: the difference of the first two, times the place, in the precision of the items. */
function fillFloat(items: Float64Array, from: number, step: number, { format, kind }: DType): void {
  const own =
    format === 'float32' ? Math.fround : format === 'float16' ? roundHalf : (value: number) => value;
  const round = kind === 'f' && format !== 'float64' ? Math.fround : (value: number) => value;
  const start = own(from);
  const delta = round(own(from + step) - start);
  items[0] = start;
  if (items.length > 1) items[1] = own(from + step);
  for (let k = 2; k < items.length; k++) items[k] = own(round(start + round(k * delta)));
}

export interface LinspaceOptions {
  readonly endpoint?: boolean;
  readonly dtype?: DTypeLike;
}

/** `count` numbers from `start` to `stop` at equal distances, bit for bit NumPy's. */
export function linspace(start: number, stop: number, count?: number, options?: LinspaceOptions): NDArray;
export function linspace(start: number, stop: number, options?: LinspaceOptions): NDArray;
export function linspace(
  start: number,
  stop: number,
  given: number | LinspaceOptions = 50,
  more: LinspaceOptions = {},
): NDArray {
  const [count, options] = typeof given === 'number' ? [given, more] : [50, given];
  const { endpoint = true, dtype: like = 'float64' } = options;
  if (count < 0) throw rangeError(`Number of samples, ${count}, must be non-negative.`);
  const x = allocate([count], numericDType('float64'));
  const items = new Float64Array(x.buffer);
  const parts = endpoint ? count - 1 : count;
  const delta = stop - start;
  const step = delta / parts;
  const isPlain = parts > 0 && step !== 0;
  for (let k = 0; k < count; k++) {
    const along = isPlain ? k * step : parts > 0 ? (k / parts) * delta : k * delta;
    items[k] = along + start;
  }
  if (endpoint && count > 1) items[count - 1] = stop;
  const dtype = toDType(like);
  // Whole numbers are rounded down.
  if ('iu'.includes(dtype.kind)) items.forEach((item, k) => (items[k] = Math.floor(item)));
  // NumPy computes in place, in a view of its `arange`.
  return dtype.format === 'float64' && parts > 0 ? viewOf(x, x.layout) : asArrayOf(x, dtype);
}
