/** Why a layout flag is False: one short sentence with the numbers. Each is asked for a flag that is False. */
import { firstBreak, misalignedAxis, misalignment } from './contiguity';
import type { Layout, Order } from './layout';

/** `stride[1] is 8, C order needs 4`; empty when the layout is C-contiguous. */
export function whyNotCContiguous(layout: Layout): string {
  return whyNot(layout, 'C');
}

/** `stride[0] is 40000, F order needs 4`; empty when the layout is F-contiguous. */
export function whyNotFContiguous(layout: Layout): string {
  return whyNot(layout, 'F');
}

function whyNot(layout: Layout, order: Order): string {
  const found = firstBreak(layout, order);
  if (!found) return '';
  return `stride[${found.axis}] is ${layout.strides[found.axis]}, ${order} order needs ${found.needed}`;
}

/** `offset 3 is not a multiple of 4, the alignment of the items`; empty when the layout is aligned. */
export function whyNotAligned(layout: Layout, alignment: number, address: number | bigint = 0): string {
  if (layout.size === 0 || alignment <= 1) return '';
  const rule = `is not a multiple of ${alignment}, the alignment of the items`;
  if (misalignment(layout, alignment, address) !== 0) {
    if (BigInt(address) === 0n) return `offset ${layout.offset} ${rule}`;
    return `address ${BigInt(address) + BigInt(layout.offset)} ${rule}`;
  }
  const axis = misalignedAxis(layout, alignment);
  return axis < 0 ? '' : `stride[${axis}] is ${layout.strides[axis]}, which ${rule}`;
}
