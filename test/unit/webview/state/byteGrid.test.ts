/** The byte grid as numbers. */
import assert from 'node:assert/strict';
import { ByteGrid } from '../../../../webview/state/byteGrid';
import { metrics } from '../../../../webview/ui/metrics';
import type { Model } from '../../../../webview/state/model';
import { signal } from '@preact/signals';

const { row, character } = metrics.value;
const wide = { width: 120 * character, height: 10 * row };
const narrow = { width: 45 * character, height: 10 * row };

function gridOver(byteLength: number): { grid: ByteGrid; cursor: { value: number } } {
  const byteCursor = signal(0);
  const model = { sourceLength: byteLength, byteCursor, focused: signal(undefined) };
  return { grid: new ByteGrid(model as unknown as Model), cursor: byteCursor };
}

describe('the byte grid', () => {
  it('stays at the same bytes when rows become shorter or longer', () => {
    const { grid, cursor } = gridOver(2 ** 40);
    grid.resize(wide);
    assert.equal(grid.perRow.value, 16);
    cursor.value = 2 ** 39;
    grid.scrollTo({ line: 1000, pixel: 0 });
    grid.resize(narrow);
    assert.equal(grid.perRow.value, 8);
    assert.deepEqual(grid.topRow(), { line: 2000, pixel: 0 });
    grid.resize(wide);
    assert.deepEqual(grid.topRow(), { line: 1000, pixel: 0 });
  });

  it('keeps the cursor in view when its rows become shorter', () => {
    const { grid, cursor } = gridOver(2 ** 40);
    grid.resize(wide);
    cursor.value = 2 ** 39;
    grid.reveal(cursor.value);
    grid.scroll(-4 * row);
    grid.resize(narrow);
    assert.equal(grid.positionShowing(cursor.value), undefined);
  });

  it('leaves a cursor that was out of view where it is', () => {
    const { grid, cursor } = gridOver(2 ** 40);
    grid.resize(wide);
    cursor.value = 0;
    grid.scrollTo({ line: 5000, pixel: 3 });
    grid.resize(narrow);
    assert.deepEqual(grid.topRow(), { line: 10000, pixel: 3 });
  });
});
