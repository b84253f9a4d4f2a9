/** The value grid as numbers. */
import assert from 'node:assert/strict';
import { metrics } from '../../../../webview/ui/metrics';
import { PageLoader } from '../../../../webview/pages/loader';
import { Model } from '../../../../webview/state/model';
import { shownCells } from '../../../../webview/values/cells';
import { ValueGrid } from '../../../../webview/state/valueGrid';
import { factsOf } from '../views';

const { row, character } = metrics.value;

/** A grid over an array whose bytes never come. */
function gridOver(shape: readonly number[]): { model: Model; grid: ValueGrid } {
  const never = () => new Promise<never>(() => undefined);
  const model = new Model(
    new PageLoader(
      never,
      () => undefined,
      () => undefined,
    ),
  );
  const made = factsOf({ shape });
  const facts = { ...made, owners: [...made.owners] };
  const { byteLength } = facts.source;
  model.document.value = {
    ...{ revision: 0, fileName: 'a.dat', byteLength, mode: 'r', facts, order: 'C' },
    ...{ origin: { kind: 'guess', text: 'guessed' }, candidates: [] },
    ...{ headerLength: 0, leftoverBytes: 0, isText: false, notes: [] },
  };
  const grid = new ValueGrid(model);
  grid.resize({ width: 60 * character, height: 10 * row });
  return { model, grid };
}

const columnsOf = (model: Model, grid: ValueGrid) =>
  shownCells(model, grid).columns.map(({ column }) => column);

describe('the value grid', () => {
  const columns = 2 ** 32;

  it('keeps the cursor in view when the columns around it turn out to be wider', () => {
    const { model, grid } = gridOver([4, columns]);
    assert.equal(columnsOf(model, grid)[0], 0);
    grid.moveTo({ row: 0, column: columns - 1 });
    assert.equal(columnsOf(model, grid).at(-1), columns - 1);
  });

  it('leaves a cursor that is out of view where it is', () => {
    const { model, grid } = gridOver([4, columns]);
    grid.columnPosition.value = { line: columns / 2, pixel: 0 };
    assert.equal(columnsOf(model, grid)[0], columns / 2);
  });
});
