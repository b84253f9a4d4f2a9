/**
 * NumPy's three layout flags. Axes of length 1 do not count; an array with an axis of length 0 has all three.
 * Follows `_UpdateContiguousFlags` (flagsobject.c) and `raw_array_is_aligned` (array_assign.c).
 */
import type { Layout, Order } from './layout';

/** The first axis, walking from the fastest one, whose stride breaks the order; undefined when none does. */
export function firstBreak(layout: Layout, order: Order): { axis: number; needed: number } | undefined {
  if (layout.size === 0) return undefined;
  let needed = layout.itemsize;
  for (let step = 0; step < layout.ndim; step++) {
    const axis = order === 'C' ? layout.ndim - 1 - step : step;
    const length = layout.shape[axis];
    if (length === 1) continue;
    if (layout.strides[axis] !== needed) return { axis, needed };
    needed *= length;
  }
  return undefined;
}

/**
 * Whether the items lie one after the other in C order (last index fastest). Source: `_UpdateContiguousFlags`
 * (flagsobject.c).
 */
export function isCContiguous(layout: Layout): boolean {
  return firstBreak(layout, 'C') === undefined;
}

/**
 * Whether the items lie one after the other in Fortran order (first index fastest). Source:
 * `_UpdateContiguousFlags` (flagsobject.c).
 */
export function isFContiguous(layout: Layout): boolean {
  return firstBreak(layout, 'F') === undefined;
}

/** Bytes by which the first item's address misses a multiple of `alignment`; `address` is that of the source's byte 0. */
export function misalignment(layout: Layout, alignment: number, address: number | bigint): number {
  const sum = BigInt(address) + BigInt(layout.offset);
  const rest = Number(sum % BigInt(alignment));
  return rest < 0 ? rest + alignment : rest;
}

/** The axis of length > 1 whose stride is not a multiple of `alignment`, or −1. */
export function misalignedAxis(layout: Layout, alignment: number): number {
  return layout.strides.findIndex((stride, axis) => layout.shape[axis] > 1 && stride % alignment !== 0);
}

/**
 * Whether every item starts at a multiple of `alignment` (the dtype's, in bytes). `address` is the address of byte 0
 * of the source: 0 for a file that is mapped at a page.
 */
export function isAligned(layout: Layout, alignment: number, address: number | bigint = 0): boolean {
  if (layout.size === 0 || alignment <= 1) return true;
  return misalignment(layout, alignment, address) === 0 && misalignedAxis(layout, alignment) < 0;
}
