/**
 * Arrays from JavaScript values, typed arrays and other arrays.
 * Spec: https://numpy.org/doc/stable/reference/routines.array-creation.html
 */
import { InspectorError } from '../../errors';
import { type DType, sameDType } from '../../dtype/dtype';
import { numericDType } from '../../dtype/make';
import { optionsOf } from '../../layout/arguments';
import { isCContiguous, isFContiguous } from '../../layout/contiguity';
import { Layout, type Order } from '../../layout/layout';
import { allocate } from '../allocate';
import { itemAssign } from '../../casting/assignValue';
import { copyInto } from '../copy/copyInto';
import { discover, typedArrayDType } from './inferShape';
import { toDType } from '../dtypeLike';
import type { CopyOrder, DTypeLike } from '../types';
import type { Nested } from '../../casting/nested';
import { NDArray, viewOf } from '../ndarray';
import { sizedFor, textDTypeFor, withUnitFor, withUnitIn } from './sizedDType';
import { copied } from './copied';

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
