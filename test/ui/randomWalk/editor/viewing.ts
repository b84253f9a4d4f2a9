/** Steps that change what is on screen, and nothing of the file. */
import { answerStep, pickStep } from '../../harness/steps';
import { dragTo, goTo, moveAlong, pickAxis, press, slice, wheel } from '../../reading/moves';
import { readPlace } from '../../reading/place';
import { slices } from './layouts';
import type { Steps, Walk } from './walk';

const grids = ['Values', 'Bytes'] as const;
const keys = [
  'ArrowDown',
  'PageDown',
  'PageUp',
  'Control+End',
  'Control+Home',
  'End',
  'Home',
  'Shift+ArrowRight',
];

export const looks: Steps = [
  ['layout', layOut],
  ['layout', layOut],
  ['slice', sliceIt],
  ['slice', sliceIt],
  ['axes', pickAxes],
  ['slider', moveSlider],
  ['key', pressKey],
  ['wheel', turn],
  ['drag', drag],
  ['go to', goSomewhere],
  ['resize', resize],
];

async function turn(walk: Walk): Promise<string> {
  const pixels = walk.pick(4000) - 2000;
  await wheel(walk.frame, walk.among(grids), 0, pixels);
  return String(pixels);
}

async function resize(walk: Walk): Promise<string> {
  const [width, height] = [900 + walk.pick(1000), 500 + walk.pick(600)];
  await walk.suite.workbench.resize(width, height);
  return `${width} x ${height}`;
}

async function layOut(walk: Walk): Promise<string> {
  await slice(walk.frame, '');
  walk.view = '';
  const next = walk.among(walk.layouts);
  await walk.suite.workbench.runCommand('NDArray: Set Layout…');
  await answerStep(walk.page, 'Set Layout (1', next.dtype);
  await answerStep(walk.page, 'Set Layout (2', next.shape.join(', '));
  await pickStep(walk.page, 'Set Layout (3', next.order);
  await answerStep(walk.page, 'Set Layout (4', String(next.offset));
  // Where to keep it: nowhere.
  await walk.page.locator('.quick-input-title', { hasText: 'Where to Keep It' }).waitFor();
  await walk.page.keyboard.press('Escape');
  walk.layout = next;
  return JSON.stringify(next);
}

async function sliceIt(walk: Walk): Promise<string> {
  const text = walk.among(slices);
  const fits = canHave(() => walk.shown(text));
  await slice(walk.frame, text);
  if (fits) walk.view = text;
  else await slice(walk.frame, walk.view);
  return `'${text}'`;
}

/** Draws another axis as rows or as columns. */
async function pickAxes(walk: Walk): Promise<string> {
  const { ndim } = walk.shown();
  if (ndim < 2) return 'no choice';
  const [which, axis] = [walk.among(['Rows', 'Columns'] as const), walk.pick(ndim)];
  await pickAxis(walk.frame, which, axis);
  return `${which} ${axis}`;
}

async function moveSlider(walk: Walk): Promise<string> {
  const { ndim, shape } = walk.shown();
  const { others } = await readPlace(walk.frame, ndim);
  const long = others.filter(([axis]) => shape[axis] > 1);
  if (long.length === 0) return 'no slider';
  const [axis] = walk.among(long);
  const entry = walk.pick(shape[axis]);
  await moveAlong(walk.frame, axis, entry);
  return `axis ${axis} to ${entry}`;
}

async function pressKey(walk: Walk): Promise<string> {
  const key = walk.among(keys);
  await press(walk.frame, walk.among(grids), key);
  return key;
}

async function drag(walk: Walk): Promise<string> {
  const bar = walk.frame.getByRole('scrollbar', { name: 'Rows', exact: true });
  // Where everything is on screen, there is none.
  if ((await bar.locator(':scope > *').count()) === 0) return 'no thumb';
  await dragTo(walk.frame, 'Rows', walk.pick(1000) / 1000);
  return '';
}

async function goSomewhere(walk: Walk): Promise<string> {
  const text = `${walk.pick(100)}%`;
  await goTo(walk.frame, text);
  return text;
}

function canHave(make: () => unknown): boolean {
  try {
    make();
    return true;
  } catch {
    return false;
  }
}
