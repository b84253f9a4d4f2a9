/** The length of the first half into which `pairwise_sum` (loops_utils.h.src) splits a run: a multiple of 8 items. */
export const pairwiseHalf = (count: number): number => {
  const half = Math.floor(count / 2);
  return half - (half % 8);
};
