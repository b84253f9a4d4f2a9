/**
 * Random integers of any integer dtype. Follows `_rand_<dtype>` (_bounded_integers.pyx.in): bounds are checked in NumPy's
 * order and refused with its messages.
 */
import { InspectorError } from '../errors';
import { type DType, sameDType } from '../dtype/dtype';
import { numericDType } from '../dtype/make';
import { toDType } from '../ndarray/dtypeLike';
import { allocate } from '../ndarray/allocate';
import type { ShapeLike, DTypeLike } from '../ndarray/types';
import type { NDArray } from '../ndarray/ndarray';
import type { BitSource } from './bitSource';
import { boundedBigint, boundedDraws, type Method } from './bounded';
import { shapeOf } from './size';

/** The arguments of `randint` and `integers`. */
export interface IntegersRequest {
  readonly low: number | bigint;
  readonly high?: number | bigint | null;
  readonly size?: ShapeLike | null;
  readonly dtype?: DTypeLike;
  /** Whether `high` itself may be drawn. */
  readonly isClosed: boolean;
  readonly method: Method;
  /** The caller's name in messages: `randint` or `integers`. */
  readonly caller: string;
}

const valueError = (message: string, action: string): InspectorError =>
  new InspectorError('invalid-input', message, { numpyName: 'ValueError', action });

/** The dtype of random numbers. `TypeError` for specifications other than a string or a dtype. */
export function plainDType(like: DTypeLike, caller: string): DType {
  if (like === null || typeof like === 'string') return toDType(like);
  if ('kind' in like) return like;
  throw new InspectorError('unsupported-dtype', `Unsupported dtype for ${caller}`, {
    numpyName: 'TypeError',
    action: 'Give a numeric dtype.',
  });
}

/** NumPy's `TypeError` for a dtype that random numbers can't have. */
export function unsupportedDType(dtype: DType, caller: string): InspectorError {
  const name = dtype.byteOrder === '>' ? dtype.str : dtype.name;
  return new InspectorError('unsupported-dtype', `Unsupported dtype dtype('${name}') for ${caller}`, {
    numpyName: 'TypeError',
    action: 'Draw numbers of another dtype and convert them with astype.',
  });
}

function integerDType(like: DTypeLike, caller: string): DType {
  const dtype = plainDType(like, caller);
  if (!dtype.format || !'biu'.includes(dtype.kind)) {
    throw unsupportedDType(dtype, caller);
  }
  if (dtype.byteOrder !== '>') return dtype;
  // The legacy streams have always drawn native numbers instead.
  if (caller === 'randint') return numericDType(dtype.format);
  const message =
    'Providing a dtype with a non-native byteorder is not supported. If you require platform-independent byteorder, ' +
    'call byteswap when required.';
  throw valueError(message, 'Give a native dtype.');
}

function integerBound(bound: number | bigint, name: string): bigint {
  if (typeof bound === 'bigint' || Number.isInteger(bound)) return BigInt(bound);
  throw new InspectorError('invalid-input', `${name} must be a whole number, not ${bound}`, {
    numpyName: 'TypeError',
    action: 'Give a whole number: a number or a bigint.',
  });
}

interface Bounds {
  readonly low: bigint;
  /** Inclusive. */
  readonly high: bigint;
}

function checkedBounds(request: IntegersRequest, dtype: DType): Bounds {
  const { isClosed } = request;
  const isOne = request.high === undefined || request.high === null;
  const low = isOne ? 0n : integerBound(request.low, 'low');
  const high = integerBound(isOne ? request.low : (request.high ?? 0), 'high') - (isClosed ? 0n : 1n);
  const bits = BigInt(dtype.kind === 'b' ? 1 : dtype.itemsize * 8);
  const min = dtype.kind === 'i' ? -(1n << (bits - 1n)) : 0n;
  const max = min + (1n << bits) - 1n;
  const name = dtype.name;
  if (low < min) throw valueError(`low is out of bounds for ${name}`, `Give bounds from ${min}.`);
  if (high > max) throw valueError(`high is out of bounds for ${name}`, `Give bounds up to ${max}.`);
  if (low <= high) return { low, high };
  const sign = isClosed ? '>' : '>=';
  const message = low === 0n ? `high ${isClosed ? '<' : '<='} 0` : `low ${sign} high`;
  throw valueError(message, 'Give a low bound below the high one.');
}

/** An array of random integers; 0-d without a size. `ValueError` for an empty range and for bounds out of range. */
export function drawIntegers(bits: BitSource, request: IntegersRequest): NDArray {
  const dtype = integerDType(request.dtype ?? numericDType('int64'), request.caller);
  const shape = shapeOf(request.size);
  if (shape.includes(0)) return allocate(shape, dtype);
  const { low, high } = checkedBounds(request, dtype);
  const result = allocate(shape, dtype);
  fillIntegers(bits, result, low, high - low, request.method);
  return result;
}

function fillIntegers(bits: BitSource, x: NDArray, low: bigint, range: bigint, method: Method): void {
  if (x.itemsize < 8) {
    const width = x.dtype.kind === 'b' ? 1 : x.itemsize * 8;
    const draws = boundedDraws(bits, Number(range), width, method);
    const items = itemsOf(x);
    const start = Number(low);
    for (let k = 0; k < items.length; k++) items[k] = start + draws.next();
  } else if (range < 2n ** 32n) {
    fillInt64(bits, x, low, Number(range), method);
  } else {
    const items = new BigUint64Array(x.buffer);
    for (let k = 0; k < items.length; k++)
      items[k] = BigInt.asUintN(64, low + boundedBigint(bits, range, method));
  }
}

/** The items as unsigned integers, in which stored values wrap around. */
function itemsOf({ buffer, itemsize }: NDArray): Uint8Array | Uint16Array | Uint32Array {
  if (itemsize === 1) return new Uint8Array(buffer);
  return itemsize === 2 ? new Uint16Array(buffer) : new Uint32Array(buffer);
}

/** Fills 64-bit items, as two words each. */
function fillInt64(bits: BitSource, x: NDArray, low: bigint, range: number, method: Method): void {
  const draws = boundedDraws(bits, range, 32, method);
  const words = new Uint32Array(x.buffer);
  const lower = Number(BigInt.asUintN(32, low));
  const upper = Number(BigInt.asUintN(32, low >> 32n));
  for (let k = 0; k < words.length; k += 2) {
    const word = lower + draws.next();
    words[k] = word;
    words[k + 1] = word < 2 ** 32 ? upper : upper + 1;
  }
}

/** Whether `dtype` is native float64 or float32. */
export const isFloat = (dtype: DType, format: 'float64' | 'float32'): boolean =>
  sameDType(dtype, numericDType(format));
