/**
 * The least or the greatest of a run: of doubles, and of 64-bit integers by their words, since a bigint for each would take ten
 * times as long.
 */

export interface WideRun {
  readonly view: DataView;
  readonly isLittle: boolean;
  readonly isUnsigned: boolean;
}

/** The extreme of `count` items (at least one) from byte `at` on, `step` bytes apart. */
export function wideExtreme(run: WideRun, isMax: boolean, at: number, step: number, count: number): bigint {
  const { view, isLittle, isUnsigned } = run;
  const [low, high] = isLittle ? [0, 4] : [4, 0];
  // The upper half of a signed integer has the sign; that of an unsigned one is ordered so by turning its first bit.
  const flip = isUnsigned ? 2 ** 31 : 0;
  let best = at;
  let bestUpper = view.getInt32(at + high, isLittle) ^ flip;
  let bestLower = view.getUint32(at + low, isLittle);
  for (let k = 1, place = at + step; k < count; k++, place += step) {
    const upper = view.getInt32(place + high, isLittle) ^ flip;
    if (isMax ? upper < bestUpper : upper > bestUpper) continue;
    const lower = view.getUint32(place + low, isLittle);
    if (upper === bestUpper && (isMax ? lower <= bestLower : lower >= bestLower)) continue;
    best = place;
    bestUpper = upper;
    bestLower = lower;
  }
  return isUnsigned ? view.getBigUint64(best, isLittle) : view.getBigInt64(best, isLittle);
}

/** The extreme of the first `count` numbers (at least one); NaN where one is, and of equal ones the last, as NumPy's loops. */
export function extremeOfNumbers(items: ArrayLike<number>, isMax: boolean, count: number): number {
  let best = items[0];
  for (let k = 0; k < count; k++) {
    const one = items[k];
    if (one !== one) return NaN;
    if (isMax ? one >= best : one <= best) best = one;
  }
  return best;
}
