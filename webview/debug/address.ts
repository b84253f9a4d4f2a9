/** Addresses as they are shown. */

/** `0x7F3A5C0010`: the address that a decimal text stands for. */
export function hexAddress(decimal: string): string {
  return `0x${BigInt(decimal).toString(16).toUpperCase()}`;
}
