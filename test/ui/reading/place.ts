/** Which items the value grid shows: its axes, and the index and column of each cell, from what is on screen. */
import type { Frame } from 'playwright-core';
import type { ValueCell } from './values';

export interface Place {
  /** The axis drawn as rows and the one drawn as columns; absent where there is none. */
  readonly rowAxis?: number;
  readonly columnAxis?: number;
  /** Where the grid stands along each of the other axes. */
  readonly others: readonly (readonly [axis: number, entry: number])[];
}

/** The pickers `Rows` and `Columns` and the sliders `Axis k`; without pickers, the only axis is that of the rows. */
export function readPlace(frame: Frame, ndim: number): Promise<Place> {
  return frame.evaluate(dimensions => {
    const picked = (name: string) => {
      const picker = document.querySelector<HTMLSelectElement>(`select[aria-label=${name}]`);
      return picker ? Number(picker.value) : undefined;
    };
    const sliders = [
      ...document.querySelectorAll<HTMLInputElement>('input[type=range][aria-label^="Axis "]'),
    ];
    return {
      rowAxis: picked('Rows') ?? (dimensions > 0 ? 0 : undefined),
      columnAxis: picked('Columns'),
      others: sliders.map((slider): [number, number] => [
        Number(slider.getAttribute('aria-label')?.slice('Axis '.length)),
        Number(slider.value),
      ]),
    };
  }, ndim);
}

/** The index of the item a cell shows, and which of the columns of an item, `leaves`, it is. */
export function itemOf(
  cell: ValueCell,
  place: Place,
  ndim: number,
  leaves: readonly string[],
): [index: number[], leaf: number] {
  const index = new Array<number>(ndim).fill(0);
  for (const [axis, entry] of place.others) index[axis] = entry;
  if (place.rowAxis !== undefined) index[place.rowAxis] = Number(cell.rowHeader);
  const words = cell.columnHeader.split(' ');
  if (place.columnAxis !== undefined) index[place.columnAxis] = Number(words.shift());
  const path = leaves.length === 1 && leaves[0] === '' ? '' : words.join(' ');
  const leaf = leaves.indexOf(path);
  if (leaf < 0) throw new Error(`no column of an item is called '${path}': there are ${leaves.join(', ')}`);
  return [index, leaf];
}

/** An index as the editor writes it, and as *Go to* takes it: `[3, 17]`; `[()]` where there are no axes. */
export function indexText(index: readonly number[]): string {
  return index.length === 0 ? '[()]' : `[${index.join(', ')}]`;
}
