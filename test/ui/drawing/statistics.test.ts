/** Statistics and pictures in the editor, as a person asks for them. */
import assert from 'node:assert/strict';
import {
  closeSync,
  copyFileSync,
  ftruncateSync,
  openSync,
  readFileSync,
  unlinkSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import type { Frame, Locator } from 'playwright-core';
import { bytesOf, npy, npyHeader } from '../files/plain';
import { suiteOver } from '../files/suite';
import { cutOff, violations } from '../harness/visualFaults';
import { answerFileDialog } from '../harness/palette';
import { themes, type Theme } from '../harness/themes';
import { until } from '../harness/waiting';
import { copied } from '../reading/clipboard';
import { moveAlong, slice } from '../reading/moves';
import { readStatistics } from '../reading/statistics';

const ROWS = 300;
const COLUMNS = 400;

/** Waves, with a few NaN. */
function plane(): Float32Array {
  return Float32Array.from({ length: ROWS * COLUMNS }, (_, k) =>
    k % 4001 === 17 ? NaN : Math.sin(k / COLUMNS / 20) * Math.cos((k % COLUMNS) / 30),
  );
}

function writeFiles(folder: string): void {
  const array = (name: string, descr: string, shape: string, values: ArrayBufferView): void =>
    writeFileSync(join(folder, name), npy({ header: npyHeader(descr, shape), data: bytesOf(values) }));
  array('plane.npy', "'<f4'", `(${ROWS}, ${COLUMNS})`, plane());
  array(
    'cube.npy',
    "'<i2'",
    '(4, 5, 6)',
    Int16Array.from({ length: 120 }, (_, k) => k),
  );
  array(
    'waves.npy',
    "'<c8'",
    '(10,)',
    Float32Array.from({ length: 20 }, (_, k) => (k % 7) - 3),
  );
  array('names.npy', "'S4'", '(5,)', new Uint8Array(20));
  const sparse = openSync(join(folder, 'sparse.dat'), 'w');
  ftruncateSync(sparse, 64e9);
  writeSync(sparse, Float32Array.of(-7, 7));
  closeSync(sparse);
}

describe('statistics and pictures', () => {
  const suite = suiteOver([], {
    write: writeFiles,
    settings: { 'ndarrayInspector.layouts': [{ files: 'sparse.dat', dtype: 'float32', shape: [-1, 100] }] },
  });
  let frame: Frame;
  const table = (): Locator => frame.getByRole('table', { name: 'Statistics' });
  const section = (name: string): Locator => frame.locator(`section.${name}`);
  const button = (name: string, of = 'statistics'): Locator =>
    section(of).getByRole('button', { name, exact: true });

  async function compute(): Promise<Record<string, string>> {
    await button('Compute').click();
    await button('Compute').waitFor();
    await table().waitFor();
    return readStatistics(frame);
  }

  /** What NumPy prints of an expression of `x`, the array of a file. */
  async function numpy(file: string, expression: string): Promise<string> {
    const line = `(lambda x: np.asarray(${expression})[None])(np.load('${file}'))`;
    return (await suite().numpy.opened(line)).items[0];
  }

  it('are not computed before they are asked for, and are NumPy’s then', async () => {
    frame = await suite().open('plane.npy');
    await button('Compute').waitFor();
    assert.equal(await table().count(), 0);
    const found = await compute();
    assert.deepEqual(Object.keys(found), ['min', 'max', 'mean', 'std', 'nan', 'count']);
    assert.deepEqual([found.min, found.max, found.mean, found.std], ['nan', 'nan', 'nan', 'nan']);
    assert.equal(found.nan, await numpy('plane.npy', 'np.isnan(x).sum()'));
    assert.equal(found.count, String(ROWS * COLUMNS));
    const more = (await table().textContent()) ?? '';
    for (const name of ['nanmin', 'nanmax'])
      assert.ok(more.includes(`${name} ${await numpy('plane.npy', `np.${name}(x)`)}`), more);
  });

  it('are of the slice, or of the whole', async () => {
    await slice(frame, '1:3, ::2');
    await section('statistics').getByText('Computed for a different view.').waitFor();
    const found = await compute();
    for (const name of ['min', 'max', 'mean', 'std'])
      assert.equal(found[name], await numpy('plane.npy', `x[1:3, ::2].${name}()`), name);
    assert.equal(await section('statistics').getByText('Computed for a different view.').count(), 0);
    const picker = frame.getByRole('combobox', { name: 'Scope of the statistics' });
    await picker.selectOption('the whole array');
    assert.equal((await compute()).count, String(ROWS * COLUMNS));
    await picker.selectOption('the slice');
  });

  it('have a histogram, and a table behind it', async () => {
    await compute();
    const bars = section('statistics').getByRole('img');
    assert.match(
      (await bars.getAttribute('aria-label')) ?? '',
      /^Histogram: 64 bins from \S+ to \S+, at most/,
    );
    await button('Show as table').click();
    const bins = frame.getByRole('table', { name: 'Histogram' });
    const counts = await bins.locator('tbody tr td:first-child').allTextContents();
    const expected = await suite().numpy.opened(
      "np.histogram(np.load('plane.npy')[1:3, ::2], 64)[0].astype('i8')",
    );
    assert.equal(counts.length, 64);
    assert.deepEqual(counts.slice(0, 8), expected.items);
    await button('Show as picture').click();
    await slice(frame, '');
  });

  it('are had along an axis, and copied', async () => {
    await frame.getByRole('combobox', { name: 'Statistics along' }).selectOption('axis 1');
    await compute();
    const text = await copied(suite().workbench.page, () => button('Copy').click());
    const lines = text.split('\n').map(line => line.split('\t'));
    assert.deepEqual([lines.length, lines[0]], [257, ['', 'min', 'max', 'mean', 'std']]);
    for (const [column, name] of ['min', 'max', 'mean', 'std'].entries())
      assert.equal(lines[2][column + 1], await numpy('plane.npy', `x.${name}(axis=1)[1]`), name);
    await section('statistics').getByText('Showing the first 256 of 300 results.').waitFor();
    await frame.getByRole('combobox', { name: 'Statistics along' }).selectOption('all items');
  });

  it('draw the plane, and name every cell of a sample', async () => {
    await button('Draw', 'pictures').click();
    const picture = section('pictures').getByRole('img');
    await picture.waitFor();
    assert.match((await picture.getAttribute('aria-label')) ?? '', /^Heat map: 150 × 200 cells, from -0\.9/);
    await section('pictures').getByText('Sampled: 1 of every 4 items, 120000 in all').waitFor();
    const colours = await picture.evaluate(canvas => {
      const { data } = (canvas as HTMLCanvasElement).getContext('2d')!.getImageData(0, 0, 200, 150);
      return new Set(Array.from({ length: 30000 }, (_, k) => data.subarray(4 * k, 4 * k + 4).join())).size;
    });
    assert.ok(colours > 100, String(colours));
    await button('Show as table', 'pictures').click();
    const cells = frame.getByRole('table', { name: 'Heat map' });
    const text = await cells.locator('tbody tr').nth(1).locator('td').nth(2).textContent();
    const at = async (part: string): Promise<number> =>
      Number((await cells.locator(part).textContent()) ?? '');
    const row = await at('tbody tr:nth-child(2) th');
    const column = await at('thead th:nth-of-type(3)');
    assert.equal(text, await numpy('plane.npy', `x[${row}, ${column}]`));
    await button('Show as picture', 'pictures').click();
  });

  it('enlarge the picture, and close it again', async () => {
    await button('Enlarge', 'pictures').click();
    const large = frame.getByRole('region', { name: 'Heat map' });
    await large.getByRole('img').waitFor();
    const box = await large.getByRole('img').boundingBox();
    assert.ok(box && box.height > 150, JSON.stringify(box));
    await suite().workbench.screenshot('picture-large');
    assert.deepEqual(await violations(frame), []);
    await large.getByRole('button', { name: 'Close' }).click();
    assert.equal(await large.count(), 0);
  });

  it('save a picture as PNG', async () => {
    const { workbench, folder } = suite();
    await button('Save as PNG…', 'pictures').click();
    const path = join(folder, 'picture.png');
    await answerFileDialog(workbench.page, path);
    const bytes = await until('the file', () => {
      try {
        return readFileSync(path);
      } catch {
        return undefined;
      }
    });
    assert.equal(bytes.toString('latin1', 1, 4), 'PNG');
    const [width, height] = [bytes.readUInt32BE(16), bytes.readUInt32BE(20)];
    assert.ok(width > 600 && height > 200, `${width} × ${height}`);
  });

  it('draw one plane of three axes, or all of them', async () => {
    frame = await suite().open('cube.npy');
    await moveAlong(frame, 0, 2);
    await button('Draw', 'pictures').click();
    const picture = section('pictures').getByRole('img');
    await picture.waitFor();
    assert.equal(await picture.getAttribute('aria-label'), 'Heat map: 5 × 6 cells, from 60 to 89');
    await moveAlong(frame, 0, 1);
    await section('pictures').getByText('Computed for a different view.').waitFor();
    await frame.getByRole('combobox', { name: 'Scope of the heat map' }).selectOption('the whole array');
    await button('Draw', 'pictures').click();
    await frame.getByRole('img', { name: 'Heat map: 20 × 6 cells, from 0 to 119' }).waitFor();
  });

  it('are of the magnitudes of complex numbers, or of one of their parts', async () => {
    frame = await suite().open('waves.npy');
    const note = section('statistics').getByText('Computed from the magnitudes |x|');
    const compare = async (numbers: string): Promise<void> => {
      const found = await compute();
      for (const name of ['min', 'max', 'mean', 'std'])
        assert.equal(found[name], await numpy('waves.npy', `${numbers}.${name}()`), name);
    };
    await compare('np.hypot(x.real, x.imag)');
    await note.waitFor();
    await button('Draw', 'pictures').click();
    await section('pictures').getByText('Computed from the magnitudes |x|').waitFor();
    await suite().workbench.screenshot('statistics-complex');
    assert.deepEqual(await violations(frame), []);
    await slice(frame, '.imag');
    await compare('x.imag');
    assert.equal(await note.count(), 0);
    await slice(frame, '');
  });

  it('say what is not computed', async () => {
    frame = await suite().open('names.npy');
    const note = section('statistics').getByRole('note');
    assert.match((await note.textContent()) ?? '', /Not available for \|S4/);
    assert.equal(await button('Compute').count(), 0);
  });

  it('say what went wrong', async () => {
    const { folder } = suite();
    copyFileSync(join(folder, 'plane.npy'), join(folder, 'gone.npy'));
    frame = await suite().open('gone.npy');
    await button('Compute').waitFor();
    unlinkSync(join(folder, 'gone.npy'));
    await button('Compute').click();
    const said = section('statistics').locator('.analysis-error');
    await said.waitFor();
    assert.match((await said.textContent()) ?? '', /gone\.npy/);
    await suite().workbench.screenshot('statistics-failed');
  });

  it('begin from the palette alone, and are cancelled with what was found', async () => {
    const { workbench } = suite();
    frame = await suite().open('sparse.dat');
    await workbench.runCommand('NDArray: Compute Statistics');
    const bar = frame.getByRole('progressbar', { name: 'Statistics' });
    await bar.waitFor();
    await until('some progress', async () => {
      const text = await bar.getAttribute('aria-valuetext');
      return Number.parseFloat(text?.replace('<', '') ?? '0') > 0.1 ? true : undefined;
    });
    await until('the focus', async () =>
      (await button('Cancel').evaluate(one => one === document.activeElement)) ? true : undefined,
    );
    const before = Date.now();
    await button('Cancel').press('Enter');
    await button('Compute').waitFor();
    const took = Date.now() - before;
    assert.ok(took < 3000, `${took} ms`);
    await section('statistics')
      .getByText(/Cancelled: results for the first [\d.]+ %/)
      .waitFor();
    const found = await readStatistics(frame);
    assert.deepEqual([found.min, found.max, found.std, found.count], ['-7.0', '7.0', '–', '16000000000']);
  });

  it('draw the picture from the palette alone', async () => {
    await suite().workbench.runCommand('NDArray: Show Picture');
    await frame.getByRole('img', { name: /Heat map: \d+ × 100 cells/ }).waitFor();
  });

  it('say that the bytes have changed since', async () => {
    const { folder } = suite();
    frame = await suite().open('plane.npy');
    await compute();
    const path = join(folder, 'plane.npy');
    const bytes = readFileSync(path);
    bytes.writeFloatLE(99, bytes.length - 4);
    writeFileSync(path, bytes);
    await section('statistics').getByText('The bytes have changed since this was computed.').waitFor();
    await compute();
    const text = (await table().textContent()) ?? '';
    assert.ok(text.includes('nanmax 99.0'), text);
  });

  it('look well in four themes, and shut nobody out', async () => {
    const { workbench } = suite();
    frame = await suite().open('plane.npy');
    await compute();
    await button('Draw', 'pictures').click();
    await section('pictures').getByRole('img').waitFor();
    for (const theme of Object.keys(themes) as Theme[]) {
      await workbench.setTheme(theme);
      await section('pictures').scrollIntoViewIfNeeded();
      await frame.evaluate(() => new Promise(accept => setTimeout(accept, 200)));
      await workbench.screenshot(`statistics-${theme}`);
      assert.deepEqual(await violations(frame), [], theme);
      assert.deepEqual(await cutOff(frame), [], theme);
    }
    await button('Show as table').click();
    await button('Show as table', 'pictures').click();
    await workbench.screenshot('statistics-tables');
    assert.deepEqual(await violations(frame), []);
    await workbench.resize(700, 900);
    await workbench.runCommand('NDArray: Compute Statistics');
    await until('the section', async () => ((await table().isVisible()) ? true : undefined));
    await workbench.screenshot('statistics-narrow');
    assert.deepEqual(await violations(frame), []);
  });
});
