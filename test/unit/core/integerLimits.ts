/** The limits of an integer dtype and values next to them, as NumPy makes them in `test/oracle/claims/integer_limits.py`. */
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

/** The limits of the dtype, 0, 1, the values next to the limits, and 3. */
export const integerLimits = (dtype: string): np.NDArray => {
  const [low, high] = BOUNDS[dtype];
  return np.array([low, high, 0, 1, high - 1n, low + 1n, 3], { dtype });
};
