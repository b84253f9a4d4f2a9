/** VS Code's walkthrough of the extension: four steps with their pictures, ticked off by doing what they say. */
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Frame, Locator } from 'playwright-core';
import { bytesOf, wave } from '../files/plain';
import { until } from '../harness/waiting';
import { startWorkbench, type Workbench } from '../harness/workbench';
import { press } from '../reading/moves';
import { openArray } from '../reading/open';

const TITLE = 'See what NumPy arrays really are';
const STEPS = [
  'Open a memory map',
  'Read values, bytes and strides together',
  'Slice it, edit it',
  'Inspect an array at a breakpoint',
];

describe('the walkthrough', () => {
  const folder = mkdtempSync(join(tmpdir(), 'ndarray-walkthrough-'));
  let workbench: Workbench;
  let frame: Frame;

  before(async () => {
    writeFileSync(join(folder, 'wave.dat'), bytesOf(wave(4096)));
    // Pictures are not shown in a window that has no room for them.
    workbench = await startWorkbench({ folder, viewport: { width: 1800, height: 1000 } });
  });

  after(async () => {
    await workbench.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const steps = (): Locator => workbench.page.locator('.gettingStartedDetailsContent .getting-started-step');
  const done = (): Promise<number> =>
    workbench.page
      .locator('.gettingStartedDetailsContent .getting-started-step [role=checkbox][aria-checked=true]')
      .count();

  async function open(): Promise<void> {
    await workbench.runCommand('Welcome: Open Walkthrough...');
    await workbench.pick(TITLE);
    await steps().first().waitFor();
  }

  const ticked = (count: number): Promise<true> =>
    until(`${count} steps ticked off`, async () => ((await done()) === count ? true : undefined));

  it('opens from the palette and has four steps', async () => {
    await open();
    const titles = await steps().locator('.step-title').allTextContents();
    assert.deepEqual(
      titles.map(title => title.trim()),
      STEPS,
    );
    assert.equal(await done(), 0);
  });

  for (const theme of ['dark', 'light'] as const)
    it(`shows a picture beside each step in a ${theme} theme`, async () => {
      await workbench.setTheme(theme);
      const seen = new Set<string>();
      for (const [k, title] of STEPS.entries()) {
        await steps().nth(k).locator('.step-title').click();
        const image = workbench.page.locator('.getting-started-media img');
        const source = await until(`the picture of ${title}`, async () => {
          const found = await image.evaluateAll(images =>
            (images as HTMLImageElement[]).map(one => ({
              source: one.currentSrc,
              alt: one.alt,
              width: one.complete ? one.naturalWidth : 0,
            })),
          );
          const loaded = found.find(one => one.width > 0 && !seen.has(one.source));
          if (loaded) assert.ok(loaded.alt.length > 40, `${title}: ${loaded.alt}`);
          return loaded?.source;
        });
        assert.match(source, new RegExp(`-${theme}\\.webp`));
        seen.add(source);
        await workbench.screenshot(`walkthrough-${theme}-${k + 1}`);
      }
    });

  it('ticks off what was done: opened, followed, edited', async () => {
    frame = await openArray(workbench, 'wave.dat');
    await open();
    await ticked(1);
    frame = await openArray(workbench, 'wave.dat');
    await press(frame, 'Values', 'ArrowDown');
    await open();
    await ticked(2);
    frame = await openArray(workbench, 'wave.dat');
    await press(frame, 'Values', 'F2');
    const box = frame.getByRole('textbox', { name: 'New value' });
    await box.fill('0.5');
    await box.press('Enter');
    await box.waitFor({ state: 'detached' });
    await open();
    await ticked(3);
  });
});
