/**
 * A layout as the searches over it want it: strides positive and sorted, axes that do not move set apart.
 * Invariant: the bytes of the items are those of the layout; `axis` names the axis of the layout.
 */
import { byteBounds } from './bounds';
import type { Layout } from '../layout';

/** One axis that moves; its stride made positive by counting from the end where it was negative. */
export interface MovingAxis {
  readonly axis: number;
  readonly stride: number;
  readonly length: number;
  readonly reversed: boolean;
}

/** A layout with positive strides, its axes sorted by stride. */
export interface NormalForm {
  readonly shape: readonly number[];
  readonly itemsize: number;
  /** Byte offset of the first byte of any item. */
  readonly first: number;
  /** Byte offset after the last byte of any item. */
  readonly end: number;
  /** Axes with more than one item and a stride, the largest stride first. */
  readonly moving: readonly MovingAxis[];
  /** Axes with stride 0 and more than one item, in order. */
  readonly repeated: readonly number[];
  /** No two items overlap but through repeated axes: each stride is at least what the smaller ones span. */
  readonly nested: boolean;
}

const forms = new WeakMap<Layout, NormalForm>();

/** The normal form of `layout`, worked out once for each layout object. */
export function normalForm(layout: Layout): NormalForm {
  const form = forms.get(layout) ?? normalize(layout);
  forms.set(layout, form);
  return form;
}

function normalize(layout: Layout): NormalForm {
  const axes = layout.shape.map((length, axis) => ({ axis, length, stride: layout.strides[axis] }));
  const moving = axes
    .filter(({ length, stride }) => length > 1 && stride !== 0)
    .map(({ axis, length, stride }) => ({ axis, length, stride: Math.abs(stride), reversed: stride < 0 }))
    .sort((one, two) => two.stride - one.stride);
  const repeated = axes.filter(({ length, stride }) => length > 1 && stride === 0).map(({ axis }) => axis);
  let span = layout.itemsize;
  const nested = [...moving].reverse().every(({ stride, length }) => {
    const clear = stride >= span;
    span += stride * (length - 1);
    return clear;
  });
  const { shape, itemsize } = layout;
  return { shape, itemsize, ...byteBounds(layout), moving, repeated, nested };
}
