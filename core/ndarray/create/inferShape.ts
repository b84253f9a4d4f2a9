/**
 * The shape and the dtype of nested values. Invariant: every branch has the shape of the first; ragged lists
 * are an error.
 * Follows `PyArray_DiscoverDTypeAndShape_Recursive` and `update_shape` (array_coercion.c).
 */
import { InspectorError } from '../../errors';
import type { DType } from '../../dtype/dtype';
import { bytesDType, numericDType, textDType } from '../../dtype/make';
import { TYPED_ARRAY_FORMATS } from '../../dtype/typedArrays';
import { quoted } from '../../layout/arguments';
import { tupleRepr } from '../../layout/errors';
import { MAX_NDIM } from '../../layout/layout';
import type { Nested } from '../../casting/nested';
import { NDArray } from '../ndarray';
import { promoteTypes } from '../../casting/promote';

/** The shape and dtype of nested values. */
export interface Discovered {
  readonly shape: readonly number[];
  /** The common dtype of the values; undefined if there are none. */
  readonly dtype: DType | undefined;
}

/** A value, an array, or nested lists of them. */
type Values = Nested | NDArray;

/** Returns the dtype of a typed array: uint8 for a `Uint8ClampedArray` or a `DataView`. */
export function typedArrayDType(values: ArrayBufferView): DType {
  const name = Object.prototype.toString.call(values).slice(8, -1);
  return numericDType(TYPED_ARRAY_FORMATS[name] ?? 'uint8');
}

const BOOL = numericDType('bool');
const INT64 = numericDType('int64');
const UINT64 = numericDType('uint64');
const FLOAT64 = numericDType('float64');
const COMPLEX128 = numericDType('complex128');

/** Whether a list holds the fields of one item, rather than items. */
export function isRecord(value: unknown, { fields, subarray }: DType): boolean {
  if (subarray) return true;
  if (!fields) return !Array.isArray(value);
  if (!Array.isArray(value)) return true;
  return value.length === fields.length && value.every((part, k) => isRecord(part, fields[k].dtype));
}

/** Numbers beyond 2^53 count as floats. Use bigints for such integers. */
const isInteger = (value: number): boolean => Number.isSafeInteger(value) && !Object.is(value, -0);

/** Returns the dtype that NumPy gives the corresponding Python value. */
export function valueDType(value: Nested): DType {
  switch (typeof value) {
    case 'boolean':
      return BOOL;
    case 'bigint':
      return integerDType(value);
    case 'number':
      return isInteger(value) ? INT64 : FLOAT64;
    case 'string':
      return textDType(Array.from(value).length);
    default:
  }
  if (ArrayBuffer.isView(value)) return bytesDType(value.byteLength);
  const given: unknown = value;
  if (typeof given === 'object' && given !== null && 're' in given) return COMPLEX128;
  throw new InspectorError('unsupported-dtype', `object arrays are not supported: ${quoted(given)}`, {
    numpyName: 'TypeError',
    action: 'Give numbers, booleans, texts, { re, im } or Uint8Array; with a structured dtype, records.',
  });
}

function integerDType(value: bigint): DType {
  if (BigInt.asIntN(64, value) === value) return INT64;
  if (BigInt.asUintN(64, value) === value) return UINT64;
  throw new InspectorError(
    'unsupported-dtype',
    `object arrays are not supported: ${value} has more than 64 bits`,
    {
      numpyName: 'OverflowError',
      action: 'Give numbers of at most 64 bits, or floats.',
    },
  );
}

class Discovery {
  readonly shape: number[] = [];
  dtype: DType | undefined;
  #maxNdim: number;
  #exceeds = false;
  #isFilled = false;
  #isRagged = false;

  /** With `given`, only the shape is wanted. */
  constructor(
    private readonly given: DType | undefined,
    private readonly limit: number,
  ) {
    this.#maxNdim = limit;
  }

  visit(value: Values, depth: number): void {
    if (value instanceof NDArray) {
      this.#meet(value.dtype);
      this.#isRagged ||= !this.#update(depth, value.shape, false);
    } else if (ArrayBuffer.isView(value) && depth === 0 && !isBytesOf(value, this.given)) {
      this.#meet(typedArrayDType(value));
      this.#update(depth, [(value as unknown as { length?: number }).length ?? value.byteLength], false);
    } else if (Array.isArray(value) && !(this.given && isRecord(value, this.given))) {
      this.#visitList(value, depth);
    } else {
      if (!this.given) this.#meet(valueDType(value));
      this.#isRagged ||= !this.#update(depth, [], false);
    }
  }

  #visitList(list: readonly Values[], depth: number): void {
    if (depth >= this.limit) this.#exceeds = true;
    else if (this.#update(depth, [list.length], true)) this.#visitItems(list, depth);
    else this.#isRagged = true;
  }

  #visitItems(list: readonly Values[], depth: number): void {
    if (list.length === 0) {
      this.#isFilled = true;
      this.#maxNdim = Math.min(this.#maxNdim, depth + 1);
    }
    for (const value of list) this.visit(value, depth + 1);
  }

  #meet(dtype: DType): void {
    if (!this.given && this.dtype !== dtype) {
      this.dtype = this.dtype ? promoteTypes(this.dtype, dtype) : dtype;
    }
  }

  /** Whether the axes from `depth` on match those found so far. With `isList`, more axes may follow. */
  #update(depth: number, lengths: readonly number[], isList: boolean): boolean {
    let fits = true;
    let count = lengths.length;
    if (depth + count > this.#maxNdim) {
      fits = false;
      count = this.#maxNdim - depth;
    } else if (!isList && this.#maxNdim !== depth + count) {
      this.#maxNdim = depth + count;
      fits = !this.#isFilled;
    }
    for (let k = 0; k < count; k++) {
      if (!this.#isFilled) this.shape[depth + k] = lengths[k];
      else if (this.shape[depth + k] !== lengths[k]) {
        this.#maxNdim = isList ? depth + k : this.#maxNdim - (count - k);
        fits = false;
        break;
      }
    }
    if (!isList) this.#isFilled = true;
    return fits;
  }

  result(): Discovered {
    const shape = this.shape.slice(0, this.#maxNdim);
    if (this.#isRagged) throw ragged(shape);
    if (this.#exceeds) throw tooDeep(this.limit);
    return { shape, dtype: this.dtype && withRoom(this.dtype) };
  }
}

/** Texts hold at least one character. */
function withRoom(dtype: DType): DType {
  if (dtype.itemsize > 0 || dtype.fields) return dtype;
  if (dtype.kind === 'U') return textDType(1);
  return dtype.kind === 'S' ? bytesDType(1) : dtype;
}

const isBytesOf = (value: ArrayBufferView, given: DType | undefined): boolean =>
  value instanceof Uint8Array && given !== undefined && 'SV'.includes(given.kind);

function ragged(shape: readonly number[]): InspectorError {
  return new InspectorError(
    'invalid-shape',
    'setting an array element with a sequence. The requested array has an inhomogeneous shape after ' +
      `${shape.length} dimensions. The detected shape was ${tupleRepr(shape)} + inhomogeneous part.`,
    { numpyName: 'ValueError', action: 'Give lists of equal lengths.' },
  );
}

const tooDeep = (limit: number): InspectorError =>
  new InspectorError(
    'invalid-shape',
    `setting an array element with a sequence. The requested array would exceed the maximum number of dimension of ${limit}.`,
    { numpyName: 'ValueError', action: 'Give lists that are less deeply nested.' },
  );

/**
 * Returns the shape and dtype of `values`. `ValueError` for ragged lists. `given` is the dtype of an item, if
 * known.
 */
export function discover(values: Values, given?: DType, maxNdim = MAX_NDIM): Discovered {
  const discovery = new Discovery(given, maxNdim);
  discovery.visit(values, 0);
  return discovery.result();
}
