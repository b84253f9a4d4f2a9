/** The window comes up with the extension in it, and everything else can be tested. */
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startWorkbench, type Workbench } from '../harness/workbench';

describe('a workbench with the extension', () => {
  const folder = mkdtempSync(join(tmpdir(), 'ndarray-smoke-'));
  let workbench: Workbench;

  before(async () => {
    writeFileSync(
      join(folder, 'ramp.dat'),
      new Float32Array(64 * 64).map((_, index) => index),
    );
    workbench = await startWorkbench({ folder });
  });

  after(async () => {
    await workbench.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it('opens a .dat in the editor of the extension, with typed values in a grid', async () => {
    await workbench.openFile('ramp.dat');
    const frame = await workbench.webview();
    const grid = frame.getByRole('grid', { name: 'Values' });
    await grid.getByRole('gridcell').first().waitFor();
    assert.ok((await grid.getByRole('gridcell').count()) > 1);
  });

  it('runs the commands of the extension from the palette', async () => {
    await workbench.page.keyboard.press('F1');
    await workbench.page.locator('.quick-input-widget input.input').fill('>NDArray: ');
    const labels = await workbench.offered();
    assert.ok(
      labels.some(label => label.startsWith('NDArray: ')),
      labels.join(', '),
    );
    await workbench.page.keyboard.press('Escape');
  });

  it('breaks no Content-Security-Policy', () => {
    assert.deepEqual(workbench.policyViolations(), []);
  });
});
