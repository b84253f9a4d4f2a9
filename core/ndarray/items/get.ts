/** `x[index]`. Follows `array_subscript` (mapping.c). */
import type { DType } from '../../dtype/dtype';
import { Layout } from '../../layout/layout';
import { applyIndex } from '../../layout/indexing/slice';
import { transpose } from '../../layout/transpose';
import { allocateInOrder, byStride } from '../allocate';
import { byteConversion, itemCopier, liesOnWords } from '../../casting/convertBytes';
import { copied } from '../create/copied';
import { type Selection, selectionOf } from './fancyIndex';
import type { IndexLike } from '../indexLike';
import { scalarOf } from '../create/scalar';
import { NDArray, viewOf } from '../ndarray';
import { byteOffsetsInC, eachRun, walkOf } from '../../layout/walk';
import { basicOf, fieldsOf, isItem } from './basicSelection';

/**
 * Returns a view for basic indices and fields, a copy for advanced indices, and a 0-d copy for a single item.
 * `IndexError` as NumPy. Source: `numpy.ndarray.__getitem__`.
 */
export function get(x: NDArray, index: IndexLike): NDArray {
  const fields = fieldsOf(x, index);
  if (fields) return fields;
  const basic = basicOf(index);
  if (!basic) return fancyGet(x, selectionOf(x.layout, index));
  const view = viewOf(x, applyIndex(x.layout, basic.entries));
  if (isItem(x, basic.entries)) return scalarOf(view);
  return basic.isCopied ? copied(view) : view;
}

function fancyGet(x: NDArray, selection: Selection): NDArray {
  const { rest, offsets } = selection;
  const result = allocateSelected(selection, x.dtype);
  const places = placesOf(result, selection);
  if (rest.ndim === 0) {
    const copy = itemCopier(result.buffer, x.buffer, x.itemsize, liesOnWords(x.layout));
    for (let k = 0; k < offsets.length; k++) copy(places(k), offsets[k]);
    return placed(result, selection);
  }
  const convert = byteConversion(result.buffer, x.buffer, x.itemsize);
  const inner = walkOf([innerLayout(result, rest), rest]);
  offsets.forEach((offset, k) => {
    eachRun({ ...inner, offsets: [places(k), offset] }, ([to, from], [toStep, fromStep], count) =>
      convert(to, toStep, from, fromStep, count),
    );
  });
  return placed(result, selection);
}

/** Returns the byte offset in the result of the `k`-th item of the index. */
function placesOf(
  { layout, itemsize }: NDArray,
  { shape, rest, orderWith }: Selection,
): (k: number) => number {
  const step = rest.size * itemsize;
  if (orderWith().every((axis, at) => axis === at)) return k => k * step;
  const outer = Layout.of({ ...layout.toFields(), shape, strides: layout.strides.slice(0, shape.length) });
  const places = byteOffsetsInC(outer);
  return k => places[k];
}

/**
 * Allocates the result: the axes of the index are outermost, and the axes that slices leave keep their memory
 * order.
 */
function allocateSelected({ shape, rest, orderWith }: Selection, dtype: DType): NDArray {
  const inner = allocateInOrder(rest.shape, dtype, byStride(rest.strides));
  const axes = [...orderWith(), ...rest.shape.map((_, axis) => shape.length + axis)];
  const fresh = allocateInOrder([...shape, ...rest.shape], dtype, axes);
  if (fresh.size === 0) return fresh;
  const strides = [...fresh.strides.slice(0, shape.length), ...inner.strides];
  const layout = Layout.of({ shape: fresh.shape, strides, offset: 0, itemsize: dtype.itemsize });
  return new NDArray({ buffer: fresh.buffer, dtype, layout });
}

/** Returns the layout in the result of what the first item of the index selects. */
function innerLayout(result: NDArray, rest: Layout): Layout {
  const strides = result.strides.slice(result.ndim - rest.ndim);
  return Layout.of({ shape: rest.shape, strides, offset: 0, itemsize: rest.itemsize });
}

/** Moves the axes of the index to their final position. */
function placed(result: NDArray, { shape, place }: Selection): NDArray {
  if (place === 0) return result;
  const axes = result.shape.map((_, axis) => axis);
  axes.splice(place, 0, ...axes.splice(0, shape.length));
  return viewOf(result, transpose(result.layout, axes));
}
