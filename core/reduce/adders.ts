/** Sums bit for bit NumPy's: the adders of floats, complex numbers and integers. */
import type { DType } from '../dtype/dtype';
import { numericDType } from '../dtype/make';
import { roundHalf } from '../dtype/items/half';
import type { Layout } from '../layout/layout';
import { conversionOf } from '../casting/conversion';
import { loadLoop } from '../casting/numberBlocks';
import type { NDArray } from '../ndarray/ndarray';
import { pairwiseComplex, pairwiseSum } from './pairwise';
import { type Adder, foldBlocks, ROW_ITEMS } from './foldBlocks';

const FLOAT64 = numericDType('float64');

const COMPLEX128 = numericDType('complex128');

/** The sums: one number each, two of a complex sum. */
export type SumArray = Float64Array | BigInt64Array;

/** Adds all items of `x` to the accumulators that `targets` leads to, in units of its item size. */
export function sumInto(sums: SumArray, targets: Layout, x: NDArray, loop: DType): void {
  foldBlocks(adderOf(sums, x, loop), targets, x, loop);
}

function adderOf(sums: SumArray, x: NDArray, loop: DType): Adder {
  if (sums instanceof BigInt64Array) return integerAdder(sums, x);
  if (loop.kind === 'c') return complexAdder(sums, x, loop);
  return floatAdder(sums, x, loop);
}

function floatAdder(sums: Float64Array, x: NDArray, loop: DType): Adder {
  const isDouble = loop.format === 'float64';
  const round = isDouble
    ? (value: number) => value
    : loop.format === 'float16'
      ? (value: number) => roundHalf(Math.fround(value))
      : Math.fround;
  let block: Float64Array | Float32Array = isDouble ? new Float64Array(0) : new Float32Array(0);
  let loads = new Float64Array(ROW_ITEMS);
  const read = numberReader(x);
  return {
    grow(count) {
      if (block.length < count) block = isDouble ? new Float64Array(count) : new Float32Array(count);
    },
    load(at, step, count, to) {
      if (block instanceof Float64Array) read(at, step, count, block, to);
      else {
        if (loads.length < count) loads = new Float64Array(count);
        read(at, step, count, loads, 0);
        block.set(loads.subarray(0, count), to);
      }
    },
    addBlock(count, to) {
      sums[to] = round(sums[to] + pairwiseSum(block, 0, count));
    },
    addRow(count, to, step) {
      for (let k = 0, place = to; k < count; k++, place += step) sums[place] = round(sums[place] + block[k]);
    },
  };
}

type NumberReader = (at: number, step: number, count: number, into: Float64Array, to: number) => void;

/** Reads real numbers of any format as doubles. */
export function numberReader(x: NDArray): NumberReader {
  const load = loadLoop(x.dtype.format!);
  const little = x.dtype.byteOrder !== '>';
  const view = new DataView(x.buffer);
  if (load) {
    return (at, step, count, into, to) => {
      load(view, at, step, count, to === 0 ? into : into.subarray(to), little);
    };
  }
  let last: Float64Array | undefined;
  let convert: ReturnType<typeof conversionOf> | undefined;
  return (at, step, count, into, to) => {
    if (into !== last || !convert) convert = conversionOf(into.buffer, FLOAT64, x.buffer, x.dtype);
    last = into;
    convert(into.byteOffset + 8 * to, 8, at, step, count);
  };
}

function complexAdder(sums: Float64Array, x: NDArray, loop: DType): Adder {
  const round = loop.format === 'complex64' ? Math.fround : (value: number) => value;
  let block = new Float64Array(0);
  let convert = conversionOf(block.buffer, COMPLEX128, x.buffer, x.dtype);
  return {
    grow(count) {
      if (block.length >= 2 * count) return;
      block = new Float64Array(2 * count);
      convert = conversionOf(block.buffer, COMPLEX128, x.buffer, x.dtype);
    },
    load(at, step, count, to) {
      convert(16 * to, 16, at, step, count);
    },
    addBlock(count, to) {
      const [re, im] = pairwiseComplex(block, 0, count, round);
      sums[2 * to] = round(sums[2 * to] + re);
      sums[2 * to + 1] = round(sums[2 * to + 1] + im);
    },
    addRow(count, to, step) {
      for (let k = 0; k < count; k++) {
        const place = 2 * (to + k * step);
        sums[place] = round(sums[place] + block[2 * k]);
        sums[place + 1] = round(sums[place + 1] + block[2 * k + 1]);
      }
    },
  };
}

/** Sums of integers, exact modulo 2^64. */
function integerAdder(sums: BigInt64Array, x: NDArray): Adder {
  const isInt64 = x.dtype.itemsize === 8;
  let numbers = new Float64Array(0);
  let bigints = new BigInt64Array(0);
  const read = isInt64 ? undefined : numberReader(x);
  let convert = conversionOf(
    bigints.buffer,
    x.dtype.kind === 'u' ? numericDType('uint64') : numericDType('int64'),
    x.buffer,
    x.dtype,
  );
  return {
    grow(count) {
      if (isInt64 && bigints.length < count) {
        bigints = new BigInt64Array(count);
        convert = conversionOf(
          bigints.buffer,
          x.dtype.kind === 'u' ? numericDType('uint64') : numericDType('int64'),
          x.buffer,
          x.dtype,
        );
      } else if (numbers.length < count) numbers = new Float64Array(count);
    },
    load(at, step, count, to) {
      if (read) read(at, step, count, numbers, to);
      else convert(8 * to, 8, at, step, count);
    },
    addBlock(count, to) {
      sums[to] += isInt64 ? int64Total(bigints, count) : numberTotal(numbers, count);
    },
    addRow(count, to, step) {
      for (let k = 0; k < count; k++) sums[to + k * step] += isInt64 ? bigints[k] : BigInt(numbers[k]);
    },
  };
}

/** Sum of integers of up to 32 bits: partial sums of 2^20 are exact in a double. */
function numberTotal(values: Float64Array, count: number): bigint {
  let total = 0n;
  for (let start = 0; start < count; start += 2 ** 20) {
    const end = Math.min(count, start + 2 ** 20);
    let part = 0;
    for (let k = start; k < end; k++) part += values[k];
    total += BigInt(part);
  }
  return total;
}

/** Sum of 64-bit integers by their halves. */
function int64Total(values: BigInt64Array, count: number): bigint {
  const words = new Uint32Array(values.buffer, 0, 2 * count);
  let total = 0n;
  for (let start = 0; start < words.length; start += 2 ** 20) {
    const end = Math.min(words.length, start + 2 ** 20);
    let [low, high] = [0, 0];
    for (let k = start; k < end; k += 2) {
      low += words[k];
      high += words[k + 1];
    }
    total += (BigInt(high) << 32n) + BigInt(low);
  }
  return total;
}
