/** Raw bytes as NumPy prints an unstructured void: every byte an escape, in capitals. */
const HEX = Array.from(
  { length: 256 },
  (_, byte) => `\\x${byte.toString(16).toUpperCase().padStart(2, '0')}`,
);

/** `b'\x61\xFF'`. */
export const voidText = (bytes: Uint8Array): string => `b'${Array.from(bytes, byte => HEX[byte]).join('')}'`;
