/** Bytes read as the numbers of a guessed dtype. */
import type { SmallFloat } from '../../../core/dtype/formats';
import { smallFloatDecoder } from '../../../core/dtype/items/smallFloat';
import { rankNumbers, toDoubles, signedNumbers, unsignedNumbers, wordsOf, type Reading } from './words';

/** The whole words of `slices` as doubles; complex numbers as their parts in turn. */
export function readValues(slices: readonly Uint8Array[], reading: Reading): Float64Array {
  const { width, bigEndian, family, format } = reading;
  if (family === 'float' && width >= 4) return nativeFloats(slices, reading);
  const words = wordsOf(slices, width, bigEndian);
  if (family !== 'float')
    return toDoubles(family === 'signed' ? signedNumbers(words) : unsignedNumbers(words));
  // A rank is the magnitude's bits, with the sign in front.
  const decode = smallFloatDecoder(format as SmallFloat);
  return toDoubles(rankNumbers(words)).map(rank => Math.sign(rank) * decode(Math.abs(rank)));
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
