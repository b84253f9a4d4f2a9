/**
 * Layouts and flags of memory that has no strides of its own: its items follow each other, as the program or the user
 * says. `offset` counts from byte 0 of the owner, and a layout may reach outside of it.
 */
import type { Flags, LayoutFields } from '../../core/bytes';
import { parseDType } from '../../core/dtype/parse/parse';
import { dtypeText } from '../../core/dtype/print';
import { isAligned, isCContiguous, isFContiguous } from '../../core/layout/contiguity';
import { contiguousLayout, type Layout } from '../../core/layout/layout';
import type { GivenLayout } from './runtime';

export interface ContiguousArray {
  readonly dtype: string;
  readonly layout: Layout;
  readonly alignment: number;
}

/** Where the items are. Throws `invalid-dtype` and `invalid-shape` with what NumPy would say. */
export function contiguousArray({ dtype: text, shape, order, offset }: GivenLayout): ContiguousArray {
  const dtype = parseDType(text);
  const layout = contiguousLayout(shape, dtype.itemsize, { order, offset });
  return { dtype: dtypeText(dtype), layout, alignment: dtype.alignment };
}

/** NumPy's six flags. `address` is that of the owner's byte 0; 0 where that is aligned for every dtype. */
export function flagsOf(
  { layout, alignment }: ContiguousArray,
  {
    ownsData,
    isWriteable = true,
    address,
  }: { readonly ownsData: boolean; readonly isWriteable?: boolean; readonly address: bigint },
): Flags {
  return {
    C_CONTIGUOUS: isCContiguous(layout),
    F_CONTIGUOUS: isFContiguous(layout),
    OWNDATA: ownsData,
    WRITEABLE: isWriteable,
    ALIGNED: isAligned(layout, alignment, address),
    WRITEBACKIFCOPY: false,
  };
}

/** A layout's numbers as plain data, as they cross to a webview. */
export function layoutFields({ shape, strides, offset, itemsize }: Layout): LayoutFields {
  return { shape, strides, offset, itemsize };
}
