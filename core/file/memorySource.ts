/** A `ByteSource` over bytes of this process: small files that were read whole, and tests. */
import type { Abortable, ByteSource } from '../bytes';
import { InspectorError } from '../errors';

/** Reads of `bytes`; each answer is a copy of its own. */
export function memorySource(bytes: Uint8Array): ByteSource {
  const read = (byteOffset: number, byteLength: number, signal?: Abortable): Promise<Uint8Array> => {
    if (signal?.aborted) return Promise.reject(new InspectorError('aborted', 'the read was cancelled'));
    const end = byteOffset + byteLength;
    if (byteOffset >= 0 && byteLength >= 0 && end <= bytes.length)
      return Promise.resolve(bytes.slice(byteOffset, end));
    return Promise.reject(
      new InspectorError(
        'out-of-bounds',
        `bytes ${byteOffset} to ${end} lie outside the ${bytes.length} bytes there are`,
      ),
    );
  };
  return { byteLength: bytes.length, read };
}
