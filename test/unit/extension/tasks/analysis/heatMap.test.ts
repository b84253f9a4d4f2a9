import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { LayoutFields } from '../../../../../core/bytes';
import { contiguousLayout, Layout } from '../../../../../core/layout/layout';
import type { HeatMap, HeatMapParams } from '../../../../../extension/tasks/analysis/heatMap';
import { wrappedPlane, planeOf } from '../../../../../extension/tasks/analysis/plane';
import { runTask } from '../../../../../extension/tasks/runTask';

describe('the task of pictures', () => {
  const folder = mkdtempSync(join(tmpdir(), 'ndarray-pictures-'));
  after(() => rmSync(folder, { recursive: true, force: true }));

  const path = join(folder, 'a.dat');
  const draw = (
    layout: LayoutFields,
    choice: Partial<HeatMapParams> = {},
    dtype = 'int16',
  ): Promise<HeatMap> =>
    runTask('heatMap', {
      place: { path, dtype, layout, unsaved: [] },
      rowAxis: 0,
      colAxis: 1,
      index: [],
      isWhole: false,
      ...choice,
    });

  it('draws every item where there are few, with the axes that were chosen', async () => {
    writeFileSync(path, new Uint8Array(Int16Array.from({ length: 24 }, (_, k) => k).buffer));
    const block = contiguousLayout([2, 3, 4], 2).toFields();
    const plane = await draw(block, { rowAxis: 2, colAxis: 1, index: [1, 0, 0] });
    assert.deepEqual([plane.rows, plane.columns, plane.step], [4, 3, 1]);
    assert.deepEqual([...plane.values], [12, 16, 20, 13, 17, 21, 14, 18, 22, 15, 19, 23]);
    assert.deepEqual(
      [plane.low, plane.high],
      [
        { value: 12, text: '12' },
        { value: 23, text: '23' },
      ],
    );
    const whole = await draw(block, { rowAxis: 1, colAxis: 2, isWhole: true });
    assert.deepEqual(
      [...whole.values],
      Array.from({ length: 24 }, (_, k) => k),
    );
    assert.deepEqual(whole.rowNames.slice(2, 4), ['[0, 2]', '[1, 0]']);
  });

  it('wraps a line into a square', async () => {
    const line = await draw(contiguousLayout([22], 2).toFields(), { rowAxis: 0, colAxis: -1 });
    assert.deepEqual([line.rows, line.columns, line.values.length], [5, 5, 22]);
    assert.deepEqual(line.rowNames, ['0', '5', '10', '15', '20']);
  });

  it('samples what is large, at its own positions', async () => {
    const [rows, columns] = [10_000, 100_000];
    truncateSync(path, rows * columns);
    const plane = planeOf(contiguousLayout([rows, columns], 1), {
      rowAxis: 0,
      colAxis: 1,
      index: [],
      isWhole: false,
    });
    assert.deepEqual([plane.rows, plane.columns, plane.step], [250, 256, 40 * 391]);
    const found = await draw(contiguousLayout([rows, columns], 1).toFields(), {}, 'uint8');
    assert.deepEqual([found.values[0], found.values[1], found.values.length], [0, 0, 250 * 256]);
    const line = wrappedPlane(
      Layout.of({ shape: [10 ** 9], strides: [-4], offset: 4 * 10 ** 9, itemsize: 4 }),
    );
    assert.ok(line.count <= 65536 && line.parts[0].strides[0] === -4 * line.step);
  });

  it('knows no number for NaT, and keeps infinite values out of the range', async () => {
    writeFileSync(path, new Uint8Array(BigInt64Array.of(0n, 86400n, -(2n ** 63n)).buffer));
    const times = await draw(contiguousLayout([3], 8).toFields(), { colAxis: -1 }, '<M8[s]');
    assert.deepEqual([...times.values], [0, 86400, NaN]);
    assert.deepEqual(times.sample.texts, [
      ['1970-01-01T00:00:00', '1970-01-02T00:00:00'],
      ['NaT', ''],
    ]);
    assert.deepEqual(times.high?.text, '1970-01-02T00:00:00');
    writeFileSync(path, new Uint8Array(Float32Array.of(Infinity, 1, NaN, 2).buffer));
    const floats = await draw(contiguousLayout([2, 2], 4).toFields(), {}, 'float32');
    assert.deepEqual([floats.low?.text, floats.high?.text], ['1.0', '2.0']);
  });

  it('refuses what are no numbers', async () => {
    await assert.rejects(draw(contiguousLayout([1, 1], 8).toFields(), {}, 'S8'), {
      kind: 'unsupported-dtype',
    });
  });

  it('draws the magnitudes of complex numbers', async () => {
    writeFileSync(path, new Uint8Array(Float64Array.of(3, -4, 0, 2).buffer));
    const { values, high } = await draw(contiguousLayout([1, 2], 16).toFields(), {}, 'complex128');
    assert.deepEqual([[...values], high], [[5, 2], { value: 5, text: '5.0' }]);
  });
});
