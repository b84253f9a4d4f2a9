/** Bytes read as the numbers of a guessed dtype. */
import { FLOAT_FORMATS, floatsOf, partsOf, type FloatFormat } from './floats';
import { rounded, signedNumbers, unsignedNumbers, wordsOf, type Reading } from './words';

/** The whole words of `bytes` as doubles; complex numbers as their parts in turn. */
export function readAs(bytes: Uint8Array, { width, bigEndian, family, format }: Reading): Float64Array {
  const words = wordsOf([bytes], width, bigEndian);
  if (family !== 'float') return rounded(family === 'signed' ? signedNumbers(words) : unsignedNumbers(words));
  const float = FLOAT_FORMATS.find(({ name }) => name === format) as FloatFormat;
  return floatsOf(partsOf(words, float), float);
}
