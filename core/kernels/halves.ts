/** Where `pairwise_sum` (loops_utils.h.src) halves a run: the first part is a multiple of 8 items long. */
export const halfOf = (count: number): number => {
  const half = Math.floor(count / 2);
  return half - (half % 8);
};
