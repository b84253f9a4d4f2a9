/** Shows what was found in both grids, and says what it is. */
import { hexOffset } from '../../core/text/size';
import type { App } from '../state/app';
import type { Found } from '../protocol/findSchema';
import { linkOf } from '../state/link';
import { cellOf } from '../state/cellPosition';
import { indexText } from '../ui/ranges';
import { texts } from '../lazyStrings';

/** Which view is drawn: an index of one says nothing of another. */
export function viewKey({ model }: App): string {
  const view = model.view.value;
  return view ? JSON.stringify([view.slice, view.facts.dtype, view.layout.toFields()]) : '';
}

/** Puts the cursor on an item. */
export function showValue(app: App, { index, leaf, byteOffset, text }: NonNullable<Found>): string {
  const { model, values, navigator } = app;
  const view = model.view.value!;
  const place = { ...model.place.value, index, leaf };
  values.anchor.value = undefined;
  model.setPlace(place);
  navigator.toCell(cellOf(view, place));
  const { path } = view.leaves[leaf];
  const item = path === '' ? indexText(index) : `${indexText(index)} ${path}`;
  return texts.foundValue(item, text, hexOffset(byteOffset, 1));
}

/** Puts the cursor on a byte; with `asItem` on the item that it is of, where there is one. */
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
