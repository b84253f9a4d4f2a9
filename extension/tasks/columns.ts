/** Two arrays column by column: each plain field of one with that of the other, items of subarrays as further axes. */
import type * as np from '../../core/index';

export type Pair = readonly [np.NDArray, np.NDArray];

/** Two arrays without fields are one pair. Undefined where fields, or the shapes of subarrays, do not belong together. */
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
