/**
 * The array object: bytes of a buffer, seen through a dtype and a layout, as `numpy.ndarray`.
 * Invariant: the layout never reaches outside the buffer, and `base` has collapsed as NumPy's does: it is the first
 * array down the chain that owns its bytes or has none below it.
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

/** What an array that does not own its bytes took them from. */
export type Base = NDArray | ArrayBufferLike;

export interface NDArrayParts {
  readonly buffer: ArrayBufferLike;
  readonly dtype: DType;
  readonly layout: Layout;
  /** Absent for an array that owns its buffer. */
  readonly base?: Base;
  readonly isWriteable?: boolean;
  /** The base stays what it is, as it does where NumPy has an object of another kind between: `asStrided`. */
  readonly keepsBase?: boolean;
}

/**
 * Bytes of a buffer, seen through a dtype and a layout: strides and offsets in bytes, shape in items. Source:
 * `numpy.ndarray`.
 */
export class NDArray {
  /** All of the memory that the bytes are in. */
  readonly buffer: ArrayBufferLike;
  /** What an item's bytes mean. */
  readonly dtype: DType;
  /** What the bytes were taken from; null for an array that owns them. */
  readonly base: Base | null;
  /** Views of this array have it as their base. */
  readonly keepsBase: boolean;
  /** The original of a copy that is still to be written back to it (WRITEBACKIFCOPY). */
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

  /** Where the items are in `buffer`. */
  get layout(): Layout {
    return this.#layout;
  }

  get shape(): readonly number[] {
    return this.#layout.shape;
  }

  /** In place, over the same bytes. `AttributeError` where that takes a copy, `ValueError` where sizes differ. */
  set shape(shape: readonly number[] | number) {
    this.#layout = reshapedInPlace(this.#layout, typeof shape === 'number' ? [shape] : shape);
  }

  /** Bytes from one item to the next, for each axis. */
  get strides(): readonly number[] {
    return this.#layout.strides;
  }

  /** In place. `ValueError` where they reach outside the memory of the array or of what it is a view of. */
  set strides(strides: readonly number[] | number) {
    this.#layout = restridedInPlace(this, typeof strides === 'number' ? [strides] : strides);
  }

  /** Number of axes. */
  get ndim(): number {
    return this.#layout.ndim;
  }

  /** Number of items. */
  get size(): number {
    return this.#layout.size;
  }

  /** Bytes of one item. */
  get itemsize(): number {
    return this.dtype.itemsize;
  }

  /** Bytes of all items, each counted once. */
  get nbytes(): number {
    return this.#layout.nbytes;
  }

  /** Where in `buffer` item [0, …, 0] starts, in bytes. */
  get byteOffset(): number {
    return this.#layout.offset;
  }

  /** The six flags as they are now. */
  get flags(): ArrayFlags {
    return new ArrayFlags(this);
  }

  /** The flag WRITEABLE. */
  get isWriteable(): boolean {
    return this.#isWriteable;
  }

  /** The view with its axes reversed. */
  get T(): NDArray {
    return viewOf(this, transpose(this.#layout));
  }

  /**
   * Makes the array read-only, or writeable again: that only where what it is a view of is. `ValueError` otherwise.
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

/** As `_IsWriteable` (common.c): some array down the chain is writeable, or what the bytes came from is. */
function canBeWriteable(x: NDArray): boolean {
  for (let at = x; ; at = at.base) {
    if (at !== x && at.isWriteable) return true;
    if (at.base === null) return at === x;
    if (at.keepsBase) return false;
    if (!(at.base instanceof NDArray)) return true;
  }
}

/** A view of the bytes of `x`; as writeable as `x`, unless told. */
export function viewOf(
  x: NDArray,
  layout: Layout,
  { dtype = x.dtype, isWriteable = x.isWriteable }: { dtype?: DType; isWriteable?: boolean } = {},
): NDArray {
  return new NDArray({ buffer: x.buffer, dtype, layout, base: x, isWriteable });
}

/** `TypeError` for anything but an array. */
export function checkArray(x: unknown): asserts x is NDArray {
  if (!(x instanceof NDArray))
    throw wrongType(`an array is wanted, not '${pythonType(x)}'`, 'Give an NDArray.');
}

/** `ValueError` for a read-only array. */
export function checkWriteable(x: NDArray, what = 'assignment destination'): void {
  if (x.isWriteable) return;
  throw new InspectorError('read-only', `${what} is read-only`, {
    numpyName: 'ValueError',
    action: 'Copy the array, or make it writeable with setflags({ write: true }).',
  });
}
