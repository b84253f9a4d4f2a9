/**
 * Sums bit for bit NumPy's: pairwise along the innermost axes where these are reduced, else row by row.
 * Follows `@TYPE@_pairwise_sum` (loops_utils.h.src).
 */
import { type DType, sameDType } from '../dtype/dtype';
import { numericDType } from '../dtype/make';
import { roundHalf } from '../dtype/items/half';
import { isAligned } from '../layout/contiguity';
import type { Layout } from '../layout/layout';
import { conversionOf } from '../casting/conversion';
import { loadLoop } from '../casting/numberBlocks';
import type { NDArray } from '../ndarray/ndarray';
import { eachRun, type Walk, walkOf } from '../layout/walk';
import { pairwiseComplex, pairwiseSum } from './pairwise';
import { type Blocks, sumBlocks } from './sumBlocks';

const FLOAT64 = numericDType('float64');
const COMPLEX128 = numericDType('complex128');

/** The sums: one number each, two of a complex sum. */
export type SumArray = Float64Array | BigInt64Array;

/** A walk split into its outer axes and the innermost ones, which are all reduced. */
interface Split {
  readonly outer: Walk;
  readonly inner: Walk;
}

function splitWalk(walk: Walk): Split {
  const [targets, items] = walk.strides;
  let first = targets.length;
  while (first > 0 && targets[first - 1] === 0) first--;
  const part = (from: number, to: number): Walk => ({
    shape: walk.shape.slice(from, to),
    strides: walk.strides.map(strides => strides.slice(from, to)),
    offsets: walk.offsets,
  });
  const outer = first === 0 ? { shape: [1], strides: [[0], [0]], offsets: walk.offsets } : part(0, first);
  const all = part(first, targets.length);
  return { outer, inner: { ...all, strides: [items.slice(first)], offsets: [0] } };
}

/** Reads items into a block and adds them up, or reduces them by another function that NumPy rounds per block. */
export interface Adder {
  /** Reads items into the block, from index `to` on. */
  load(at: number, step: number, count: number, to: number): void;
  /** Adds the first `count` items of the block, pairwise, to accumulator `to`. */
  addBlock(count: number, to: number): void;
  /** Adds each item of the block to an accumulator of its own, the first to `to`. */
  addRow(count: number, to: number, step: number): void;
  /** Makes room in the block for `count` items. */
  grow(count: number): void;
}

/** Adds all items of `x` to the accumulators that `targets` leads to, in units of its item size. */
export function sumInto(sums: SumArray, targets: Layout, x: NDArray, loop: DType): void {
  foldBlocks(adderOf(sums, x, loop), targets, x, loop);
}

/** Passes all items of `x` to `adder` in NumPy's blocks. */
export function foldBlocks(adder: Adder, targets: Layout, x: NDArray, loop: DType): void {
  const walk = walkOf([targets, x.layout]);
  if (walk.shape.includes(0)) return;
  const isConverted = !sameDType(loop, x.dtype);
  const isBuffered = isConverted || !isAligned(x.layout, x.dtype.alignment);
  const last = walk.shape.length - 1;
  if (walk.strides[0][last] !== 0) {
    addRows(walk, adder, targets.itemsize);
    return;
  }
  const { outer, inner } = splitWalk(walk);
  const blocks = sumBlocks(inner.shape, isBuffered);
  eachRun(outer, ([to, at], [toStep, step], count) => {
    for (let k = 0; k < count; k++) {
      addGroup(inner, at + k * step, adder, blocks, (to + k * toStep) / targets.itemsize);
    }
  });
}

const ROW = 1024;

function addRows(walk: Walk, adder: Adder, itemsize: number): void {
  adder.grow(ROW);
  eachRun(walk, ([to, at], [toStep, step], count) => {
    for (let done = 0; done < count; done += ROW) {
      const length = Math.min(ROW, count - done);
      adder.load(at + done * step, step, length, 0);
      adder.addRow(length, (to + done * toStep) / itemsize, toStep / itemsize);
    }
  });
}

/** Adds the items of one accumulator, block by block. */
function addGroup(inner: Walk, start: number, adder: Adder, { block, row }: Blocks, to: number): void {
  adder.grow(Math.min(block, row));
  let filled = 0;
  let left = row;
  eachRun({ ...inner, offsets: [start] }, ([at], [step], count) => {
    for (let done = 0; done < count;) {
      const length = Math.min(block - filled, left, count - done);
      adder.load(at + done * step, step, length, filled);
      filled += length;
      left -= length;
      done += length;
      if (filled < block && left > 0) continue;
      adder.addBlock(filled, to);
      filled = 0;
      if (left === 0) left = row;
    }
  });
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
  let loads = new Float64Array(ROW);
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
