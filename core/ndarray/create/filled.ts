/** New arrays of one value, and ones on a diagonal. Spec: NumPy's numeric.py. */
import type { DType } from '../../dtype/dtype';
import { notAnInteger, optionsOf, placed, shapeList } from '../../layout/arguments';
import { Layout, type Order } from '../../layout/layout';
import { allocate, allocateLike } from '../allocate';
import { itemAssign } from '../../casting/assignValue';
import { broadcastInput } from '../broadcastInput';
import { asArray, axesOf } from './array';
import { copyInto } from '../copy/copyInto';
import { valueDType } from './inferShape';
import { toDType } from '../dtypeLike';
import type { CopyOrder, ShapeLike, DTypeLike } from '../types';
import type { Nested } from '../../casting/nested';
import { NDArray, viewOf } from '../ndarray';

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

/** Texts have room for one character unless told. */
function sizedDType(like: DTypeLike): DType {
  const dtype = toDType(like);
  return 'SU'.includes(dtype.kind) && dtype.itemsize === 0 ? toDType(`${dtype.str.slice(0, 2)}1`) : dtype;
}

const NEW_OPTIONS = ['dtype', 'order'] as const;

function fresh(shape: ShapeLike, options: NewOptions): NDArray {
  const { dtype: like = 'float64', order = 'C' } = optionsOf(options, NEW_OPTIONS);
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
  const own = optionsOf(options, NEW_OPTIONS).dtype ?? (isScalar ? valueDType(value) : asArray(value).dtype);
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

function like(x: NDArray, options: LikeOptions): NDArray {
  const { dtype: wanted, order = 'K', shape } = optionsOf(options, [...NEW_OPTIONS, 'shape']);
  const dtype = wanted === undefined || wanted === null ? x.dtype : sizedDType(wanted);
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
  const { values, options } = placed<NewOptions>(rest, NEW_OPTIONS);
  const [columns, k] = values.map(one => (one === null ? undefined : one));
  const whole = (one: unknown, what: string): number => {
    if (Number.isInteger(one)) return one as number;
    throw notAnInteger(what, one);
  };
  return eyeOf(whole(rows, 'rows'), whole(columns ?? rows, 'columns'), whole(k ?? 0, 'k'), options);
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
