/** New arrays of one value, and of ones on a diagonal. Spec: NumPy's numeric.py. */
import type { DType } from '../../dtype/dtype';
import { notAnInteger, optionsOf, placed, shapeList } from '../../layout/arguments';
import { Layout, type Order } from '../../layout/layout';
import { allocate, allocateLike } from '../allocate';
import { itemAssign } from '../../casting/assignValue';
import { broadcastInput } from '../broadcastInput';
import { asArray } from './array';
import { resolveOrder } from './copied';
import { copyInto } from '../copy/copyInto';
import { valueDType } from './inferShape';
import { toDType } from '../dtypeLike';
import type { CopyOrder, ShapeLike, DTypeLike } from '../types';
import type { Nested } from '../../casting/nested';
import { NDArray, viewOf } from '../ndarray';

/** The dtype and memory order of a new array. */
export interface NewOptions {
  /** Default: float64. */
  readonly dtype?: DTypeLike;
  /** Default: C. */
  readonly order?: Order;
}

/** The dtype, memory order and shape of a new array, if they differ from those of its model. */
export interface LikeOptions {
  readonly dtype?: DTypeLike;
  readonly order?: CopyOrder;
  readonly shape?: ShapeLike;
}

/** Texts without a length hold one character. */
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

/**
 * Returns an array of zeros: 0, false, empty text, 1970. `ValueError` for a negative length. Source:
 * `numpy.zeros`.
 */
export const zeros = (shape: ShapeLike, options: NewOptions = {}): NDArray => fresh(shape, options);

/** Same as `zeros`: JavaScript has no uninitialized memory. Source: `numpy.empty`. */
export const empty = (shape: ShapeLike, options: NewOptions = {}): NDArray => fresh(shape, options);

/** Returns an array of ones. `ValueError` for a negative length. Source: `numpy.ones`. */
export const ones = (shape: ShapeLike, options: NewOptions = {}): NDArray => fill(fresh(shape, options), 1);

/** Returns an array of one value. The default dtype is that of the value. Source: `numpy.full`. */
export function full(shape: ShapeLike, value: NDArray | Nested, options: NewOptions = {}): NDArray {
  const isScalar = !(value instanceof NDArray) && !Array.isArray(value) && !ArrayBuffer.isView(value);
  const own = optionsOf(options, NEW_OPTIONS).dtype ?? (isScalar ? valueDType(value) : asArray(value).dtype);
  return fill(fresh(shape, { ...options, dtype: own }), value);
}

/** Stores one value in every item. Ignores the WRITEABLE flag. */
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

/** Returns a view in which missing axes and axes of length 1 are repeated. */
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
  if (order !== 'K') return allocate(shapeList(shape ?? x.shape), dtype, resolveOrder(x, order));
  return shape === undefined ? allocateLike(x.layout, dtype) : reshapedLike(x, shapeList(shape), dtype);
}

/** Returns a new array of another shape with as many axes, in the memory order of `x`. */
function reshapedLike(x: NDArray, shape: readonly number[], dtype: DType): NDArray {
  const layout = Layout.of({ shape, strides: x.strides, offset: 0, itemsize: dtype.itemsize });
  return allocateLike(layout, dtype);
}

/** Returns an array of zeros with the shape and dtype of `x`. Source: `numpy.zeros_like`. */
export const zerosLike = (x: NDArray | Nested, options: LikeOptions = {}): NDArray =>
  like(asArray(x), options);
/** Same as `zerosLike`. Source: `numpy.empty_like`. */
export const emptyLike = zerosLike;
/** Returns an array of ones with the shape and dtype of `x`. Source: `numpy.ones_like`. */
export const onesLike = (x: NDArray | Nested, options: LikeOptions = {}): NDArray =>
  fill(zerosLike(x, options), 1);
/** Returns an array of one value with the shape and dtype of `x`. Source: `numpy.full_like`. */
export const fullLike = (x: NDArray | Nested, value: NDArray | Nested, options: LikeOptions = {}): NDArray =>
  fill(zerosLike(x, options), value);

/** Returns an array with ones on one diagonal: the main one, or the one `k` above it. Source: `numpy.eye`. */
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

/** Returns the identity matrix of shape (rows, rows). Default dtype: float64. Source: `numpy.identity`. */
export const identity = (rows: number, options: NewOptions = {}): NDArray => eye(rows, options);
