/**
 * Items copied without conversion: one loop for each item size, and a single copy if both sides are
 * contiguous.
 */
import type { Layout } from '../layout/layout';
import type { Conversion } from './types';

/**
 * Returns an unsigned integer array over a buffer, for items of `itemsize` bytes. The dtype does not matter.
 */
function wordsOf(
  buffer: ArrayBufferLike,
  itemsize: number,
): Uint8Array | Uint16Array | Int32Array | undefined {
  const count = Math.floor(buffer.byteLength / itemsize);
  if (itemsize === 1) return new Uint8Array(buffer);
  if (itemsize === 2) return new Uint16Array(buffer, 0, count);
  if (itemsize % 4 === 0) return new Int32Array(buffer, 0, Math.floor(buffer.byteLength / 4));
  return undefined;
}

const wordSize = (itemsize: number): number => (itemsize % 4 === 0 ? 4 : itemsize);

function copyWords(
  into: Uint8Array | Uint16Array | Int32Array,
  from: Uint8Array | Uint16Array | Int32Array,
  [to, toStep, at, step]: readonly number[],
  words: number,
  count: number,
): void {
  if (words === 1) for (let k = 0; k < count; k++) into[to + k * toStep] = from[at + k * step];
  else if (words === 2) {
    for (let k = 0, a = to, b = at; k < count; k++, a += toStep, b += step) {
      into[a] = from[b];
      into[a + 1] = from[b + 1];
    }
  } else {
    for (let k = 0, a = to, b = at; k < count; k++, a += toStep, b += step)
      for (let word = 0; word < words; word++) into[a + word] = from[b + word];
  }
}

/** Returns the loop that copies items of `itemsize` bytes from `bytes` to `into`. */
export function byteConversion(into: ArrayBufferLike, bytes: ArrayBufferLike, itemsize: number): Conversion {
  const [target, source] = [new Uint8Array(into), new Uint8Array(bytes)];
  const size = wordSize(itemsize);
  const [wide, wideSource] = itemsize === 0 ? [] : [wordsOf(into, itemsize), wordsOf(bytes, itemsize)];
  return (to, toStep, from, fromStep, count) => {
    if (toStep === itemsize && fromStep === itemsize) {
      target.set(source.subarray(from, from + count * itemsize), to);
      return;
    }
    const places = [to, toStep, from, fromStep];
    if (into === bytes && [to - from, toStep, fromStep].some(place => place % itemsize !== 0)) {
      // Items may overlap: read each one completely before storing it.
      for (let k = 0; k < count; k++) {
        target.copyWithin(to + k * toStep, from + k * fromStep, from + k * fromStep + itemsize);
      }
      return;
    }
    if (wide && wideSource && places.every(place => place % size === 0)) {
      const scaled = places.map(place => place / size);
      copyWords(wide, wideSource, scaled, itemsize / size, count);
      return;
    }
    for (let k = 0; k < count; k++) {
      const [a, b] = [to + k * toStep, from + k * fromStep];
      for (let byte = 0; byte < itemsize; byte++) target[a + byte] = source[b + byte];
    }
  };
}

/** Copies one item between two byte offsets. */
export type ItemCopier = (to: number, from: number) => void;

/** Whether every item of a layout starts at a multiple of its size, so that items can be copied as integers. */
export function liesOnWords({ offset, strides, itemsize }: Layout): boolean {
  const size = wordSize(itemsize);
  return offset % size === 0 && strides.every(stride => stride % size === 0);
}

/**
 * Returns the function that copies single items of `itemsize` bytes. Set `onWords` only if `liesOnWords`
 * holds for both sides.
 */
export function itemCopier(
  into: ArrayBufferLike,
  bytes: ArrayBufferLike,
  itemsize: number,
  onWords: boolean,
): ItemCopier {
  const [target, source] = onWords && itemsize > 0 ? [wordsOf(into, itemsize), wordsOf(bytes, itemsize)] : [];
  const [a, b] = target && source ? [target, source] : [new Uint8Array(into), new Uint8Array(bytes)];
  const size = a.BYTES_PER_ELEMENT;
  const words = itemsize / size;
  if (words === 1) return (to, from) => (a[to / size] = b[from / size]);
  return (to, from) => {
    const [first, start] = [to / size, from / size];
    for (let word = 0; word < words; word++) a[first + word] = b[start + word];
  };
}
