/**
 * Arrays from JavaScript values, typed arrays and other arrays.
 * Spec: https://numpy.org/doc/stable/reference/routines.array-creation.html
 */
import { InspectorError } from '../../errors';
import { type DType, sameDType, type TimeUnit } from '../../dtype/dtype';
import { bytesDType, numericDType, textDType, timeDType } from '../../dtype/make';
import { unitOfText } from '../../dtype/items/parseTimeText';
import { optionsOf, pythonType, wrongType } from '../../layout/arguments';
import { isCContiguous, isFContiguous } from '../../layout/contiguity';
import { contiguousLayout, Layout, type Order } from '../../layout/layout';
import { allocate, allocateLike } from '../allocate';
import { itemAssign } from '../../casting/assignValue';
import { unpackSubarrays } from '../typedLayout';
import { numberTextLength } from '../../casting/rules';
import { copyInto } from '../copy/copyInto';
import { discover, typedArrayDType } from './inferShape';
import { toDType } from '../dtypeLike';
import type { CopyOrder, DTypeLike } from '../types';
import type { Nested } from '../../casting/nested';
import { NDArray, viewOf } from '../ndarray';
import { promoteTypes } from '../../casting/promote';

/** The arguments of `numpy.array`. */
export interface ArrayOptions {
  /** Default: the common dtype of the values. */
  readonly dtype?: DTypeLike;
  /** Default: `K`, the memory order of the array that is copied. */
  readonly order?: CopyOrder;
  /** False never copies (`ValueError` if a copy is needed), null copies only if needed. Default: true. */
  readonly copy?: boolean | null;
  /** The minimum number of axes. Missing axes are added in front. */
  readonly ndmin?: number;
  /** The maximum number of axes. `ValueError` if the values have more. */
  readonly ndmax?: number;
}

const ARRAY_OPTIONS = ['dtype', 'order', 'copy', 'ndmin', 'ndmax'] as const;

type Values = NDArray | Nested;

/**
 * Returns an array of `values`: nested lists, a typed array, a single value, or another array. `ValueError`
 * for ragged lists. Source: `numpy.array`.
 */
export function array(values: Values, options: ArrayOptions = {}): NDArray {
  const { dtype: like, order = 'K', copy = true, ndmin = 0, ndmax } = optionsOf(options, ARRAY_OPTIONS);
  const dtype = like === undefined || like === null ? undefined : toDType(like);
  if (values instanceof NDArray) return withAxes(fromArray(values, dtype, order, copy), ndmin);
  if (copy === false) throw needsCopy();
  return withAxes(fromValues(values, dtype, order === 'F' ? 'F' : 'C', ndmax), ndmin);
}

function needsCopy(): InspectorError {
  return new InspectorError(
    'invalid-input',
    'Unable to avoid copy while creating an array as requested.\n' +
      'If using `np.array(obj, copy=False)` replace it with `np.asarray(obj)` to allow a copy when needed ' +
      '(no behavior change in NumPy 1.x).\nFor more details, see ' +
      'https://numpy.org/devdocs/numpy_2_0_migration_guide.html#adapting-to-changes-in-the-copy-keyword.',
    { numpyName: 'ValueError', action: 'Use asarray, which copies where it has to.' },
  );
}

/**
 * Returns `wanted` with the missing size of `S` and `U`, or the missing unit of a time, taken from the dtype
 * that is converted.
 */
export function sizedFor(wanted: DType, from: DType): DType {
  if (wanted.unit?.name === 'generic') {
    return wanted.kind === from.kind ? from : timeDType(wanted.kind as 'M' | 'm', from.unit ?? wanted.unit);
  }
  if (wanted.itemsize > 0) return wanted;
  if (wanted.kind !== 'S' && wanted.kind !== 'U' && wanted.kind !== 'V') return wanted;
  if (wanted.fields || wanted.subarray) return wanted;
  if (wanted.kind !== 'V' && wanted.kind === from.kind) return from;
  const length = textRoom(from);
  if (wanted.kind === 'V') return { ...wanted, ...sizedVoid(from.itemsize) };
  return wanted.kind === 'S' ? bytesDType(length) : textDType(length, wanted.byteOrder);
}

const sizedVoid = (itemsize: number): Partial<DType> => ({
  itemsize,
  name: `void${itemsize * 8}`,
  str: `|V${itemsize}`,
});

/**
 * Returns a generic datetime dtype with the unit that shows every text in `x` completely. Other dtypes are
 * returned unchanged.
 */
export function withUnitFor(wanted: DType, x: NDArray): DType {
  const isAsked = wanted.kind === 'M' && wanted.unit!.name === 'generic' && 'SU'.includes(x.dtype.kind);
  return isAsked ? withUnitOf(wanted, textsIn(x.tolist())) : wanted;
}

const withUnitIn = (wanted: DType, values: Nested): DType =>
  wanted.kind === 'M' && wanted.unit!.name === 'generic' ? withUnitOf(wanted, textsIn(values)) : wanted;

function withUnitOf(wanted: DType, texts: readonly string[]): DType {
  const units = texts.map(unitOfText).filter(name => name !== undefined);
  const dtypes = [...new Set(units)].map(name => timeDType('M', { name, count: 1 }));
  if (dtypes.length === 0) return wanted;
  return timeDType('M', dtypes.reduce(promoteTypes).unit!, wanted.byteOrder);
}

/** Returns all texts in nested lists. */
function textsIn(values: unknown): string[] {
  if (typeof values === 'string') return [values];
  if (values instanceof Uint8Array) return [String.fromCharCode(...values)];
  return Array.isArray(values) ? values.flatMap(textsIn) : [];
}

/** The length that NumPy reserves for the text of a datetime of each unit (`get_datetime_iso_8601_strlen`). */
const DATE_LENGTHS: Readonly<Record<TimeUnit['name'], number>> = {
  generic: 28,
  Y: 22,
  M: 25,
  W: 28,
  D: 28,
  h: 32,
  m: 35,
  s: 38,
  ms: 42,
  us: 45,
  ns: 48,
  ps: 51,
  fs: 54,
  as: 57,
};

function textRoom(from: DType): number {
  if (from.kind === 'U') return from.itemsize / 4;
  if (from.unit) return from.kind === 'M' ? DATE_LENGTHS[from.unit.name] : 21;
  return from.format ? numberTextLength(from) : from.itemsize;
}

function fromArray(x: NDArray, wanted: DType | undefined, order: CopyOrder, copy: boolean | null): NDArray {
  const dtype = wanted ? withUnitFor(sizedFor(wanted, x.dtype), x) : x.dtype;
  const isSame = sameDType(dtype, x.dtype) && isInOrder(x, order);
  if (copy !== true && isSame) return x;
  if (copy === false) throw needsCopy();
  return copied(x, order, dtype);
}

function isInOrder({ layout }: NDArray, order: CopyOrder): boolean {
  if (order === 'C') return isCContiguous(layout);
  return order === 'F' ? isFContiguous(layout) : true;
}

/** Returns a new array of the same items, converted to `dtype`. */
export function copied(x: NDArray, order: CopyOrder = 'K', dtype: DType = x.dtype): NDArray {
  if (dtype.subarray) return copiedToSubarrays(x, order, dtype);
  const fresh = order === 'K' ? allocateLike(x.layout, dtype) : allocate(x.shape, dtype, axesOf(x, order));
  copyInto(fresh, x);
  return fresh;
}

/** Converts to a subarray dtype: every item is repeated along the new axes. */
function copiedToSubarrays(x: NDArray, order: CopyOrder, dtype: DType): NDArray {
  const { base, shape } = dtype.subarray!;
  const fresh = allocate([...x.shape, ...shape], base, order === 'F' ? 'F' : 'C');
  const layout = Layout.of({
    shape: fresh.shape,
    strides: [...x.strides, ...shape.map(() => 0)],
    offset: x.byteOffset,
    itemsize: x.itemsize,
  });
  copyInto(fresh, viewOf(x, layout));
  return fresh;
}

/** Returns the axis order that an option stands for: `A` is Fortran order if the array is F-contiguous only. */
export const axesOf = ({ layout }: NDArray, order: CopyOrder): Order => {
  if (order === 'A') return isFContiguous(layout) && !isCContiguous(layout) ? 'F' : 'C';
  return order === 'F' ? 'F' : 'C';
};

function withAxes(x: NDArray, ndmin: number): NDArray {
  if (x.ndim >= ndmin) return x;
  const added = new Array<number>(ndmin - x.ndim).fill(1);
  const first = x.ndim > 0 ? x.strides[0] * x.shape[0] : x.itemsize;
  const layout = Layout.of({
    ...x.layout.toFields(),
    shape: [...added, ...x.shape],
    strides: [...added.map(() => first), ...x.strides],
  });
  return viewOf(x, layout);
}

function fromValues(values: Nested, wanted: DType | undefined, order: Order, ndmax?: number): NDArray {
  if (ArrayBuffer.isView(values) && !(wanted && 'SV'.includes(wanted.kind))) {
    return fromTyped(values, wanted, order);
  }
  const isText = wanted !== undefined && wanted.itemsize === 0 && 'SU'.includes(wanted.kind);
  const given = isText ? undefined : wanted && withUnitIn(wanted, values);
  const { shape, dtype: found } = discover(values, given, ndmax);
  const dtype = isText ? textDTypeFor(wanted, values, found) : (given ?? found ?? numericDType('float64'));
  if (dtype.subarray) return fromSubarrays(values, dtype);
  const fresh = allocate(shape, dtype, order);
  fill(fresh, values);
  return fresh;
}

/** Returns the text dtype that holds the text of every value. */
function textDTypeFor(wanted: DType, values: Nested, found: DType | undefined): DType {
  const length = Math.max(1, longest(values, found));
  return wanted.kind === 'S' ? bytesDType(length) : textDType(length, wanted.byteOrder);
}

function longest(values: Nested, found: DType | undefined): number {
  if (Array.isArray(values)) {
    return (values as readonly Nested[]).reduce<number>(
      (most, value) => Math.max(most, longest(value, found)),
      0,
    );
  }
  const scratch = allocate([], textDType(96));
  itemAssign(scratch.dtype)(new DataView(scratch.buffer), 0, values);
  const codes = new Uint32Array(scratch.buffer);
  const text =
    typeof values === 'string' ? Array.from(values).length : codes.findLastIndex(code => code !== 0) + 1;
  return ArrayBuffer.isView(values) ? values.byteLength : text;
}

/** Makes an array whose items are lists. Their axes follow the axes of the array. */
function fromSubarrays(values: Nested, dtype: DType): NDArray {
  const { base } = dtype.subarray!;
  const own = fromValues(values, base, 'C');
  return copied(own, 'C', dtype);
}

function fromTyped(values: ArrayBufferView, wanted: DType | undefined, order: Order): NDArray {
  const dtype = typedArrayDType(values);
  const layout = Layout.of({
    shape: [values.byteLength / dtype.itemsize],
    strides: [dtype.itemsize],
    offset: values.byteOffset,
    itemsize: dtype.itemsize,
  });
  const own = new NDArray({ buffer: values.buffer, dtype, layout, base: values.buffer });
  return copied(own, order, wanted ? sizedFor(wanted, dtype) : dtype);
}

/** Stores nested values in C order. */
function fill(x: NDArray, values: Nested): void {
  const view = new DataView(x.buffer);
  const assign = itemAssign(x.dtype);
  const visit = (value: Nested | NDArray, depth: number, offset: number): void => {
    if (value instanceof NDArray) fillPart(x, value, depth, offset);
    else if (depth === x.ndim) assign(view, offset, value);
    else
      (value as readonly Nested[]).forEach((part, k) => {
        visit(part, depth + 1, offset + k * x.strides[depth]);
      });
  };
  visit(values, 0, x.byteOffset);
}

function fillPart(x: NDArray, value: NDArray, depth: number, offset: number): void {
  const layout = Layout.of({
    shape: x.shape.slice(depth),
    strides: x.strides.slice(depth),
    offset,
    itemsize: x.itemsize,
  });
  copyInto(viewOf(x, layout), value);
}

/** Returns an array itself, and any other values as a new array. Source: `numpy.asarray`. */
export const asarray = (values: Values, options: ArrayOptions = {}): NDArray =>
  array(values, { copy: null, ...optionsOf(options, ARRAY_OPTIONS) });

/** Returns an operand as an array: itself, or a new array. */
export function asArray(values: Values, dtype?: DType): NDArray {
  if (values instanceof NDArray && dtype === undefined) return values;
  return array(values, { dtype, copy: null });
}

/** Returns a C-contiguous array with at least one axis. Source: `numpy.ascontiguousarray`. */
export const ascontiguousarray = (values: Values, options: { readonly dtype?: DTypeLike } = {}): NDArray =>
  array(values, { ...optionsOf(options, ['dtype']), order: 'C', copy: null, ndmin: 1 });

/** Returns an F-contiguous array with at least one axis. Source: `numpy.asfortranarray`. */
export const asfortranarray = (values: Values, options: { readonly dtype?: DTypeLike } = {}): NDArray =>
  array(values, { ...optionsOf(options, ['dtype']), order: 'F', copy: null, ndmin: 1 });

const isMemory = (buffer: unknown): boolean =>
  /^\[object (Shared)?ArrayBuffer\]$/.test(Object.prototype.toString.call(buffer));

/** The arguments of `numpy.frombuffer`. */
export interface FrombufferOptions {
  /** Default: float64. */
  readonly dtype?: DTypeLike;
  /** The number of items. Default: all. */
  readonly count?: number;
  /** In bytes. Default: 0. */
  readonly offset?: number;
}

/**
 * Returns a 1-d array over existing bytes, without a copy: writes go through. `ValueError` if the size does
 * not fit. Source: `numpy.frombuffer`.
 */
export function frombuffer(
  buffer: ArrayBufferLike | ArrayBufferView,
  options: FrombufferOptions = {},
): NDArray {
  const {
    dtype: like = 'float64',
    count = -1,
    offset = 0,
  } = optionsOf(options, ['dtype', 'count', 'offset']);
  const dtype = toDType(like);
  const isView = ArrayBuffer.isView(buffer);
  if (!isView && !isMemory(buffer)) {
    throw wrongType(
      `a bytes-like object is required, not '${pythonType(buffer)}'`,
      'Give an ArrayBuffer or a view of one.',
    );
  }
  const { byteLength } = buffer;
  const wrong = (message: string): InspectorError =>
    new InspectorError('invalid-input', message, {
      numpyName: 'ValueError',
      action: 'Ask for bytes that are there.',
    });
  if (dtype.itemsize === 0) throw wrong('itemsize cannot be zero in type');
  if (offset < 0 || offset > byteLength) {
    throw wrong(`offset must be non-negative and no greater than buffer length (${byteLength})`);
  }
  const rest = byteLength - offset;
  if (count < 0 && rest % dtype.itemsize !== 0) throw wrong('buffer size must be a multiple of element size');
  const length = count < 0 ? rest / dtype.itemsize : count;
  if (length * dtype.itemsize > rest) throw wrong('buffer is smaller than requested size');
  const start = offset + (isView ? buffer.byteOffset : 0);
  const bytes = isView ? buffer.buffer : buffer;
  const typed = unpackSubarrays(contiguousLayout([length], dtype.itemsize, { offset: start }), dtype);
  return new NDArray({ buffer: bytes, ...typed, base: bytes });
}
