/** Nested lists of values, as callers pass them and `tolist` returns them. */
import type { Item } from '../dtype/items/read';

/** The values of an array: a single item, or nested lists of items. Typed arrays and buffers count as lists. */
export type Nested = Item | ArrayBufferView | readonly Nested[];

/** The result of `tolist`: a single item, or nested lists of items. */
export type NestedItem = Item | readonly NestedItem[];
