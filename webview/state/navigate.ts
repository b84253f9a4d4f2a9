/**
 * Navigation by keys, clicks and *Go to*. The two grids follow each other: what is focused in one is revealed in the
 * other.
 */
import type { ByteGrid } from './byteGrid';
import { strings } from '../strings';
import { indexText } from '../ui/ranges';
import type { ValueGrid } from './valueGrid';
import type { Destination } from './goTo';
import { linkOf } from './link';
import type { Model } from './model';
import type { Cell } from './cellPosition';
import { cellOf } from './cellPosition';

export interface Navigator {
  toCell(cell: Cell, extend?: boolean): void;
  toByte(byteOffset: number): void;
  to(destination: Destination): void;
}

export function createNavigator(model: Model, values: ValueGrid, bytes: ByteGrid): Navigator {
  const followInBytes = (): void => {
    const view = model.view.value;
    const target = model.focused.value;
    if (!view || target?.kind !== 'item') return;
    const { start, length } = linkOf(view, target);
    if (start >= 0 && start < model.sourceLength) model.byteCursor.value = start;
    bytes.reveal(start + length - 1);
    bytes.reveal(start);
  };
  const toCell = (cell: Cell, extend = false): void => {
    // The destination is highlighted, wherever the pointer rests.
    model.pointed.value = undefined;
    values.moveTo(cell, extend);
    followInBytes();
  };
  const toByte = (byteOffset: number): void => {
    model.pointed.value = undefined;
    bytes.moveTo(byteOffset);
    const view = model.view.value;
    const found = view && linkOf(view, { kind: 'byte', byteOffset });
    if (!view || !found?.index) return;
    const position = { ...model.cellPosition.value, index: found.index, leaf: found.leaf ?? 0 };
    values.anchor.value = undefined;
    model.setCellPosition(position);
    values.reveal(cellOf(view, position));
  };
  const toIndex = (index: readonly number[]): void => {
    const view = model.view.value;
    if (!view || view.layout.size === 0) return;
    const position = { ...model.cellPosition.value, index, leaf: 0 };
    model.setCellPosition(position);
    toCell(cellOf(view, position));
  };
  return {
    toCell,
    toByte,
    to: destination => {
      if (destination.kind === 'byte') toByte(destination.byteOffset);
      else toIndex(destination.index);
      model.status.value =
        destination.kind === 'byte'
          ? strings.wentToByte(destination.byteOffset)
          : strings.wentTo(indexText(destination.index));
    },
  };
}
