/** Steps that leave the editor and come back to it: nothing may be lost on the way. */
import { settled } from '../../reading/settled';
import type { Steps, Walk } from './walk';

/** A file beside that of the walk. */
export const OTHER = 'other.dat';

export const comings: Steps = [
  ['look at another file', lookAway],
  ['load the window again', reload],
];

async function lookAway(walk: Walk): Promise<string> {
  await walk.suite.open(OTHER);
  await comeBack(walk);
  return '';
}

async function reload(walk: Walk): Promise<string> {
  if (walk.pick(3) > 0) return 'not now';
  await walk.suite.workbench.reload();
  walk.model.reload();
  await comeBack(walk);
  // How an editor looks, VS Code notes only now and then.
  walk.view = await walk.frame.getByRole('textbox', { name: 'slice' }).inputValue();
  return walk.view;
}

async function comeBack(walk: Walk): Promise<void> {
  walk.frame = await walk.suite.open(walk.file);
  await settled(walk.frame);
}
