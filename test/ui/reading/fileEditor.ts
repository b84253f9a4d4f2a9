/** A file's editor as a person uses it: cells that are typed into, a tab that is dirty or not, dialogs that are answered. */
import type { Frame, Locator, Page } from 'playwright-core';
import { until } from '../harness/waiting';

export interface FileEditor {
  readonly frame: Frame;
  cell(row: number, column: number): Locator;
  byte(byteOffset: number): Locator;
  textIs(row: number, column: number, text: string): Promise<true>;
  /** Types a value into a cell, and leaves it. */
  type(row: number, column: number, text: string): Promise<void>;
  /** Presses a key in the value grid. */
  press(key: string): Promise<void>;
  isDirty(dirty: boolean): Promise<true>;
  bodyHas(text: RegExp): Promise<true>;
  /** The question that VS Code asks, once it is there. */
  dialog(): Promise<Locator>;
  /** What a notification says that matches, once it is there; all are cleared then. */
  notified(text: string): Promise<string>;
}

export function fileEditor(page: Page, frame: Frame): FileEditor {
  const values = frame.getByRole('grid', { name: 'Values' });
  const cell = (row: number, column: number): Locator =>
    values.locator(`[data-row="${row}"][data-column="${column}"]`);
  return {
    frame,
    cell,
    byte: byteOffset =>
      frame.getByRole('grid', { name: 'Bytes' }).locator(`[data-byte-offset="${byteOffset}"]`),
    textIs: (row, column, text) =>
      until(`[${row}, ${column}] to be ${text}`, async () =>
        (await cell(row, column).textContent()) === text ? true : undefined,
      ),
    type: async (row, column, text) => {
      // What edits is loaded after what draws.
      await frame.getByRole('combobox', { name: 'mode' }).waitFor();
      await cell(row, column).click();
      await page.keyboard.press('F2');
      const box = frame.getByRole('textbox', { name: 'New value' });
      await box.fill(text);
      await box.press('Enter');
      await box.waitFor({ state: 'detached' });
    },
    press: async key => {
      await cell(0, 0).click();
      await page.keyboard.press(key);
    },
    isDirty: dirty =>
      until(dirty ? 'unsaved edits' : 'no unsaved edits', async () => {
        return (await isTabDirty(page)) === dirty ? true : undefined;
      }),
    bodyHas: text =>
      until(String(text), async () =>
        text.test((await frame.textContent('body')) ?? '') ? true : undefined,
      ),
    dialog: async () => {
      const dialog = page.locator('.monaco-dialog-box');
      await dialog.waitFor();
      return dialog;
    },
    notified: async text => {
      const found = page.locator('.notification-list-item, .notifications-center', { hasText: text }).first();
      await found.waitFor();
      return (await found.textContent()) ?? '';
    },
  };
}

/** Whether the tab in front has the dot of unsaved edits. */
export async function isTabDirty(page: Page): Promise<boolean> {
  const names = await page.locator('.tabs-container .tab.active').first().getAttribute('class');
  return (names ?? '').split(' ').includes('dirty');
}

/** Pastes a text into the grid that has the focus, as Ctrl+V does. */
export function pasteText(frame: Frame, text: string): Promise<void> {
  return frame.evaluate(pasted => {
    const data = new DataTransfer();
    data.setData('text/plain', pasted);
    const grid = document.activeElement!.closest('[role=grid]')!;
    grid.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
  }, text);
}

/** Types into the box over a cell, which is open or about to be, and ends with `key`; whether it was taken. */
export async function typeInBox(frame: Frame, page: Page, text: string, key = 'Enter'): Promise<boolean> {
  const box = frame.getByRole('textbox', { name: 'New value' });
  await box.waitFor({ timeout: 5000 });
  await box.fill(text);
  await box.press(key);
  const isTaken = await until(`an answer to '${text}'`, async () => {
    const states = await box.evaluateAll(all => all.map(one => one.getAttribute('aria-invalid')));
    if (states.length === 0) return true;
    return states[0] === 'true' ? false : undefined;
  });
  if (isTaken) return true;
  await page.keyboard.press('Escape');
  await box.waitFor({ state: 'detached' });
  return false;
}
