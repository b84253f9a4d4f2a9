/** The pictures of the editor: opened; a value linked to its bytes; a slice, with an edit that is not saved yet. */
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Frame } from 'playwright-core';
import { bytesOf } from '../files/plain';
import { pickAnswered } from '../harness/palette';
import { root } from '../harness/rig';
import { until } from '../harness/waiting';
import { startWorkbench, type Workbench } from '../harness/workbench';
import { readHeader } from '../reading/layout';
import { goTo, press, slice } from '../reading/moves';
import { openArray } from '../reading/open';
import { settled } from '../reading/settled';
import { take } from './picture';
import { plain, SCALE, THEMES } from './plain';

const sample = join(root, 'test', 'sample');
const SIZE = [940, 620] as const;
const COPIED = ['memory.py', 'tutorial.py', 'c_array.npy', 'cube.npy', 'days.npy', 'tokens.dat'];
/** Its items say where they were: the one at [3, 7] is 307. */
const table = Int16Array.from({ length: 64 * 24 }, (_, k) => 100 * Math.floor(k / 24) + (k % 24));
const tableLayout = { files: 'table.dat', dtype: 'int16', shape: [-1, 24] };

describe('the editor', () => {
  let temp: string;
  let workbench: Workbench;

  before(async () => {
    temp = mkdtempSync(join(tmpdir(), 'ndarray-pictures-'));
    const folder = join(temp, 'samples');
    mkdirSync(folder);
    for (const name of COPIED) cpSync(join(sample, name), join(folder, name));
    symlinkSync(join(sample, 'large_array.dat'), join(folder, 'large_array.dat'));
    writeFileSync(join(folder, 'table.dat'), bytesOf(table));
    workbench = await startWorkbench({
      folder,
      settings: { ...plain, 'ndarrayInspector.layouts': [tableLayout] },
      viewport: { width: SIZE[0], height: SIZE[1] },
      scale: SCALE,
    });
  });

  after(async () => {
    await workbench.close();
    rmSync(temp, { recursive: true, force: true });
  });

  /** Opens a file by quick open: the explorer may be shut. */
  const open = (name: string): Promise<Frame> => {
    const openFile = (file: string): Promise<void> => pickAnswered(workbench.page, 'Control+p', file, file);
    return openArray({ ...workbench, openFile }, name);
  };

  /** The large array, its layout found in `memory.py`: a window that has just started may be too busy to search in time. */
  const openFound = (): Promise<Frame> =>
    until('the call in memory.py', async () => {
      const frame = await open('large_array.dat');
      await settled(frame);
      if ((await readHeader(frame)).note.includes('memory.py')) return frame;
      await workbench.closeEditors();
      return undefined;
    });

  async function inBothThemes(frame: Frame, name: string, ...parts: string[]): Promise<void> {
    for (const theme of THEMES) {
      await workbench.setTheme(theme);
      await settled(frame);
      await take(workbench.page, `${name}-${theme}`, ...parts);
    }
  }

  it('opens a memory map', async () => {
    const frame = await openFound();
    await inBothThemes(frame, 'open', 'sidebar', 'editor');
    await workbench.runCommand('View: Close Primary Side Bar');
  });

  it('links a value to its bytes', async () => {
    // Random digits take the most room.
    await workbench.resize(860, 570);
    const frame = await openFound();
    await goTo(frame, '[4321, 1234]');
    await frame.getByRole('grid', { name: 'Values' }).focus();
    await inBothThemes(frame, 'linked', 'editor');
  });

  it('slices and edits', async () => {
    await workbench.resize(...SIZE);
    const frame = await open('table.dat');
    await slice(frame, '[::2, ::-1]');
    await goTo(frame, '[2, 3]');
    await press(frame, 'Values', 'F2');
    await frame.getByRole('textbox', { name: 'New value' }).fill('-1');
    await frame.getByRole('textbox', { name: 'New value' }).press('Enter');
    await frame.getByRole('button', { name: 'Why C_CONTIGUOUS is False' }).click();
    await settled(frame);
    await inBothThemes(frame, 'slice', 'editor');
  });
});
