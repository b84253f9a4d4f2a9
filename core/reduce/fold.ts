/** Reductions by any ufunc, item by item in the order of memory; sums have sum.ts. */
import type { DType } from '../dtype/dtype';
import { isExtendedFormat } from '../dtype/formats';
import { type Complex, itemReader, NOT_A_TIME } from '../dtype/items/read';
import { roundHalf } from '../dtype/items/half';
import type { Layout } from '../layout/layout';
import { astype } from '../ndarray/create/astype';
import type { NDArray } from '../ndarray/ndarray';
import { eachRun, walkOf } from '../layout/walk';
import { numberKindOf } from '../ufunc/loops/numberLoop';
import { longdoubleRefusal } from '../ufunc/operands';
import type { BinaryUfunc } from '../ufunc/ufunc';
import { numberReader } from './adders';
import { type Adder, foldBlocks } from './foldBlocks';

/** The results so far, and which of them have one: without an identity the first item is the first result. */
export interface Accumulators {
  readonly values: (number | bigint | Complex)[];
  readonly isStarted: boolean[];
}

/** Whether items are read as bigints: 64-bit integers and times. */
const isInt64 = ({ itemsize, kind }: DType): boolean => itemsize === 8 && 'iumM'.includes(kind);

type Fold = (a: never, b: never) => number | bigint | Complex;

/** The operation on one accumulator and one item, rounded or wrapped around as the loop's dtype is. */
function foldOf(ufunc: BinaryUfunc, loop: DType): Fold {
  if (loop.kind === 'c') return ufunc.complex!;
  return isInt64(loop) ? bigintFold(ufunc, loop) : numberFold(ufunc, loop);
}

function bigintFold({ bigint }: BinaryUfunc, { kind, unit }: DType): (a: bigint, b: bigint) => bigint {
  const operation = bigint!;
  const isUnsigned = kind === 'u';
  const wrap = isUnsigned
    ? (value: bigint) => BigInt.asUintN(64, value)
    : (value: bigint) => BigInt.asIntN(64, value);
  if (!unit) return (a, b) => wrap(operation(a, b, { isUnsigned }));
  return (a, b) =>
    a === NOT_A_TIME || b === NOT_A_TIME ? NOT_A_TIME : wrap(operation(a, b, { isUnsigned }));
}

function numberFold({ number }: BinaryUfunc, loop: DType): (a: number, b: number) => number {
  const operation = number!;
  const kind = numberKindOf(loop);
  if (loop.format === 'float16') return (a, b) => roundHalf(Math.fround(operation(a, b, kind)));
  return loop.format === 'float32'
    ? (a, b) => Math.fround(operation(a, b, kind))
    : (a, b) => operation(a, b, kind);
}

/** Folds all items of `x` into their accumulators; `targets` has the shape of `x`, and strides that lead to these. */
export function foldInto(
  ufunc: BinaryUfunc,
  { values, isStarted }: Accumulators,
  targets: Layout,
  x: NDArray,
  loop: DType,
): void {
  if (isExtendedFormat(loop.format)) throw longdoubleRefusal(ufunc.name, 'items');
  const fold = foldOf(ufunc, loop);
  const own = x.dtype.format === loop.format || x.dtype.unit ? x : astype(x, loop);
  if (loop.format === 'float16' && ufunc.name === 'multiply') {
    foldBlocks(halfProducts(values, own), targets, own, loop);
    return;
  }
  const read = readerOf(own);
  const extreme = runExtremeOf(ufunc, own, read);
  eachRun(walkOf([targets, own.layout]), ([to, at], [toStep, step], count) => {
    if (extreme && toStep === 0) {
      const place = to / targets.itemsize;
      const best = extreme(at, step, count);
      values[place] = isStarted[place] ? fold(values[place] as never, best as never) : best;
      isStarted[place] = true;
      return;
    }
    const items = read(at, step, count);
    for (let k = 0; k < count; k++) {
      const place = (to + k * toStep) / targets.itemsize;
      if (isStarted[place]) values[place] = fold(values[place] as never, items[k] as never);
      else {
        values[place] = items[k];
        isStarted[place] = true;
      }
    }
  });
}

/** Returns what finds the extreme of a run of real numbers; undefined for other ufuncs and dtypes. */
function runExtremeOf(
  { runExtreme }: BinaryUfunc,
  { buffer, dtype }: NDArray,
  read: ReturnType<typeof readerOf>,
) {
  // Of equal zeros the loops of float16 give the first, the others the last.
  if (!runExtreme || dtype.unit || dtype.format === 'float16' || !'iuf'.includes(dtype.kind))
    return undefined;
  if (!isInt64(dtype)) {
    return (at: number, step: number, count: number) =>
      runExtreme.number(read(at, step, count) as ArrayLike<number>, count);
  }
  const run = {
    view: new DataView(buffer),
    isLittle: dtype.byteOrder !== '>',
    isUnsigned: dtype.kind === 'u',
  };
  return (at: number, step: number, count: number) => runExtreme.bigint(run, at, step, count);
}

/** Products of float16: in float32 within a block, rounded to float16 at its end. */
function halfProducts(values: Accumulators['values'], x: NDArray): Adder {
  const read = numberReader(x);
  let block = new Float64Array(0);
  const product = (place: number, count: number): number => {
    let total = values[place] as number;
    for (let k = 0; k < count; k++) total = Math.fround(total * block[k]);
    return roundHalf(total);
  };
  return {
    grow(count) {
      if (block.length < count) block = new Float64Array(count);
    },
    load: (at, step, count, to) => read(at, step, count, block, to),
    addBlock(count, to) {
      values[to] = product(to, count);
    },
    addRow(count, to, step) {
      for (let k = 0; k < count; k++) {
        const place = to + k * step;
        values[place] = roundHalf(Math.fround((values[place] as number) * block[k]));
      }
    },
  };
}

type Items = ArrayLike<number | bigint | Complex>;

function readerOf(x: NDArray): (at: number, step: number, count: number) => Items {
  const { kind } = x.dtype;
  if (kind === 'c' || isInt64(x.dtype)) {
    const read = itemReader(x.dtype);
    const view = new DataView(x.buffer);
    return (at, step, count) => Array.from({ length: count }, (_, k) => read(view, at + k * step) as number);
  }
  const read = numberReader(x);
  let block = new Float64Array(1024);
  return (at, step, count) => {
    if (block.length < count) block = new Float64Array(count);
    read(at, step, count, block, 0);
    return block;
  };
}
