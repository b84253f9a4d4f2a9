/** A `ByteSource` over bytes that are already here. Reads are copies, so that no reader can change them. */
import type { ByteSource } from '../../bytes';
import { abortedError } from './abort';
import { checkRange } from './range';

/** Bytes of memory as a source: reads copy, and past the end are refused (`out-of-bounds`). */
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
