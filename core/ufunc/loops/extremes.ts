/**
 * The minimum or maximum of a run of items: of doubles, and of 64-bit integers by their halves, since a bigint for each
 * would take ten times as long.
 */

/** The bytes of 64-bit integers. */
export interface Int64Run {
  readonly view: DataView;
  readonly isLittle: boolean;
  readonly isUnsigned: boolean;
}

/** The extreme of `count` items (at least one) from `byteOffset` on, `step` bytes apart. */
export function int64Extreme(
  { view, isLittle, isUnsigned }: Int64Run,
  isMax: boolean,
  byteOffset: number,
  step: number,
  count: number,
): bigint {
  const [low, high] = isLittle ? [0, 4] : [4, 0];
  // Flipping the first bit makes unsigned upper halves sort as signed ones.
  const flip = isUnsigned ? 2 ** 31 : 0;
  let best = byteOffset;
  let bestUpper = view.getInt32(best + high, isLittle) ^ flip;
  let bestLower = view.getUint32(best + low, isLittle);
  for (let k = 1, at = byteOffset + step; k < count; k++, at += step) {
    const upper = view.getInt32(at + high, isLittle) ^ flip;
    if (isMax ? upper < bestUpper : upper > bestUpper) continue;
    const lower = view.getUint32(at + low, isLittle);
    if (upper === bestUpper && (isMax ? lower <= bestLower : lower >= bestLower)) continue;
    best = at;
    bestUpper = upper;
    bestLower = lower;
  }
  return isUnsigned ? view.getBigUint64(best, isLittle) : view.getBigInt64(best, isLittle);
}

/** The extreme of the first `count` numbers (at least one); NaN where one is; of equal ones the last, as NumPy's loops. */
export function numberExtreme(items: ArrayLike<number>, isMax: boolean, count: number): number {
  let best = items[0];
  for (let k = 0; k < count; k++) {
    const item = items[k];
    if (item !== item) return NaN;
    if (isMax ? item >= best : item <= best) best = item;
  }
  return best;
}
