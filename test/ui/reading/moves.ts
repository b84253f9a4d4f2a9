/** What a person does in the webview: go somewhere, slice, change the layout, scroll. Each waits until it is drawn. */
import type { Frame, Locator } from 'playwright-core';
import { until } from '../harness/waiting';
import { settled } from './settled';

/** Types into a text box and presses Enter. */
async function enter(box: Locator, text: string): Promise<void> {
  await box.fill(text);
  await box.press('Enter');
}

/** Goes to an index `[3, 17]`, a byte offset `0x1000` or a fraction `50%`. */
export async function goTo(frame: Frame, text: string): Promise<void> {
  await enter(frame.getByRole('textbox', { name: 'Go to' }), text);
  await settled(frame);
}

/** Types an index text into the slice box. */
export async function slice(frame: Frame, text: string): Promise<void> {
  await enter(frame.getByRole('textbox', { name: 'Slice' }), text);
  await settled(frame);
}

/** What is said to be wrong with the text in a box, or `undefined`. */
export async function errorAt(frame: Frame, name: string): Promise<string | undefined> {
  const box = frame.locator('input').and(frame.getByLabel(name, { exact: true }));
  const id = await box.getAttribute('aria-errormessage');
  return id === null ? undefined : ((await frame.locator(`[id="${id}"]`).textContent()) ?? '').trim();
}

/** Changes one control of the group `Layout`, and waits until the document has answered. */
export async function setLayout(
  frame: Frame,
  control: 'dtype' | 'shape' | 'order' | 'offset',
  text: string,
): Promise<void> {
  const box = frame.getByRole('group', { name: 'Layout' }).getByLabel(control, { exact: true });
  const before = await layoutTexts(frame);
  if (control === 'order') await box.selectOption(text);
  else await enter(box, text);
  await until(
    `an answer to ${control} ${text}`,
    async () => {
      return (await layoutTexts(frame)) === before ? undefined : true;
    },
    10_000,
  );
  await settled(frame);
}

/** What the header says, errors included, but not what is being typed. */
function layoutTexts(frame: Frame): Promise<string> {
  return frame.evaluate(() => {
    const texts = [...document.querySelectorAll('[role=note], [role=status], [role=alert], [id$=-error]')];
    const strides = document.querySelector('table[aria-label=Strides]');
    return [...texts, strides].map(element => element?.textContent ?? '').join('\n');
  });
}

/** Chooses the axis drawn as rows or columns. */
export async function pickAxis(frame: Frame, which: 'Rows' | 'Columns', axis: number): Promise<void> {
  await frame.getByRole('combobox', { name: which }).selectOption(String(axis));
  await settled(frame);
}

/** Moves along an axis that is neither rows nor columns. */
export async function moveAlong(frame: Frame, axis: number, entry: number): Promise<void> {
  await frame.getByRole('slider', { name: `Axis ${axis}` }).fill(String(entry));
  await settled(frame);
}

export type GridName = 'Values' | 'Bytes';

/** Presses a key in a grid, which gets the focus. */
export async function press(frame: Frame, grid: GridName, key: string): Promise<void> {
  await frame.getByRole('grid', { name: grid }).press(key);
  await settled(frame);
}

/** Moves the pointer over the `nth` cell on screen of a grid. */
export async function point(frame: Frame, grid: GridName, nth: number): Promise<void> {
  await frame.getByRole('grid', { name: grid }).getByRole('gridcell').nth(nth).hover();
  await settled(frame);
}

/** Moves the pointer away from both grids. */
export async function pointAway(frame: Frame): Promise<void> {
  await frame.getByRole('list', { name: 'Flags' }).hover();
  await settled(frame);
}

/** Turns the wheel over a grid, by CSS pixels. */
export async function wheel(frame: Frame, grid: GridName, dx: number, dy: number): Promise<void> {
  const page = frame.page();
  const box = await frame.getByRole('grid', { name: grid }).boundingBox();
  if (!box) throw new Error(`the grid ${grid} is not on screen`);
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
  const before = await firstShown(frame, grid);
  await page.mouse.wheel(dx, dy);
  // The event comes by way of the browser's compositor: it is awaited, where it can move anything.
  await until(
    'the wheel to turn',
    async () => (await firstShown(frame, grid)) !== before || undefined,
    500,
  ).catch(() => undefined);
  await settled(frame);
}

/** Where a grid is scrolled to, to the pixel. */
function firstShown(frame: Frame, grid: GridName): Promise<string> {
  return frame.evaluate(name => {
    const cell = document.querySelector(`[role=grid][aria-label=${name}] [role=gridcell]`);
    const { x = 0, y = 0 } = cell?.getBoundingClientRect() ?? {};
    return `${cell?.id} ${x} ${y}`;
  }, grid);
}

export type ScrollbarName = 'Rows' | 'Columns' | 'Bytes';

/** Drags the thumb of a scrollbar to a fraction of its track. */
export async function dragTo(frame: Frame, name: ScrollbarName, fraction: number): Promise<void> {
  const page = frame.page();
  const bar = frame.getByRole('scrollbar', { name, exact: true });
  const box = await bar.boundingBox();
  if (!box) throw new Error(`the scrollbar ${name} is not on screen`);
  const vertical = (await bar.getAttribute('aria-orientation')) === 'vertical';
  const at = (part: number): [number, number] =>
    vertical
      ? [box.x + box.width / 2, box.y + part * (box.height - 1) + 0.5]
      : [box.x + part * (box.width - 1) + 0.5, box.y + box.height / 2];
  const thumb = await bar.locator(':scope > *').first().boundingBox();
  if (thumb) await page.mouse.move(thumb.x + thumb.width / 2, thumb.y + thumb.height / 2);
  else await page.mouse.move(...at(0));
  await page.mouse.down();
  await page.mouse.move(...at(fraction / 2));
  await page.mouse.move(...at(fraction));
  await page.mouse.up();
  await settled(frame);
}

/** A scrollbar's `aria-valuenow`: the first row or column shown. */
export async function scrolledTo(frame: Frame, name: ScrollbarName): Promise<number> {
  const bar = frame.getByRole('scrollbar', { name, exact: true });
  return Number(await bar.getAttribute('aria-valuenow'));
}
