/** Unpredictable seeds from the system's cryptographic generator, which both Node and browsers have. */

interface CryptoLike {
  getRandomValues(target: Uint32Array): unknown;
}

/** `count` random 32-bit words. */
export function freshEntropy(count: number): Uint32Array {
  const words = new Uint32Array(count);
  (globalThis as unknown as { crypto: CryptoLike }).crypto.getRandomValues(words);
  return words;
}
