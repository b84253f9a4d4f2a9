/** The ends of the range of a whole number's dtype, and what lies beside them. NumPy makes them in `test/oracle/claims/ends.py`. */
import * as np from '../../../core/index';

const BOUNDS: Readonly<Record<string, readonly [low: bigint, high: bigint]>> = Object.fromEntries(
  [8, 16, 32, 64].flatMap(bits => {
    const half = 1n << BigInt(bits - 1);
    return [
      [`i${bits / 8}`, [-half, half - 1n]],
      [`u${bits / 8}`, [0n, 2n * half - 1n]],
    ];
  }),
);

export const ends = (dtype: string): np.NDArray => {
  const [low, high] = BOUNDS[dtype];
  return np.array([low, high, 0, 1, high - 1n, low + 1n, 3], { dtype });
};
