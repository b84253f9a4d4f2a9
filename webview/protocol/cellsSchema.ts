/** The event `cells`: what the menu over the cells and the palette request. The webview loads it late. */
import * as v from 'valibot';
import { clipboardText } from './schema';

export const copyAs = v.picklist(['text', 'numpy', 'bytes']);
export type CopyAs = v.InferOutput<typeof copyAs>;

export const cellsRequest = v.union([
  v.object({ do: v.literal('copy'), as: copyAs }),
  v.object({ do: v.literal('paste'), text: clipboardText }),
]);
export type CellsRequest = v.InferOutput<typeof cellsRequest>;
