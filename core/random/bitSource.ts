/**
 * A stream of random bits: what every distribution draws from. Invariant: a stream is a function of its seed and of
 * the calls made, as `bitgen_t` of NumPy is (numpy/random/bitgen.h).
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
