/** Steps that copy what is selected, as values and as bytes, and paste values elsewhere: they are the same there. */
import assert from 'node:assert/strict';
import * as np from '../../../../core/index';
import { itemText } from '../../../../extension/tasks/itemText';
import { copied } from '../../reading/clipboard';
import { pasteText } from '../../reading/fileEditor';
import { storeText } from './storeText';
import type { Clicked, Steps, Walk } from './walk';

export const copying: Steps = [
  ['copy', copyValues],
  ['copy as bytes', copyBytes],
  ['copy and paste', copyAndPaste],
];

/** The indices of what is selected, a list a row; undefined where there is nothing to select. */
async function select(walk: Walk): Promise<number[][][] | undefined> {
  if (walk.isRecord) return undefined;
  const first = await walk.click();
  const last = await walk.click(['Shift']);
  return first && last ? rectangle(first, last) : undefined;
}

function rectangle({ index, place }: Clicked, last: Pick<Clicked, 'index'>): number[][][] {
  const entries = (axis: number | undefined): number[] => {
    if (axis === undefined) return [0];
    const [low, high] = [index[axis], last.index[axis]].sort((a, b) => a - b);
    return Array.from({ length: high - low + 1 }, (_, k) => low + k);
  };
  const { rowAxis, columnAxis } = place;
  return entries(rowAxis).map(row =>
    entries(columnAxis).map(column =>
      index.map((at, axis) => (axis === rowAxis ? row : axis === columnAxis ? column : at)),
    ),
  );
}

async function copyValues(walk: Walk): Promise<string> {
  const selected = await select(walk);
  if (!selected) return 'nothing';
  const text = await copied(walk.page, () => walk.page.keyboard.press('Control+c'));
  const x = walk.shown();
  const lines = selected.map(row => row.map(index => itemText(x, np.ravelIndex(index, x.shape))));
  // Texts with spaces, quotes and commas are quoted: those are for the unit tests.
  if (lines.flat().every(one => /^[\w.+()-]+$/.test(one)))
    assert.equal(text, lines.map(line => line.join('\t')).join('\n'));
  return `${selected.length} x ${selected[0].length}`;
}

async function copyBytes(walk: Walk): Promise<string> {
  const selected = await select(walk);
  if (!selected) return 'nothing';
  const text = await copied(walk.page, () => walk.suite.workbench.runCommand('NDArray: Copy as Bytes'));
  const bytesOf = (index: number[]): string => {
    return [...walk.item(index).tobytes()]
      .map(byte => byte.toString(16).toUpperCase().padStart(2, '0'))
      .join(' ');
  };
  assert.equal(text, selected.map(row => row.map(bytesOf).join(' ')).join('\n'));
  return `${selected.length} x ${selected[0].length}`;
}

async function copyAndPaste(walk: Walk): Promise<string> {
  // Random bytes are seldom text, and times are printed in units of their own.
  if ('SUm'.includes(walk.shown().dtype.kind)) return 'no numbers';
  const selected = await select(walk);
  if (!selected) return 'nothing';
  const text = await copied(walk.page, () => walk.page.keyboard.press('Control+c'));
  const target = await walk.click();
  if (!target) return 'nowhere';
  const { shape } = walk.shown();
  const [height, width] = [selected.length, selected[0].length];
  const { rowAxis, columnAxis } = target.place;
  const moved = (row: number, column: number): number[] =>
    target.index.map((at, axis) => at + (axis === rowAxis ? row : axis === columnAxis ? column : 0));
  const isInside = moved(height - 1, width - 1).every((at, axis) => at < shape[axis]);
  await pasteText(walk.frame, text);
  const told = `${height} x ${width} to ${JSON.stringify(target.index)}`;
  if (!isInside) return `${told}: no room`;
  walk.model.edit(() => {
    const x = walk.shown();
    const texts = selected.map(row => row.map(index => itemText(x, np.ravelIndex(index, x.shape))));
    for (const [row, line] of texts.entries())
      for (const [column, one] of line.entries()) storeText(x, moved(row, column), one);
  });
  return told;
}
