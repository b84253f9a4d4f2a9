/** Goes to a match in both grids, and describes it. */
import { hexOffset } from '../../core/text/size';
import type { App } from '../state/app';
import type { Found } from '../protocol/findSchema';
import { linkOf } from '../state/link';
import { cellOf } from '../state/cellPosition';
import { indexText } from '../ui/ranges';
import { texts } from '../lazyStrings';

/** Identifies the view that is drawn; an index is only valid in the view that it was found in. */
export function viewKey({ model }: App): string {
  const view = model.view.value;
  return view ? JSON.stringify([view.slice, view.facts.dtype, view.layout.toFields()]) : '';
}

/** Moves the cursor to an item. Returns the message about it. */
export function showValue(app: App, { index, leaf, byteOffset, text }: NonNullable<Found>): string {
  const { model, values, navigator } = app;
  const view = model.view.value!;
  const position = { ...model.cellPosition.value, index, leaf };
  values.anchor.value = undefined;
  model.setCellPosition(position);
  navigator.toCell(cellOf(view, position));
  const { path } = view.leaves[leaf];
  const item = path === '' ? indexText(index) : `${indexText(index)} ${path}`;
  return texts.foundValue(item, text, hexOffset(byteOffset, 1));
}

/** Moves the cursor to a byte or, with `asItem`, to the item that holds it. Returns the message about it. */
export function showBytes(app: App, byteOffset: number, asItem: boolean): string {
  const { model, values, navigator } = app;
  const view = model.view.value;
  const link = view && linkOf(view, { kind: 'byte', byteOffset });
  if (asItem && link?.index && link.leaf !== undefined) {
    const { text } = values.reader.value!.read(link.start, link.leaf, model.pagesVersion.value);
    return showValue(app, {
      index: [...link.index],
      leaf: link.leaf,
      byteOffset: link.start,
      text,
      isWrapped: false,
    });
  }
  navigator.toByte(byteOffset);
  return texts.foundBytes(hexOffset(byteOffset, 1), link?.index ? indexText(link.index) : '');
}
