/** Seeds that nobody chose: from the system's cryptographic generator, which Node and browsers both have. */

interface CryptoLike {
  getRandomValues(target: Uint32Array): unknown;
}

/** `count` numbers of 32 bits. */
export function freshEntropy(count: number): Uint32Array {
  const words = new Uint32Array(count);
  (globalThis as unknown as { crypto: CryptoLike }).crypto.getRandomValues(words);
  return words;
}
