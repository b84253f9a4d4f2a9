/** What a `ByteSource` may be asked for: whole, non-negative numbers of bytes inside what is there. */
import { InspectorError } from '../../errors';

/** The most that one read gives back: what one typed array holds on every platform. */
export const MAX_READ_BYTES = 2 ** 31 - 1;

/** Throws `out-of-bounds` unless the range lies within `available` bytes, `too-large` when it is no single read. */
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
