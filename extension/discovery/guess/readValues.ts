/** Bytes read as the numbers of a guessed dtype. */
import { rankNumbers, rounded, signedNumbers, unsignedNumbers, wordsOf, type Reading } from './words';

/** The whole words of `slices` as doubles; complex numbers as their parts in turn. */
export function readAs(slices: readonly Uint8Array[], reading: Reading): Float64Array {
  const { width, bigEndian, family, format } = reading;
  if (family === 'float' && width >= 4) return nativeFloats(slices, reading);
  const words = wordsOf(slices, width, bigEndian);
  if (family !== 'float') return rounded(family === 'signed' ? signedNumbers(words) : unsignedNumbers(words));
  const ranks = rounded(rankNumbers(words));
  return ranks.map(format === 'bfloat16' ? fromBfloat16 : fromFloat16);
}

function nativeFloats(slices: readonly Uint8Array[], { width, bigEndian }: Reading): Float64Array {
  const lengths = slices.map(slice => Math.floor(slice.length / width));
  const values = new Float64Array(lengths.reduce((sum, length) => sum + length, 0));
  let at = 0;
  for (const [k, { buffer, byteOffset, byteLength }] of slices.entries()) {
    const view = new DataView(buffer, byteOffset, byteLength);
    for (let word = 0; word < lengths[k]; word++, at++) {
      values[at] =
        width === 4 ? view.getFloat32(word * 4, !bigEndian) : view.getFloat64(word * 8, !bigEndian);
    }
  }
  return values;
}

const scratch = new DataView(new ArrayBuffer(4));

/** bfloat16 is the upper half of a float32; a rank is its magnitude with the sign in front. */
function fromBfloat16(rank: number): number {
  scratch.setUint32(0, Math.abs(rank) * 0x10000);
  return Math.sign(rank) * scratch.getFloat32(0);
}

/** IEEE 754 binary16: 5 bits of exponent, 10 of mantissa. */
function fromFloat16(rank: number): number {
  const exponent = Math.abs(rank) >> 10;
  const mantissa = (Math.abs(rank) & 0x3ff) / 1024;
  const size =
    exponent === 31
      ? mantissa === 0
        ? Infinity
        : NaN
      : exponent === 0
        ? mantissa * 2 ** -14
        : (1 + mantissa) * 2 ** (exponent - 15);
  return Math.sign(rank) * size;
}
