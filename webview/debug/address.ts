/** Formats an address, given as a decimal string, in hexadecimal: `0x7F3A5C0010`. */
export function hexAddress(decimal: string): string {
  return `0x${BigInt(decimal).toString(16).toUpperCase()}`;
}
