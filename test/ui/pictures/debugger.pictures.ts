/** The picture of the debugger: the tutorial stopped behind `y[:] = 0.0`, and below it the panel over `x`. */
import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { inspect, runTo, stepTo } from '../harness/debugger';
import { debugSuite } from '../debug/session';
import { root } from '../harness/rig';
import { until } from '../harness/waiting';
import { changedBytes, readNote } from '../reading/debug';
import { settled } from '../reading/settled';
import { take } from './picture';
import { plain, SCALE, THEMES } from './plain';

const sample = join(root, 'test', 'sample');
const FILE = 'tutorial.py';
const LARGE = 'large_array.dat';
/** `y[:] = 0.0` of the sample, and the line after it. */
const LINE = 31;

/** Drags the edge between the code and the panel below it, so that the code has `height` pixels. */
async function giveCode(page: Page, height: number): Promise<void> {
  const groups = page.locator('.editor-group-container');
  const [code, panel] = [await groups.nth(0).boundingBox(), await groups.nth(1).boundingBox()];
  if (!code || !panel) throw new Error('there are no two groups of editors');
  await page.mouse.move(panel.x + 400, panel.y);
  await page.mouse.down();
  await page.mouse.move(panel.x + 400, code.y + height, { steps: 4 });
  await page.mouse.up();
}

describe('the debugger', () => {
  const settings = { ...plain, 'workbench.editor.openSideBySideDirection': 'down' };
  const suite = debugSuite([join(sample, FILE)], {
    prepare: folder => symlinkSync(join(sample, LARGE), join(folder, LARGE)),
    settings,
    viewport: { width: 1340, height: 720 },
    scale: SCALE,
  });

  it('shows what a line changed', async () => {
    const { workbench, panel } = suite();
    const { page } = workbench;
    await runTo(page, FILE, LINE);
    await inspect(page, 'x');
    const frame = await panel('x');
    await giveCode(page, 190);
    await settled(frame);
    await stepTo(page, FILE, LINE + 1);
    await until('changed bytes', async () => ((await changedBytes(frame)).length > 0 ? true : undefined));
    await until('the new note', async () =>
      (await readNote(frame)).includes(`:${LINE + 1},`) ? true : undefined,
    );
    await workbench.runCommand('View: Close Primary Side Bar');
    await workbench.resize(940, 720);
    await page.mouse.move(5, 5);
    for (const theme of THEMES) {
      await workbench.setTheme(theme);
      await settled(frame);
      await take(page, `breakpoint-${theme}`, 'editor');
    }
  });
});
