/** What only the panel over a stopped program has, by role and name. */
import type { Frame } from 'playwright-core';

/** The entries of a list, each its text on one line. */
export async function readList(frame: Frame, name: string): Promise<string[]> {
  const texts = await frame.getByRole('list', { name, exact: true }).locator(':scope > li').allTextContents();
  return texts.map(text => text.replace(/\s+/g, ' ').trim());
}

/** Since when the picture is: `at tutorial.py:31, 10:02:33`. */
export async function readNote(frame: Frame): Promise<string> {
  return (await frame.getByRole('note').first().textContent())?.trim() ?? '';
}

/** Offsets of the bytes on screen that are marked as changed since the last stop. */
export function changedBytes(frame: Frame): Promise<number[]> {
  return frame.evaluate(() =>
    [...document.querySelectorAll('[data-byte-offset][data-changed]')].map(cell =>
      Number(cell.getAttribute('data-byte-offset')),
    ),
  );
}

/** Row and column heads of the values on screen that are marked as changed since the last stop. */
export function changedValues(frame: Frame): Promise<string[]> {
  return frame.evaluate(() =>
    [...document.querySelectorAll('[role=grid][aria-label=Values] [role=gridcell][data-changed]')].map(
      cell => `${cell.getAttribute('data-row')},${cell.getAttribute('data-column')}`,
    ),
  );
}
