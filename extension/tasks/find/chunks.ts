/**
 * Splits the items of a layout, in C order, into chunks: each is a rectangular part of the array.
 * Invariant: every item is in exactly one chunk, and no chunk has more than `maxItems` items.
 */
import { isCContiguous, Layout, unravelIndex } from '../../../core/index';

/** The items number `start` … `end − 1`. */
export interface Chunk {
  readonly start: number;
  readonly end: number;
  readonly layout: Layout;
}

/** The chunks of a layout. */
export class Chunks {
  readonly #layout: Layout;
  /** The axis that is split; −1 for a zero-dimensional array. */
  readonly #axis: number;
  /** Number of its indices in a chunk, and of items in each of them. */
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

  /** Returns the chunk of item number `number`. */
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

  /** Yields the chunks of the items `from` … `end − 1`, from either end. */
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

/** Integer division, exact up to 2^53. */
const quotient = (number: number, by: number): number => (number - (number % by)) / by;
