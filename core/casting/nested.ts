/** Values as JavaScript nests them. */
import type { Item } from '../dtype/items/read';

/** What arrays are made of: an item, or lists of lists of items; typed arrays and buffers are lists of numbers. */
export type Nested = Item | ArrayBufferView | readonly Nested[];

/** What `tolist` gives: an item, or lists of lists of items. */
export type NestedItem = Item | readonly NestedItem[];
