/** Reductions of other functions than sums: item after item, in the order of memory. */
import { InspectorError } from '../errors';
import type { DType } from '../dtype/dtype';
import { isExtendedFormat } from '../dtype/formats';
import { type Complex, itemReader } from '../dtype/items/read';
import { roundHalf } from '../dtype/items/half';
import type { Layout } from '../layout/layout';
import { astype } from '../ndarray/create/astype';
import type { NDArray } from '../ndarray/ndarray';
import { eachRun, walkOf } from '../layout/walk';
import { COMPLEX_BINARY } from '../ufunc/complexOperations';
import { BINARY, type RealKind } from '../ufunc/realOperations';
import { type Adder, foldBlocks, realReader } from './sum';
import { extremeOfNumbers, wideExtreme } from './extremes';
import { WIDE_BINARY } from '../ufunc/wideOperations';

/** Values so far, and whether there is one: without a first value the first item is it. */
export interface Folded {
  readonly values: (number | bigint | Complex)[];
  readonly seen: boolean[];
}

const isWide = ({ itemsize, kind }: DType): boolean => itemsize === 8 && 'iumM'.includes(kind);

type Fold = (a: never, b: never) => number | bigint | Complex;

function foldOf(name: string, loop: DType): Fold {
  const operation =
    loop.kind === 'c' ? COMPLEX_BINARY[name] : isWide(loop) ? wideFold(name, loop) : realFold(name, loop);
  return operation;
}

function wideFold(name: string, { kind, unit }: DType): (a: bigint, b: bigint) => bigint {
  const isUnsigned = kind === 'u';
  const run = WIDE_BINARY[name];
  const wrap = isUnsigned
    ? (value: bigint) => BigInt.asUintN(64, value)
    : (value: bigint) => BigInt.asIntN(64, value);
  if (!unit) return (a, b) => wrap(run(a, b, { isUnsigned }));
  const none = -(2n ** 63n);
  return (a, b) => (a === none || b === none ? none : wrap(run(a, b, { isUnsigned })));
}

function realFold(name: string, loop: DType): (a: number, b: number) => number {
  const isSingle = loop.format === 'float32' || loop.format === 'float16';
  const kind: RealKind = {
    kind: loop.kind as RealKind['kind'],
    bits: loop.itemsize * 8,
    round: isSingle ? Math.fround : value => value,
  };
  const run = BINARY[name];
  // Of equal items the last, as NumPy's loops for minima and maxima have it.
  if (loop.format === 'float16') return (a, b) => roundHalf(Math.fround(run(a, b, kind)));
  return isSingle ? (a, b) => Math.fround(run(a, b, kind)) : (a, b) => run(a, b, kind);
}

/** Folds all items of `x` into the places that `seen` names for them, in units of its item size. */
export function foldInto(
  name: string,
  { values, seen: isThere }: Folded,
  seen: Layout,
  x: NDArray,
  loop: DType,
): void {
  if (isExtendedFormat(loop.format)) throw noExtended(name);
  const run = foldOf(name, loop);
  const own = x.dtype.format === loop.format || x.dtype.unit ? x : astype(x, loop);
  if (loop.format === 'float16' && name === 'multiply') {
    foldBlocks(halfProducts(values, own), seen, own, loop);
    return;
  }
  const read = readerOf(own);
  const extreme = extremeOf(name, own, read);
  eachRun(walkOf([seen, own.layout]), ([to, at], [toStep, step], count) => {
    if (extreme && toStep === 0) {
      const place = to / seen.itemsize;
      const best = extreme(at, step, count);
      values[place] = isThere[place] ? run(values[place] as never, best as never) : best;
      isThere[place] = true;
      return;
    }
    const items = read(at, step, count);
    for (let k = 0; k < count; k++) {
      const place = (to + k * toStep) / seen.itemsize;
      if (isThere[place]) values[place] = run(values[place] as never, items[k] as never);
      else {
        values[place] = items[k];
        isThere[place] = true;
      }
    }
  });
}

/** What finds the least or the greatest item of a run of real numbers; undefined for other functions, dtypes and float16. */
function extremeOf(name: string, { buffer, dtype }: NDArray, read: ReturnType<typeof readerOf>) {
  if (name !== 'maximum' && name !== 'minimum') return undefined;
  // Of zeros of both signs the loops of float16 have the first, the others the last.
  if (dtype.unit || dtype.format === 'float16' || !'iuf'.includes(dtype.kind)) return undefined;
  const isMax = name === 'maximum';
  if (!isWide(dtype))
    return (at: number, step: number, count: number) =>
      extremeOfNumbers(read(at, step, count) as ArrayLike<number>, isMax, count);
  const run = {
    view: new DataView(buffer),
    isLittle: dtype.byteOrder !== '>',
    isUnsigned: dtype.kind === 'u',
  };
  return (at: number, step: number, count: number) => wideExtreme(run, isMax, at, step, count);
}

/** Products of float16: in float32 all along a block, and rounded at its end. */
function halfProducts(values: Folded['values'], x: NDArray): Adder {
  const read = realReader(x);
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

function noExtended(name: string): InspectorError {
  return new InspectorError(
    'unsupported-dtype',
    `${name} of longdouble is not computed: it has more bits than a double`,
    {
      numpyName: 'TypeError',
      action: 'Convert the items to float64 first.',
    },
  );
}

type Items = ArrayLike<number | bigint | Complex>;

function readerOf(x: NDArray): (at: number, step: number, count: number) => Items {
  const { kind } = x.dtype;
  if (kind === 'c' || isWide(x.dtype)) {
    const read = itemReader(x.dtype);
    const view = new DataView(x.buffer);
    return (at, step, count) => Array.from({ length: count }, (_, k) => read(view, at + k * step) as number);
  }
  const read = realReader(x);
  let block = new Float64Array(1024);
  return (at, step, count) => {
    if (block.length < count) block = new Float64Array(count);
    read(at, step, count, block, 0);
    return block;
  };
}
