/** Opening and closing editors as a person does. */
import { basename, dirname } from 'node:path';
import type { Page } from 'playwright-core';
import { pick, pickAnswered, runCommand } from './palette';

async function openFromExplorer(page: Page, name: string): Promise<void> {
  const rows = page.locator('.explorer-folders-view .monaco-list-row');
  const row = rows.filter({ has: page.getByText(name, { exact: true }) }).first();
  await row.waitFor({ timeout: 15_000 });
  // What is told of the row that the mouse was left on would lie over others.
  await page.mouse.move(0, 0);
  await row.dblclick();
}

/** Opens a file of the folder and waits for its tab: from the explorer, or in a subfolder from quick open. */
export async function openFile(page: Page, name: string): Promise<void> {
  const open = (): Promise<void> =>
    dirname(name) === '.'
      ? openFromExplorer(page, name)
      : pickAnswered(page, 'Control+p', name, basename(name));
  const tab = page.locator('.tab.active', { hasText: basename(name) }).first();
  const shows = (timeout: number): Promise<void> => tab.waitFor({ timeout });
  await open();
  // The explorer draws its rows anew when files come and go: a double click may fall between two of them.
  await shows(5000).catch(async () => {
    await open();
    await shows(25_000);
  });
}

/** Opens a file, then opens it again with the editor labelled `editor`. */
export async function openWith(page: Page, name: string, editor: string): Promise<void> {
  await openFile(page, name);
  await runCommand(page, 'View: Reopen Editor With...');
  await pick(page, editor);
}

/** Closes every editor. */
export async function closeEditors(page: Page): Promise<void> {
  await runCommand(page, 'View: Close All Editors');
  await page.locator('.tab').first().waitFor({ state: 'detached', timeout: 10_000 });
}
