/** A step that exports what is drawn, or the whole, unsaved edits and all, into a file that the core loads again. */
import assert from 'node:assert/strict';
import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import * as np from '../../../../core/index';
import { answerStep, pickStep } from '../../harness/steps';
import { until } from '../../harness/waiting';
import type { Steps, Walk } from './walk';

export const exporting: Steps = [['export', exportIt]];

async function exportIt(walk: Walk): Promise<string> {
  const isSlice = walk.view !== '' && walk.pick(2) === 0;
  const path = join(walk.suite.folder, 'exported.npy');
  rmSync(path, { force: true });
  await walk.suite.workbench.runCommand('NDArray: Export…');
  if (walk.view !== '') await pickStep(walk.page, 'Export', isSlice ? 'The slice' : 'The whole array');
  await pickStep(walk.page, 'Export', '.npy');
  await answerStep(walk.page, 'Export', 'exported.npy');
  await until('the export', () => existsSync(path) || undefined);
  await walk.suite.workbench.runCommand('Notifications: Clear All Notifications');
  const expected = walk.shown(isSlice ? walk.view : '');
  const found = await np.load(path);
  assert.ok(found instanceof np.NDArray);
  assert.deepEqual([found.dtype.str, found.shape], [expected.dtype.str, expected.shape]);
  assert.deepEqual(found.tobytes(), expected.tobytes());
  return isSlice ? 'the slice' : 'the whole';
}
