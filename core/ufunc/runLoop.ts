/**
 * Runs a loop over arrays of one shape: a block at a time through doubles, bigints or complex numbers.
 * Invariant: results are rounded to the loop's format, or wrapped around in it, before they are converted to the output's.
 */
import { InspectorError } from '../errors';
import type { DType } from '../dtype/dtype';
import { isExtendedFormat } from '../dtype/formats';
import { numericDType } from '../dtype/make';
import type { Complex } from '../dtype/items/read';
import { roundHalf } from '../dtype/items/half';
import { conversionOf } from '../casting/conversion';
import { loadLoop, storeLoop } from '../casting/numberBlocks';
import type { NDArray } from '../ndarray/ndarray';
import { eachRun, walkOf } from '../layout/walk';
import { COMPLEX_BINARY, COMPLEX_UNARY } from './complexOperations';
import { realLoop, WIDE_LOOPS, wideTest } from './blockLoops';
import { runFast } from './fastLoops';
import { BINARY, type RealKind, UNARY } from './realOperations';
import { isComparison } from './loops';
import { WIDE_BINARY, WIDE_UNARY } from './wideOperations';

const BLOCK = 1024;
const FLOAT64 = numericDType('float64');
const UINT64 = numericDType('uint64');
const COMPLEX128 = numericDType('complex128');

/** Moves items between an array and a scratch of the loop. */
type Move = (at: number, step: number, count: number) => void;
/** Computes a block in the scratch. */
type Compute = (count: number) => void;

interface Plan {
  readonly loads: readonly Move[];
  readonly compute: Compute;
  readonly store: Move;
}

/** `out = name(...inputs)`; all have one shape, and `loop` is the dtype that it is computed in. */
export function runLoop(name: string, loop: DType, inputs: readonly NDArray[], out: NDArray): void {
  if (runFast(name, loop, inputs, out)) return;
  const plan = planFor(name, loop, inputs, out);
  eachRun(walkOf([out.layout, ...inputs.map(x => x.layout)]), (offsets, steps, count) => {
    for (let done = 0; done < count; done += BLOCK) {
      const length = Math.min(BLOCK, count - done);
      plan.loads.forEach((load, k) => load(offsets[k + 1] + done * steps[k + 1], steps[k + 1], length));
      plan.compute(length);
      plan.store(offsets[0] + done * steps[0], steps[0], length);
    }
  });
}

function planFor(name: string, loop: DType, inputs: readonly NDArray[], out: NDArray): Plan {
  if (isExtendedFormat(loop.format)) throw noExtended(name);
  if (loop.kind === 'c') return complexPlan(name, loop, inputs, out);
  return loop.itemsize === 8 && loop.kind !== 'f'
    ? widePlan(name, loop, inputs, out)
    : realPlan(name, loop, inputs, out);
}

function noExtended(name: string): InspectorError {
  return new InspectorError(
    'unsupported-dtype',
    `${name} of longdouble is not computed: it has more bits than a double`,
    {
      numpyName: 'TypeError',
      action: 'Convert the operands to float64 first.',
    },
  );
}

const scratch = [0, 1, 2].map(() => new Float64Array(BLOCK));

/** Reads an array into a scratch of doubles. */
function realLoad(x: NDArray, into: Float64Array): Move {
  const load = loadLoop(x.dtype.format!);
  const little = x.dtype.byteOrder !== '>';
  const view = new DataView(x.buffer);
  if (load) return (at, step, count) => load(view, at, step, count, into, little);
  const convert = conversionOf(into.buffer, FLOAT64, x.buffer, x.dtype);
  return (at, step, count) => convert(0, 8, at, step, count);
}

const single = (loop: DType): boolean => loop.format === 'float32' || loop.format === 'float16';

/** Stores doubles, which integers wrap around; those of narrow floats are rounded to them first. */
function realStore(out: NDArray, loop: DType, from: Float64Array): Move {
  const store = storeLoop(out.dtype.format ?? 'float64');
  const little = out.dtype.byteOrder !== '>';
  const view = new DataView(out.buffer);
  const isInteger = loop.kind !== 'f';
  if (
    store &&
    (isInteger ? 'iub'.includes(out.dtype.kind) : out.dtype.kind === 'f' || out.dtype.kind === 'b')
  ) {
    return (at, step, count) => store(view, at, step, count, from, little);
  }
  const convert = conversionOf(out.buffer, out.dtype, from.buffer, FLOAT64);
  return (at, step, count) => convert(at, step, 0, 8, count);
}

function realPlan(name: string, loop: DType, inputs: readonly NDArray[], out: NDArray): Plan {
  const isSingle = single(loop);
  const kind: RealKind = {
    kind: loop.kind as RealKind['kind'],
    bits: loop.itemsize * 8,
    round: isSingle ? Math.fround : value => value,
  };
  const [x, y, to] = scratch;
  const finish = finishFor(loop, out, to);
  const store = realStore(out, loop, to);
  if (inputs.length === 1) {
    const operation = UNARY[name];
    const compute = (count: number): void => {
      for (let k = 0; k < count; k++) to[k] = operation(x[k], kind);
      finish?.(count);
    };
    return { loads: [realLoad(inputs[0], x)], compute, store };
  }
  const operation = BINARY[name];
  const whole = realLoop(name, kind);
  const compute = (count: number): void => {
    if (name === 'power' && kind.kind !== 'f') checkExponents(y, count);
    if (whole) whole(x, y, to, count);
    else for (let k = 0; k < count; k++) to[k] = operation(x[k], y[k], kind);
    finish?.(count);
  };
  return { loads: [realLoad(inputs[0], x), realLoad(inputs[1], y)], compute, store };
}

function checkExponents(exponents: ArrayLike<number | bigint>, count: number): void {
  for (let k = 0; k < count; k++) {
    if (exponents[k] >= 0) continue;
    throw new InspectorError('invalid-input', 'Integers to negative integer powers are not allowed.', {
      numpyName: 'ValueError',
      action: 'Convert the base to floats first.',
    });
  }
}

/** Rounds to what floats are computed in, wraps integers where the output is wider. */
function finishFor(loop: DType, out: NDArray, to: Float64Array): Compute | undefined {
  if (out.dtype.kind === 'b') return undefined;
  if (loop.format === 'float16') {
    return count => {
      for (let k = 0; k < count; k++) to[k] = roundHalf(Math.fround(to[k]));
    };
  }
  if (loop.format === 'float32' && out.dtype.format !== 'float32') {
    return count => {
      for (let k = 0; k < count; k++) to[k] = Math.fround(to[k]);
    };
  }
  if (loop.kind === 'f' || out.dtype.format === loop.format) return undefined;
  const wrap = wrapFor(loop);
  return count => {
    for (let k = 0; k < count; k++) to[k] = wrap(to[k]);
  };
}

function wrapFor({ kind, itemsize }: DType): (value: number) => number {
  const shift = 32 - 8 * itemsize;
  return kind === 'i' ? value => (value << shift) >> shift : value => (value << shift) >>> shift;
}

const wideItems = (items: BigInt64Array, { kind }: DType): BigInt64Array | BigUint64Array =>
  kind === 'u' ? new BigUint64Array(items.buffer) : items;

const wides = [0, 1, 2].map(() => new BigInt64Array(BLOCK));

function widePlan(name: string, loop: DType, inputs: readonly NDArray[], out: NDArray): Plan {
  const kind = { isUnsigned: loop.kind === 'u' };
  const isTest = out.dtype.kind === 'b';
  // What is only compared stays what it is: uint64 and int64 have no integer in common.
  const own = [0, 1].map(k => (isComparison(name) && inputs.at(k)?.dtype.kind === 'u' ? UINT64 : loop));
  const [x, y, to] = [...own, loop].map((dtype, k) => wideItems(wides[k], dtype));
  const bools = scratch[2];
  const load = (array: NDArray, into: { readonly buffer: ArrayBufferLike }): Move => {
    const convert = conversionOf(into.buffer, own[inputs.indexOf(array)], array.buffer, array.dtype);
    return (at, step, count) => convert(0, 8, at, step, count);
  };
  const move = isTest ? undefined : conversionOf(out.buffer, out.dtype, to.buffer, loop);
  const storeBools = isTest ? realStore(out, FLOAT64, bools) : undefined;
  const store: Move = (at, step, count) =>
    move ? move(at, step, 0, 8, count) : storeBools!(at, step, count);
  const put = (k: number, value: bigint): void => {
    if (isTest) bools[k] = value === 0n ? 0 : 1;
    else to[k] = value;
  };
  if (inputs.length === 1) {
    const operation = WIDE_UNARY[name];
    const compute = (count: number): void => {
      for (let k = 0; k < count; k++) put(k, operation(x[k], kind));
    };
    return { loads: [load(inputs[0], x)], compute, store };
  }
  const operation = WIDE_BINARY[name];
  const whole = isTest ? undefined : WIDE_LOOPS[name];
  const isCompared = isTest && isComparison(name) && own[0] === own[1];
  const test = isCompared ? wideTest(name, kind.isUnsigned, wides[0], wides[1]) : undefined;
  const compute = (count: number): void => {
    if (name === 'power') checkExponents(y, count);
    if (whole) whole(wides[0], wides[1], wides[2], count);
    else if (test) test(bools, count);
    else for (let k = 0; k < count; k++) put(k, operation(x[k], y[k], kind));
  };
  return { loads: [load(inputs[0], x), load(inputs[1], y)], compute, store };
}

const complexes = [0, 1, 2].map(() => new Float64Array(2 * BLOCK));

function complexPlan(name: string, loop: DType, inputs: readonly NDArray[], out: NDArray): Plan {
  const [x, y, to] = complexes;
  const reals = scratch[2];
  const load = (array: NDArray, into: Float64Array): Move => {
    const convert = conversionOf(into.buffer, COMPLEX128, array.buffer, array.dtype);
    return (at, step, count) => convert(0, 16, at, step, count);
  };
  const move = conversionOf(out.buffer, out.dtype, to.buffer, COMPLEX128);
  const moveReal = conversionOf(out.buffer, out.dtype, reals.buffer, FLOAT64);
  let isReal = false;
  const round = loop.format === 'complex64' ? Math.fround : (value: number): number => value;
  const put = (k: number, value: Complex | number): void => {
    isReal = typeof value === 'number';
    if (typeof value === 'number') reals[k] = round(value);
    else {
      to[2 * k] = round(value.re);
      to[2 * k + 1] = round(value.im);
    }
  };
  const at = (from: Float64Array, k: number): Complex => ({ re: from[2 * k], im: from[2 * k + 1] });
  const store: Move = (to0, step, count) =>
    isReal ? moveReal(to0, step, 0, 8, count) : move(to0, step, 0, 16, count);
  if (inputs.length === 1) {
    const operation = COMPLEX_UNARY[name];
    const compute = (count: number): void => {
      for (let k = 0; k < count; k++) put(k, operation(at(x, k)));
    };
    return { loads: [load(inputs[0], x)], compute, store };
  }
  const operation = COMPLEX_BINARY[name];
  const compute = (count: number): void => {
    for (let k = 0; k < count; k++) put(k, operation(at(x, k), at(y, k)));
  };
  return { loads: [load(inputs[0], x), load(inputs[1], y)], compute, store };
}
