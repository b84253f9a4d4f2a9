/** `x.flat`: the items in C order, as a sequence that can be indexed, assigned and iterated. */
import { InspectorError } from '../../errors';
import type { DType } from '../../dtype/dtype';
import { type Item, itemReader } from '../../dtype/items/read';
import { indexError } from '../../layout/errors';
import { itemLoop } from '../copy/itemLoop';
import { array } from '../create/array';
import { asIndex, flatIndex, isNothing } from './flatIndex';
import { arange } from '../create/ranges';
import type { IndexLike } from '../indexLike';
import { get } from './get';
import { item } from './items';
import { copyItem, isWholeItem } from '../create/scalar';
import type { Nested } from '../../casting/nested';
import { checkWriteable, NDArray } from '../ndarray';
import { flatten } from '../views/views';
import { byteOffsetsInC } from '../../layout/walk';

/**
 * The items of an array in C order, as a sequence that can be indexed and assigned. Source: `numpy.flatiter`.
 */
export class FlatIterator implements Iterable<Item> {
  constructor(readonly base: NDArray) {}

  /** The number of items. */
  get length(): number {
    return this.base.size;
  }

  /** Iterates over the items in C order. */
  *[Symbol.iterator](): Iterator<Item> {
    const read = itemReader(this.base.dtype);
    const view = new DataView(this.base.buffer);
    for (const offset of this.#offsets()) yield read(view, offset);
  }

  /** Returns a copy of the items that an integer, a slice, a list or a mask selects. `IndexError` as NumPy. */
  get(index: IndexLike | FlatIterator): NDArray {
    const selected = get(flatten(this.base), this.#checked(index));
    return selected.base === null ? selected : array(selected);
  }

  /** Stores values one after the other, and starts again from the first if there are too few. */
  set(index: IndexLike | FlatIterator, value: NDArray | Nested): void {
    const { base } = this;
    checkWriteable(base, 'underlying array');
    if (!(index instanceof FlatIterator) && isNothing(index)) {
      throw indexError(
        'Assigning to a flat iterator with a 0-D index is not supported',
        'Give a slice: x.flat.set("...", value).',
      );
    }
    const places = flatten(get(arange(this.length), this.#checked(index)));
    const offsets = this.#offsets();
    if (this.#isItem(index) && isWholeItem(value, base.dtype)) {
      copyItem(base, offsets[Number(item(places, 0))], value);
      return;
    }
    const source = this.#isItem(index) ? itemOf(value, base.dtype) : asSource(value, base.dtype);
    const values = flatten(source);
    if (values.size === 0) return;
    const convert = itemLoop(base, values);
    for (let k = 0; k < places.size; k++) {
      convert(offsets[Number(item(places, k))], 0, (k % values.size) * values.itemsize, 0, 1);
    }
  }

  #isItem(index: IndexLike | FlatIterator): boolean {
    const [place, ...more] = Array.isArray(index) ? (index as readonly unknown[]) : [index];
    return typeof place === 'number' && more.length === 0;
  }

  #checked(index: IndexLike | FlatIterator): IndexLike {
    const only: unknown =
      Array.isArray(index) && index.length === 1 ? (index as readonly unknown[])[0] : index;
    if (only instanceof FlatIterator) return flatIndex(asIndex(flatten(only.base)), this.length);
    return flatIndex(index as IndexLike, this.length);
  }

  #offsets(): Float64Array {
    return byteOffsetsInC(this.base.layout);
  }
}

const asSource = (value: NDArray | Nested, dtype: DType): NDArray =>
  value instanceof NDArray ? value : array(value, { dtype });

/** Returns a single value as an array. `ValueError` if it is not a single value. */
function itemOf(value: NDArray | Nested, dtype: DType): NDArray {
  let cause: unknown;
  try {
    const source = asSource(value, dtype);
    if (source.ndim === 0) return source;
  } catch (error) {
    cause = error;
  }
  throw new InspectorError('invalid-input', 'Error setting single item of array.', {
    numpyName: 'ValueError',
    action: 'Give one value that the dtype can hold.',
    cause,
  });
}
