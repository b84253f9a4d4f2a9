/**
 * Counts the items of an array that a conversion to another dtype would change, before anything is written.
 * Numbers are compared exactly with their converted value; other items by a conversion there and back.
 */
import * as np from '../../../core/index';
import { withArray } from '../openArray';
import { columnPairs, differingItems } from '../compare/columnPairs';
import { type Loss, itemLoss } from './itemLoss';
import type { ArrayPlace, Task } from '../task';
import { itemText } from '../itemText';
import { exactNumbers, indexIn, walkTiles } from '../walkTiles';

/** The items that are changed in one way. */
export interface CastLoss {
  readonly loss: Loss;
  readonly count: number;
  /** The index of the first one in C order. */
  readonly firstIndex: readonly number[];
  /** Its value and the converted one, as NumPy prints them. */
  readonly before: string;
  readonly after: string;
}

/** Returns the losses by kind; empty where every item survives. */
export const castLosses: Task<
  { readonly place: ArrayPlace; readonly dtype: string },
  { readonly losses: readonly CastLoss[] }
> = ({ place, dtype: text }, context) =>
  withArray(place, async map => {
    const dtype = np.parseDType(text);
    const found = new Map<Loss, CastLoss & { readonly flat: number }>();
    await walkTiles([map], context, part => {
      const [x] = part.arrays;
      const y = x.astype(dtype, { order: 'C' });
      for (const [loss, { count, firstK }] of countLosses(itemLosses(x, y))) {
        const { index, flat } = indexIn(part, map.shape, firstK);
        const there = found.get(loss);
        // Tiles need not come in C order.
        const first =
          there && there.flat < flat
            ? there
            : { loss, flat, firstIndex: index, before: itemText(x, firstK), after: itemText(y, firstK) };
        found.set(loss, { ...first, count: count + (there?.count ?? 0) });
      }
    });
    return { losses: [...found.values()] };
  });

/** Yields the changed items by their C-order number; of structured items, the first loss of each. */
function* itemLosses(x: np.NDArray, y: np.NDArray): Generator<[number, Loss]> {
  const pairs = columnPairs(x, y, false) ?? [[x, y]];
  const isLost = new Uint8Array(x.size);
  for (const [a, b] of pairs) {
    for (const [k, loss] of columnLosses(a, b)) {
      const item = Math.floor((k * x.size) / a.size);
      if (isLost[item] === 0) yield [item, loss];
      isLost[item] = 1;
    }
  }
}

/** Yields the losses of one column. */
function* columnLosses(x: np.NDArray, y: np.NDArray): Generator<[number, Loss]> {
  const [before, after] = [exactNumbers(x), exactNumbers(y)];
  if (!before || !after || (x.dtype.unit && y.dtype.unit)) {
    yield* roundTripLosses(x, y);
    return;
  }
  const { kind } = y.dtype;
  for (let k = 0; k < x.size; k++) {
    const loss = itemLoss(before.re[k], after.re[k], kind);
    if (loss) yield [k, loss];
    else if (before.im && !after.im && before.im[k] !== 0) yield [k, 'imaginary'];
    else if (before.im && after.im) {
      const other = itemLoss(before.im[k], after.im[k], kind);
      if (other) yield [k, other];
    }
  }
}

/** Yields the items that a conversion there and back changes. */
function* roundTripLosses(x: np.NDArray, y: np.NDArray): Generator<[number, Loss]> {
  for (const k of differingItems([x, y.astype(x.dtype)])) yield [k, 'other'];
}

/** Counts each kind of loss in a tile, with its first item. */
function countLosses(
  losses: Iterable<[number, Loss]>,
): ReadonlyMap<Loss, { readonly count: number; readonly firstK: number }> {
  const counts = new Map<Loss, { count: number; firstK: number }>();
  for (const [k, loss] of losses) {
    const there = counts.get(loss);
    if (!there) {
      counts.set(loss, { count: 1, firstK: k });
      continue;
    }
    there.count++;
    there.firstK = Math.min(there.firstK, k);
  }
  return counts;
}
