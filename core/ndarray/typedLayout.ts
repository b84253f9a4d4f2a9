/** The layout and dtype of items, without their bytes. */
import type { DType } from '../dtype/dtype';
import { indexError } from '../layout/errors';
import { ONLY_INTEGERS } from '../layout/indexing/slice';
import { contiguousStrides, Layout } from '../layout/layout';

/** The layout and dtype of an array or of a file's items. Byte offsets count from the start of the buffer or file. */
export interface TypedLayout {
  readonly layout: Layout;
  readonly dtype: DType;
}

/** Selects a field by its name or title. `IndexError` or `ValueError` if there is no such field. */
export function fieldOf({ layout, dtype }: TypedLayout, name: string): TypedLayout {
  const field = dtype.fields?.find(candidate => candidate.name === name || candidate.title === name);
  if (!field) {
    if (!dtype.fields) throw indexError(ONLY_INTEGERS, 'Only structured dtypes have fields.');
    throw indexError(
      `no field of name ${name}`,
      `Fields: ${dtype.fields.map(one => one.name).join(', ')}.`,
      'ValueError',
    );
  }
  return unpackSubarrays(layout, field.dtype, field.offset);
}

/** Items of `dtype` that start `byteOffset` bytes into the items of `layout`. The axes of a subarray dtype become axes. */
export function unpackSubarrays(layout: Layout, dtype: DType, byteOffset = 0): TypedLayout {
  const shape = [...layout.shape];
  const strides = [...layout.strides];
  let base = dtype;
  while (base.subarray) {
    shape.push(...base.subarray.shape);
    strides.push(...contiguousStrides(base.subarray.shape, base.subarray.base.itemsize, 'C'));
    base = base.subarray.base;
  }
  const offset = layout.offset + byteOffset;
  return { dtype: base, layout: Layout.of({ shape, strides, offset, itemsize: base.itemsize }) };
}
