/**
 * The array object, as `numpy.ndarray`: a buffer of bytes with a dtype and a layout.
 * Invariant: the layout lies within the buffer, and `base` is collapsed as in NumPy: it is the first array
 * down the chain that owns its bytes or has no array below it.
 * `core/index.ts` attaches the other methods, and `methods.ts` declares them.
 * Spec: https://numpy.org/doc/stable/reference/arrays.ndarray.html
 */
import { InspectorError } from '../errors';
import type { DType } from '../dtype/dtype';
import { optionsOf, pythonType, wrongType } from '../layout/arguments';
import type { Layout } from '../layout/layout';
import { transpose } from '../layout/transpose';
import { ArrayFlags } from './flags';
import { reshapedInPlace, restridedInPlace } from './inPlace';

/** The array or buffer that a view took its bytes from. */
export type Base = NDArray | ArrayBufferLike;

/** The parts of a new array. */
export interface NDArrayParts {
  readonly buffer: ArrayBufferLike;
  readonly dtype: DType;
  readonly layout: Layout;
  /** Absent if the array owns its buffer. */
  readonly base?: Base;
  readonly isWriteable?: boolean;
  /**
   * Keeps `base` uncollapsed, and keeps this array as the base of its views: NumPy has another object in between
   * (`asStrided`).
   */
  readonly keepsBase?: boolean;
}

/**
 * A buffer of bytes with a dtype and a layout: strides and offsets in bytes, shape in items. Source:
 * `numpy.ndarray`.
 */
export class NDArray {
  /** The memory that holds the bytes. */
  readonly buffer: ArrayBufferLike;
  /** How to read the bytes of an item. */
  readonly dtype: DType;
  /** The array or buffer that the bytes were taken from; null if the array owns them. */
  readonly base: Base | null;
  /** Whether views of this array have it as their base, uncollapsed. */
  readonly keepsBase: boolean;
  /** The original of a copy that is yet to be written back (WRITEBACKIFCOPY). */
  writebackTo: NDArray | undefined;
  #layout: Layout;
  #isWriteable: boolean;

  constructor({ buffer, dtype, layout, base, isWriteable = true, keepsBase = false }: NDArrayParts) {
    this.buffer = buffer;
    this.dtype = dtype;
    this.keepsBase = keepsBase;
    this.base = base === undefined ? null : keepsBase ? base : collapsed(base);
    this.#layout = layout;
    this.#isWriteable = isWriteable;
  }

  /** The position of the items in `buffer`. */
  get layout(): Layout {
    return this.#layout;
  }

  /** The length of each axis, in items. */
  get shape(): readonly number[] {
    return this.#layout.shape;
  }

  /** Changes the shape in place. `AttributeError` if that needs a copy, `ValueError` if the sizes differ. */
  set shape(shape: readonly number[] | number) {
    this.#layout = reshapedInPlace(this.#layout, typeof shape === 'number' ? [shape] : shape);
  }

  /** The distance between adjacent items along each axis, in bytes. */
  get strides(): readonly number[] {
    return this.#layout.strides;
  }

  /** Changes the strides in place. `ValueError` if an item would lie outside the memory of the owner. */
  set strides(strides: readonly number[] | number) {
    this.#layout = restridedInPlace(this, typeof strides === 'number' ? [strides] : strides);
  }

  /** The number of axes. */
  get ndim(): number {
    return this.#layout.ndim;
  }

  /** The number of items. */
  get size(): number {
    return this.#layout.size;
  }

  /** The size of an item, in bytes. */
  get itemsize(): number {
    return this.dtype.itemsize;
  }

  /** The size of all items, in bytes. */
  get nbytes(): number {
    return this.#layout.nbytes;
  }

  /** The byte offset of item [0, …, 0] in `buffer`. */
  get byteOffset(): number {
    return this.#layout.offset;
  }

  /** The six flags at the time of the call. */
  get flags(): ArrayFlags {
    return new ArrayFlags(this);
  }

  /** The WRITEABLE flag. */
  get isWriteable(): boolean {
    return this.#isWriteable;
  }

  /** The view with its axes reversed. */
  get T(): NDArray {
    return viewOf(this, transpose(this.#layout));
  }

  /**
   * Sets or clears the WRITEABLE flag. `ValueError` if the array is a view of read-only bytes and cannot be
   * made writeable.
   */
  setflags(options: { readonly write?: boolean }): void {
    const { write } = optionsOf(options, ['write']);
    if (write === undefined) return;
    if (write && !canBeWriteable(this)) {
      throw new InspectorError('read-only', 'cannot set WRITEABLE flag to True of this array', {
        numpyName: 'ValueError',
        action: 'Copy the array: the copy can be written to.',
      });
    }
    this.#isWriteable = write;
  }
}

function collapsed(base: Base): Base {
  let at = base;
  while (at instanceof NDArray && at.base instanceof NDArray && !at.keepsBase) at = at.base;
  return at;
}

/**
 * Follows `_IsWriteable` (common.c): an array down the chain must be writeable, or the bytes must come from
 * elsewhere.
 */
function canBeWriteable(x: NDArray): boolean {
  for (let at = x; ; at = at.base) {
    if (at !== x && at.isWriteable) return true;
    if (at.base === null) return at === x;
    if (at.keepsBase) return false;
    if (!(at.base instanceof NDArray)) return true;
  }
}

/**
 * Returns a view of the bytes of `x`, with another layout. By default the dtype and the WRITEABLE flag are
 * those of `x`.
 */
export function viewOf(
  x: NDArray,
  layout: Layout,
  { dtype = x.dtype, isWriteable = x.isWriteable }: { dtype?: DType; isWriteable?: boolean } = {},
): NDArray {
  return new NDArray({ buffer: x.buffer, dtype, layout, base: x, isWriteable });
}

/** Throws `TypeError` unless `x` is an array. */
export function checkArray(x: unknown): asserts x is NDArray {
  if (!(x instanceof NDArray))
    throw wrongType(`an array is wanted, not '${pythonType(x)}'`, 'Give an NDArray.');
}

/** Throws `ValueError` if the array is read-only. `what` names the array in the message. */
export function checkWriteable(x: NDArray, what = 'assignment destination'): void {
  if (x.isWriteable) return;
  throw new InspectorError('read-only', `${what} is read-only`, {
    numpyName: 'ValueError',
    action: 'Copy the array, or make it writeable with setflags({ write: true }).',
  });
}
