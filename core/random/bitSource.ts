/**
 * A bit generator: the stream of random bits that distributions draw from, as NumPy's `bitgen_t` (numpy/random/bitgen.h).
 * Invariant: the stream depends on the seed and the calls alone.
 */
export interface BitSource {
  /** 32 bits, as a number in [0, 2^32). */
  nextUint32(): number;
  /** 64 bits, as two numbers in [0, 2^32), written to `target`: the low word, then the high one. */
  nextUint64(target: Uint32Array): void;
  /** 53 bits, as a number in [0, 1). */
  nextDouble(): number;
  /** As `nextDouble` for every item of `target`, in order. */
  fillDoubles(target: Float64Array): void;
}
