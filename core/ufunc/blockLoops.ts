/**
 * The commonest functions as loops of their own: a loop that calls whatever function it is given is many times slower, and
 * bigints cost an allocation each. What is not here goes item by item (runLoop.ts), with the same results.
 */
import type { RealKind } from './realOperations';

/** `to = x op y` of the first `count` items. */
type RealLoop = (x: Float64Array, y: Float64Array, to: Float64Array, count: number) => void;
type WideLoop = (x: BigInt64Array, y: BigInt64Array, to: BigInt64Array, count: number) => void;
type RealLoops = Readonly<Record<string, RealLoop | undefined>>;

const ANY: RealLoops = {
  subtract(x, y, to, count) {
    for (let k = 0; k < count; k++) to[k] = x[k] - y[k];
  },
  divide(x, y, to, count) {
    for (let k = 0; k < count; k++) to[k] = x[k] / y[k];
  },
  equal(x, y, to, count) {
    for (let k = 0; k < count; k++) to[k] = x[k] === y[k] ? 1 : 0;
  },
  notEqual(x, y, to, count) {
    for (let k = 0; k < count; k++) to[k] = x[k] === y[k] ? 0 : 1;
  },
  less(x, y, to, count) {
    for (let k = 0; k < count; k++) to[k] = x[k] < y[k] ? 1 : 0;
  },
  lessEqual(x, y, to, count) {
    for (let k = 0; k < count; k++) to[k] = x[k] <= y[k] ? 1 : 0;
  },
  greater(x, y, to, count) {
    for (let k = 0; k < count; k++) to[k] = x[k] > y[k] ? 1 : 0;
  },
  greaterEqual(x, y, to, count) {
    for (let k = 0; k < count; k++) to[k] = x[k] >= y[k] ? 1 : 0;
  },
  logicalAnd(x, y, to, count) {
    for (let k = 0; k < count; k++) to[k] = x[k] !== 0 && y[k] !== 0 ? 1 : 0;
  },
  logicalOr(x, y, to, count) {
    for (let k = 0; k < count; k++) to[k] = x[k] !== 0 || y[k] !== 0 ? 1 : 0;
  },
};

const NUMBERS: RealLoops = {
  ...ANY,
  add(x, y, to, count) {
    for (let k = 0; k < count; k++) to[k] = x[k] + y[k];
  },
  maximum(x, y, to, count) {
    for (let k = 0; k < count; k++) to[k] = x[k] > y[k] || x[k] !== x[k] ? x[k] : y[k];
  },
  minimum(x, y, to, count) {
    for (let k = 0; k < count; k++) to[k] = x[k] < y[k] || x[k] !== x[k] ? x[k] : y[k];
  },
};

const multiplyIntegers: RealLoop = (x, y, to, count) => {
  for (let k = 0; k < count; k++) to[k] = Math.imul(x[k], y[k]);
};

const multiplyFloats: RealLoop = (x, y, to, count) => {
  for (let k = 0; k < count; k++) to[k] = x[k] * y[k];
};

/** The loop of real numbers that doubles hold; undefined where there is none, or the kind has a rule of its own. */
export function realLoop(name: string, { kind, bits }: RealKind): RealLoop | undefined {
  if (name === 'multiply') return kind === 'f' ? multiplyFloats : multiplyIntegers;
  const isPlain = kind !== 'b' && !(kind === 'f' && bits === 16);
  return (isPlain ? NUMBERS : ANY)[name];
}

/** Modulo 2^64, so that signs do not matter: of arrays of one type, without which bigints are allocated. */
export const WIDE_LOOPS: Readonly<Record<string, WideLoop | undefined>> = {
  add(x, y, to, count) {
    for (let k = 0; k < count; k++) to[k] = BigInt.asIntN(64, x[k] + y[k]);
  },
  subtract(x, y, to, count) {
    for (let k = 0; k < count; k++) to[k] = BigInt.asIntN(64, x[k] - y[k]);
  },
  multiply(x, y, to, count) {
    for (let k = 0; k < count; k++) to[k] = BigInt.asIntN(64, x[k] * y[k]);
  },
};

const NOTHING = new Float64Array(1024);

/** A comparison of 64-bit integers of one sign rule, by their halves, as 0 and 1. */
export function wideTest(name: string, isUnsigned: boolean, x: BigInt64Array, y: BigInt64Array): Test {
  const test = ANY[name]!;
  const [a, b] = [new Uint32Array(x.buffer), new Uint32Array(y.buffer)];
  const flip = isUnsigned ? 2 ** 31 : 0;
  return (to, count) => {
    for (let k = 0; k < 2 * count; k += 2) {
      const high = (a[k + 1] ^ flip) - (b[k + 1] ^ flip);
      to[k / 2] = high === 0 ? a[k] - b[k] : high;
    }
    test(to, NOTHING, to, count);
  };
}

type Test = (to: Float64Array, count: number) => void;
