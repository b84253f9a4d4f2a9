/**
 * Byte → index: which items contain a byte. None, one, or many: zero strides and sliding windows put a byte into up to
 * 2^53 items, so the answer is a count and the first few indices. The inverse of `Layout.byteOffset`.
 * Cost: a few steps for each axis where items do not overlap, however many there are; bounded work where they do.
 */
import type { Layout } from '../layout';
import { type NormalForm, normalForm } from './normalForm';
import { countOverlapping, firstOverlapping } from './overlap';

/** The items that have one byte: how many, and the first of their indices. */
export interface Located {
  /** The number of items that contain the byte; a lower bound where `exact` is false. */
  readonly count: number;
  /** False only where items overlap so irregularly that counting was given up; some or all indices may lack then. */
  readonly exact: boolean;
  /** The first of their indices in C order. */
  readonly indices: readonly (readonly number[])[];
  /** Which byte of the first item it is, from 0; −1 where no item contains it. Others: subtract their `byteOffset`. */
  readonly byteInItem: number;
}

const NOWHERE: Located = { count: 0, exact: true, indices: [], byteInItem: -1 };

/** The items of `layout` that contain the byte at `byteOffset` of the source; at most `limit` indices. */
export function indicesOfByte(layout: Layout, byteOffset: number, limit = 64): Located {
  const form = normalForm(layout);
  const distance = byteOffset - form.first;
  if (!Number.isSafeInteger(byteOffset) || distance < 0 || byteOffset >= form.end) return NOWHERE;
  const found = form.nested ? locateNested(form, distance, limit) : locateOverlapping(form, distance, limit);
  if (found.indices.length === 0) return found;
  return { ...found, byteInItem: byteOffset - layout.byteOffset(found.indices[0]) };
}

/** Digits of `distance` in the mixed base of the strides: at most one item, once for each repeated index. */
function locateNested(form: NormalForm, distance: number, limit: number): Located {
  const index = new Array<number>(form.shape.length).fill(0);
  let rest = distance;
  for (const { axis, stride, length, reversed } of form.moving) {
    const steps = Math.min(length - 1, Math.floor(rest / stride));
    rest -= steps * stride;
    index[axis] = reversed ? length - 1 - steps : steps;
  }
  if (rest >= form.itemsize) return NOWHERE;
  const count = form.repeated.reduce((product, axis) => product * form.shape[axis], 1);
  return { count, exact: true, indices: repeat(index, form, Math.min(count, limit)), byteInItem: rest };
}

/** `index` with its repeated axes counted up in C order. */
function repeat(index: readonly number[], form: NormalForm, count: number): number[][] {
  const indices: number[][] = [];
  const next = [...index];
  while (indices.length < count) {
    indices.push([...next]);
    for (let at = form.repeated.length - 1; at >= 0; at--) {
      const axis = form.repeated[at];
      if (++next[axis] < form.shape[axis]) break;
      next[axis] = 0;
    }
  }
  return indices;
}

function locateOverlapping(form: NormalForm, distance: number, limit: number): Located {
  const { count, exact } = countOverlapping(form, distance);
  if (count === 0 && exact) return NOWHERE;
  const indices = firstOverlapping(form, distance, Math.min(limit, exact ? count : limit));
  return { count: Math.max(count, indices.length), exact, indices, byteInItem: -1 };
}
