/** Two arrays beside each other: column by column where their items have fields, and byte by byte. */
import type * as np from '../../../core/index';

export type Pair = readonly [np.NDArray, np.NDArray];

/**
 * Each plain field of one with that of the other, items of subarrays as further axes. Two arrays without fields are one
 * pair. Undefined where fields, or the shapes of subarrays, do not belong together.
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

/** The items, by their number in C order, whose bytes are not the same in both. */
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
