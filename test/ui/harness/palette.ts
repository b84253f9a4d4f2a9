/** VS Code's quick input, used as a person does: the command palette, quick picks and input boxes. */
import type { Locator, Page } from 'playwright-core';
import { until } from './waiting';

const input = (page: Page): Locator => page.locator('.quick-input-widget input.input');
const rows = (page: Page): Locator => page.locator('.quick-input-list .monaco-list-row');

/** The row whose own label (not its description) is `label`. */
async function rowLabelled(page: Page, label: string): Promise<Locator | undefined> {
  for (const row of await rows(page).all()) {
    const text = await row
      .locator('.quick-input-list-label .label-name, .quick-input-list-row .label-name')
      .first()
      .textContent({ timeout: 500 })
      .catch(() => undefined);
    if (text?.trim() === label) return row;
  }
  return undefined;
}

/** Presses a key until quick input is open: a window, or a webview with the focus, that still loads takes no keys. */
async function openInput(page: Page, key: string): Promise<void> {
  await until(`quick input after ${key}`, async () => {
    await page.keyboard.press(key);
    const shown = input(page).waitFor({ timeout: 2000 });
    return shown.then(
      () => true,
      () => undefined,
    );
  });
}

/** Runs the command whose title in the palette is exactly `title`, such as `NDArray: Go To…`. */
export async function runCommand(page: Page, title: string): Promise<void> {
  await openInput(page, 'F1');
  await input(page).fill(`>${title}`);
  await (
    await until(`the command "${title}" in the palette`, () => rowLabelled(page, title), 10_000)
  ).click();
}

/** Picks the item labelled `label` of the quick pick that is open. */
export async function pick(page: Page, label: string): Promise<void> {
  await (
    await until(`the item "${label}" in the quick pick`, () => rowLabelled(page, label), 10_000)
  ).click();
}

/** What the quick input that is open asks for; empty where none is. */
async function question(page: Page): Promise<string> {
  const widget = page.locator('.quick-input-widget:visible');
  const texts = await widget.locator('.quick-input-title, .quick-input-message').allTextContents();
  return [
    ...texts,
    (await input(page)
      .getAttribute('placeholder', { timeout: 500 })
      .catch(() => '')) ?? '',
  ].join();
}

/** Types into the input box or quick pick that is open, and presses Enter; waits a little for the next question, or for none. */
export async function answer(page: Page, text: string): Promise<void> {
  await input(page).waitFor();
  const asked = await question(page);
  await input(page).fill(text);
  await input(page).press('Enter');
  const isOver = async (): Promise<true | undefined> => {
    const isShut = !(await input(page).isVisible());
    return isShut || (await question(page)) !== asked ? true : undefined;
  };
  // Where the answer is refused, the question stays.
  await until('the next question', isOver, 2000).catch(() => undefined);
}

/**
 * Gives a file dialog of VS Code's own the path, and waits until it is shut. The dialog fills its box itself once it has
 * read the folder, and reads again what is typed: until then it takes no answer.
 */
export async function answerFileDialog(page: Page, path: string): Promise<void> {
  const box = input(page);
  await until('the dialog to have read the folder', async () => (await box.inputValue()) !== '' || undefined);
  await until(`the dialog to take ${path}`, async () => {
    if ((await box.inputValue()) !== path) await box.fill(path);
    await page.waitForTimeout(300);
    if ((await box.inputValue()) !== path) return undefined;
    await box.press('Enter');
    const shut = box.waitFor({ state: 'hidden', timeout: 2000 });
    return shut.then(
      () => true,
      () => undefined,
    );
  });
}

/** The labels of the quick pick that is open. */
export async function offered(page: Page): Promise<string[]> {
  await rows(page).first().waitFor();
  return rows(page).locator('.label-name').allTextContents();
}

/** Opens quick input with a key, types `text`, and picks the row labelled `label` once it is there. */
export async function pickAnswered(page: Page, key: string, text: string, label: string): Promise<void> {
  await openInput(page, key);
  await input(page).fill(text);
  await pick(page, label);
}
