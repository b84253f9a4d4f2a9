/** Pairs of arrays: the fields of structured arrays side by side, and items that differ in their bytes. */
import type * as np from '../../../core/index';

/** Two arrays of the same shape. */
export type Pair = readonly [np.NDArray, np.NDArray];

/**
 * Pairs each plain field of `x` with that of `y`; subarrays become further axes. Arrays without fields are a single pair.
 * Undefined where the fields, or the shapes of subarrays, do not match.
 */
export function columnPairs(x: np.NDArray, y: np.NDArray, sameNames: boolean): readonly Pair[] | undefined {
  const [a, b] = [x.dtype.fields, y.dtype.fields];
  if (!a && !b) return String(x.shape) === String(y.shape) ? [[x, y]] : undefined;
  if (a?.length !== b?.length) return undefined;
  const pairs: Pair[] = [];
  for (const [k, { name }] of (a ?? []).entries()) {
    const other = (b ?? [])[k].name;
    const inner = sameNames && name !== other ? undefined : columnPairs(x.get(name), y.get(other), sameNames);
    if (!inner) return undefined;
    pairs.push(...inner);
  }
  return pairs;
}

/** Yields the C-order numbers of the items whose bytes differ. */
export function* differingItems([x, y]: Pair): Generator<number> {
  const { itemsize, size } = x;
  const [one, two] = [x.tobytes(), y.tobytes()];
  if (Buffer.compare(one, two) === 0) return;
  for (let k = 0; k < size; k++) {
    const end = (k + 1) * itemsize;
    let at = k * itemsize;
    while (at < end && one[at] === two[at]) at++;
    if (at < end) yield k;
  }
}
