/** The clipboard of the window. */
import type { Page } from 'playwright-core';
import { until } from '../harness/waiting';

/** Empties the clipboard, does something that copies, and gives what it copied. */
export async function copied(page: Page, copy: () => Promise<void>): Promise<string> {
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  const read = (): Promise<string> =>
    page.evaluate(async () => {
      window.focus();
      return navigator.clipboard.readText();
    });
  await page.evaluate(() => navigator.clipboard.writeText(''));
  await copy();
  return until('something on the clipboard', async () => (await read()) || undefined, 10_000);
}
