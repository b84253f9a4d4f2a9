/** Valid ranges for a read from a `ByteSource`: non-negative integers within the available bytes. */
import { InspectorError } from '../../errors';

/** The maximum size of a read: the length that a typed array supports on every platform. */
const MAX_READ_BYTES = 2 ** 31 - 1;

/**
 * Throws `out-of-bounds` unless the range lies within `available` bytes, and `too-large` if it is too long
 * for one read.
 */
export function checkRange(byteOffset: number, byteLength: number, available: number): void {
  const whole = Number.isSafeInteger(byteOffset) && Number.isSafeInteger(byteLength);
  if (!whole || byteOffset < 0 || byteLength < 0 || byteOffset + byteLength > available) {
    throw new InspectorError(
      'out-of-bounds',
      `cannot read ${byteLength} bytes at offset ${byteOffset}: there are ${available} bytes`,
      { action: `Stay between offset 0 and ${available}.`, fields: { byteOffset, byteLength, available } },
    );
  }
  if (byteLength > MAX_READ_BYTES) {
    throw new InspectorError('too-large', `cannot read ${byteLength} bytes at once`, {
      action: `Read at most ${MAX_READ_BYTES} bytes at a time.`,
      fields: { byteOffset, byteLength },
    });
  }
}
