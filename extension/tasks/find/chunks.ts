/**
 * A layout's items in C order, cut into chunks that are read one at a time: the item numbers from `start` to `end` are
 * those of a rectangle of the array.
 * Invariant: every item is in exactly one chunk; a chunk has at most `maxItems` items, or is one row of the last axis cut.
 */
import { isCContiguous, Layout, unravelIndex } from '../../../core/index';

export interface Chunk {
  readonly start: number;
  /** The number after the last. */
  readonly end: number;
  readonly layout: Layout;
}

export class Chunks {
  readonly #layout: Layout;
  /** The axis that is cut; −1 for an array without axes. */
  readonly #axis: number;
  /** How many indices of it are in a chunk, and how many items in one index of it. */
  readonly #rows: number;
  readonly #inner: number;

  constructor(layout: Layout, maxItems: number) {
    this.#layout = isCContiguous(layout) ? flat(layout) : layout;
    const { shape } = this.#layout;
    let axis = shape.length - 1;
    let inner = 1;
    while (axis > 0 && inner * shape[axis] <= maxItems) inner *= shape[axis--];
    this.#axis = axis;
    this.#inner = inner;
    this.#rows = axis < 0 ? 1 : Math.min(shape[axis], Math.max(1, Math.floor(maxItems / inner)));
  }

  /** The chunk that item number `number` is in. */
  at(number: number): Chunk {
    const layout = this.#layout;
    const axis = this.#axis;
    if (axis < 0) return { start: 0, end: 1, layout };
    const length = layout.shape[axis];
    const row = quotient(number, this.#inner);
    const along = row % length;
    const first = along - (along % this.#rows);
    const count = Math.min(this.#rows, length - first);
    const start = (row - along + first) * this.#inner;
    const shape = layout.shape.map((all, k) => (k < axis ? 1 : k === axis ? count : all));
    const offset = layout.byteOffset(unravelIndex(start, layout.shape));
    return {
      start,
      end: start + count * this.#inner,
      layout: Layout.of({ ...layout.toFields(), shape, offset }),
    };
  }

  /** The chunks that hold the items `from` … `end − 1`, from either side. */
  *within(from: number, end: number, isBackward: boolean): Generator<Chunk> {
    for (let at = from, last = end - 1; at <= last;) {
      const chunk = this.at(isBackward ? last : at);
      yield chunk;
      if (isBackward) last = chunk.start - 1;
      else at = chunk.end;
    }
  }
}

function flat({ size, itemsize, offset }: Layout): Layout {
  return Layout.of({ shape: [size], strides: [itemsize], offset, itemsize });
}

/** Exact up to 2^53. */
const quotient = (number: number, by: number): number => (number - (number % by)) / by;
