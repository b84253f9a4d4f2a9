/** A `ByteSource` over bytes in memory. Reads return copies, so that no reader can change the bytes. */
import type { ByteSource } from '../../bytes';
import { abortedError } from './abort';
import { checkRange } from './range';

/** Returns a source over `bytes`. `out-of-bounds` for a read past the end. */
export function memorySource(bytes: Uint8Array): ByteSource {
  return {
    byteLength: bytes.byteLength,
    read: async (byteOffset, byteLength, signal) => {
      if (signal?.aborted) throw abortedError(signal);
      checkRange(byteOffset, byteLength, bytes.byteLength);
      return Promise.resolve(Uint8Array.from(bytes.subarray(byteOffset, byteOffset + byteLength)));
    },
  };
}
