/** Byte counts as people say them: decimal units, as NumPy's users count (10000 × 10000 float32 is 400 MB). */

const UNITS = ['kB', 'MB', 'GB', 'TB', 'PB'];

/** `1 byte`, `512 bytes`, `400 MB`, `1.5 GB`: at most three digits. */
export function bytesText(byteLength: number): string {
  if (byteLength < 1000) return byteLength === 1 ? '1 byte' : `${byteLength} bytes`;
  let value = byteLength;
  let unit = -1;
  while (value >= 999.5 && unit < UNITS.length - 1) {
    value /= 1000;
    unit++;
  }
  return `${Number(value.toPrecision(3))} ${UNITS[unit]}`;
}

/** `0x00000010`: at least eight digits, more where the largest offset needs them. */
export function hexOffset(byteOffset: number, digits = 8): string {
  const sign = byteOffset < 0 ? '−' : '';
  return `${sign}0x${Math.abs(byteOffset).toString(16).toUpperCase().padStart(digits, '0')}`;
}
