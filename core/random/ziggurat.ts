/**
 * Standard normal numbers by the ziggurat method, in the order of draws of NumPy's `random_standard_normal` (distributions.c).
 * The first draw decides in 99 of 100 cases.
 */
import type { BitSource } from './bitSource';
import { log } from './log';
import { doubleZiggurat, singleZiggurat } from './zigguratTables';

/** Start of the tail. */
const TAIL = 3.6541528853610088;
const TAIL_INVERSE = 0.27366123732975828;
const SINGLE = 2 ** -24;

const words = new Uint32Array(2);

/** log(1 - u): NumPy draws from (0, 1]. */
const logOfComplement = (u: number): number => log(1 - u);

/** A standard normal number. */
export function standardNormal(bits: BitSource): number {
  const { wi, ki, fi } = doubleZiggurat();
  for (;;) {
    bits.nextUint64(words);
    const level = words[0] & 0xff;
    const isNegative = (words[0] & 0x100) !== 0;
    // Bits 9 to 60.
    const mantissa = (words[0] >>> 9) + (words[1] & 0x1fffffff) * 2 ** 23;
    const x = (isNegative ? -mantissa : mantissa) * wi[level];
    if (mantissa < ki[level]) return x;
    if (level === 0) return fromTail(bits, (words[0] & 0x20000) !== 0);
    const height = (fi[level - 1] - fi[level]) * bits.nextDouble() + fi[level];
    if (height < Math.exp(-0.5 * x * x)) return x;
  }
}

function fromTail(bits: BitSource, isNegative: boolean): number {
  for (;;) {
    const x = -TAIL_INVERSE * logOfComplement(bits.nextDouble());
    const y = -logOfComplement(bits.nextDouble());
    if (y + y > x * x) return isNegative ? -(TAIL + x) : TAIL + x;
  }
}

/** A number in [0, 1) of 24 bits. */
export const nextSingle = (bits: BitSource): number => (bits.nextUint32() >>> 8) * SINGLE;

/** As `standardNormal`, in single precision. */
export function standardNormalSingle(bits: BitSource): number {
  const round = Math.fround;
  const { wi, ki, fi } = singleZiggurat();
  for (;;) {
    const word = bits.nextUint32();
    const level = word & 0xff;
    const mantissa = word >>> 9;
    const x = round(((word & 0x100) !== 0 ? -mantissa : mantissa) * wi[level]);
    if (mantissa < ki[level]) return x;
    if (level === 0) return fromSingleTail(bits, (word & 0x20000) !== 0);
    const step = round(fi[level - 1] - fi[level]);
    const height = round(round(step * nextSingle(bits)) + fi[level]);
    if (height < Math.exp(-0.5 * x * x)) return x;
  }
}

function fromSingleTail(bits: BitSource, isNegative: boolean): number {
  const round = Math.fround;
  const [tail, inverse] = [round(TAIL), round(TAIL_INVERSE)];
  for (;;) {
    const x = round(-inverse * round(logOfComplement(nextSingle(bits))));
    const y = -round(logOfComplement(nextSingle(bits)));
    if (round(y + y) > round(x * x)) return isNegative ? -round(tail + x) : round(tail + x);
  }
}
