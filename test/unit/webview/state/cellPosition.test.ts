import assert from 'node:assert/strict';
import fc from 'fast-check';
import {
  cellByteOffset,
  cellOf,
  initialPosition,
  fitPosition,
  gridSize,
  otherAxes,
  positionAt,
  withAxis,
} from '../../../../webview/state/cellPosition';
import { viewOf } from '../views';

const RECORD = "[('id', '<u4'), ('pos', [('x', '<f4'), ('y', '<f4')]), ('tag', 'S2')]";

describe('which axes are drawn', () => {
  it('takes the last two as rows and columns, the only one as rows', () => {
    assert.deepEqual([initialPosition(4).rowAxis, initialPosition(4).colAxis], [2, 3]);
    assert.deepEqual([initialPosition(1).rowAxis, initialPosition(1).colAxis], [0, -1]);
    assert.deepEqual([initialPosition(0).rowAxis, initialPosition(0).colAxis], [-1, -1]);
  });

  it('changes places when the other one of the two is chosen', () => {
    const swapped = withAxis(initialPosition(3), 'rowAxis', 2);
    assert.deepEqual([swapped.rowAxis, swapped.colAxis, otherAxes(swapped)], [2, 1, [0]]);
  });

  it('has a grid of one cell for a 0-dimensional array, and of none for an empty one', () => {
    assert.deepEqual(gridSize(viewOf({ shape: [] }), initialPosition(0)), { rows: 1, columns: 1 });
    assert.deepEqual(gridSize(viewOf({ shape: [0, 3] }), initialPosition(2)), { rows: 0, columns: 0 });
  });

  it('gives every leaf of a structured item a column', () => {
    const view = viewOf({ shape: [5, 3], dtype: RECORD });
    assert.deepEqual(
      view.leaves.map(({ path }) => path),
      ['id', 'pos.x', 'pos.y', 'tag'],
    );
    assert.deepEqual(gridSize(view, initialPosition(2)), { rows: 5, columns: 12 });
    const place = positionAt(view, initialPosition(2), { row: 2, column: 6 });
    assert.deepEqual([place.index, place.leaf], [[2, 1], 2]);
    assert.equal(cellByteOffset(view, place, { row: 2, column: 6 }), (2 * 3 + 1) * 14 + 8);
  });

  it('finds the cell of the item of a cell', () => {
    const view = viewOf({ shape: [3, 4, 5, 6] });
    const axes = fc.uniqueArray(fc.nat(3), { minLength: 2, maxLength: 2 });
    fc.assert(
      fc.property(axes, fc.nat(2), fc.nat(2), ([rowAxis, colAxis], row, column) => {
        const place = positionAt(view, { ...initialPosition(4), rowAxis, colAxis }, { row, column });
        assert.deepEqual(cellOf(view, place), { row, column });
        assert.equal(cellByteOffset(view, place, { row, column }), view.layout.byteOffset(place.index));
      }),
    );
  });

  it('keeps the cursor where the shape still has it, and starts anew with other axes', () => {
    const place = { index: [9, 2], leaf: 0, rowAxis: 1, colAxis: 0 };
    assert.deepEqual(fitPosition(place, viewOf({ shape: [4, 3] })), { ...place, index: [3, 2] });
    assert.deepEqual(fitPosition(place, viewOf({ shape: [4, 3, 2] })), initialPosition(3));
    assert.deepEqual(fitPosition(place, viewOf({ shape: [] })), initialPosition(0));
  });
});
