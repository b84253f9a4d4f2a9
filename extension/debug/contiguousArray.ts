/**
 * Layouts and flags of contiguous items in memory that has no strides of its own. `offset` counts from byte 0 of the
 * owner; a layout may reach outside of it.
 */
import type { Flags, LayoutFields } from '../../core/bytes';
import { parseDType } from '../../core/dtype/parse/parse';
import { dtypeText } from '../../core/dtype/print';
import { isAligned, isCContiguous, isFContiguous } from '../../core/layout/contiguity';
import { contiguousLayout, type Layout } from '../../core/layout/layout';
import type { GivenLayout } from './runtime';

/** `alignment` is in bytes. */
export interface ContiguousArray {
  readonly dtype: string;
  readonly layout: Layout;
  readonly alignment: number;
}

/** Returns the layout of the items. Throws `invalid-dtype` and `invalid-shape` with NumPy's message. */
export function contiguousArray({ dtype: text, shape, order, offset }: GivenLayout): ContiguousArray {
  const dtype = parseDType(text);
  const layout = contiguousLayout(shape, dtype.itemsize, { order, offset });
  return { dtype: dtypeText(dtype), layout, alignment: dtype.alignment };
}

/** Returns NumPy's six flags. `address` is that of the owner's byte 0; pass 0 where it is aligned for every dtype. */
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

/** Returns the layout as plain data, which can be sent to a webview. */
export function layoutFields({ shape, strides, offset, itemsize }: Layout): LayoutFields {
  return { shape, strides, offset, itemsize };
}
