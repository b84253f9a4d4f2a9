/** Bytes for the tests of discovery: typed arrays as the files that NumPy would write, and sources that count reads. */
import type { ByteSource } from '../../../../core/bytes';
import { memorySource } from '../../../../core/file/source/memorySource';
import { samplePlan, type Sample } from '../../../../extension/discovery/guess/samples';

export function bytesOf(items: ArrayBufferView): Uint8Array {
  return new Uint8Array(items.buffer, items.byteOffset, items.byteLength);
}

export function samplesOf(bytes: Uint8Array): Sample[] {
  return samplePlan(bytes.length).map(({ byteOffset, byteLength }) => ({
    byteOffset,
    bytes: bytes.slice(byteOffset, byteOffset + byteLength),
  }));
}

/** Numbers from 0 to 1 that are the same on every run (mulberry32). */
export function randomNumbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

export function countingSource(bytes: Uint8Array): ByteSource & { readonly bytesRead: () => number } {
  const source = memorySource(bytes);
  let bytesRead = 0;
  return {
    byteLength: source.byteLength,
    read: (byteOffset, byteLength, signal) => {
      bytesRead += byteLength;
      return source.read(byteOffset, byteLength, signal);
    },
    bytesRead: () => bytesRead,
  };
}

/** An `.npy` file, version 1.0. */
export function npyFile(header: string, data: Uint8Array): Uint8Array {
  const text = `${header.padEnd(117)}\n`;
  const head = [0x93, ...Buffer.from('NUMPY'), 1, 0, text.length & 255, text.length >> 8];
  return Uint8Array.from([...head, ...Buffer.from(text, 'latin1'), ...data]);
}
