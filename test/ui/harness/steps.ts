/** Commands that ask several things: each step is waited for by its title, so that nothing is typed into the one before. */
import type { Page } from 'playwright-core';
import { answer, pick } from './palette';
import { until } from './waiting';

/** Waits until the quick input is open whose title holds `title`. */
export async function asked(page: Page, title: string): Promise<void> {
  const widget = page.locator('.quick-input-widget:visible');
  await until(`the question "${title}"`, async () => {
    const text = await widget
      .locator('.quick-input-title')
      .textContent({ timeout: 500 })
      .catch(() => '');
    return text?.includes(title) ? true : undefined;
  });
}

/** Types the answer to the step titled `title`. */
export async function answerStep(page: Page, title: string, text: string): Promise<void> {
  await asked(page, title);
  await answer(page, text);
}

/** Picks the answer to the step titled `title`. */
export async function pickStep(page: Page, title: string, label: string): Promise<void> {
  await asked(page, title);
  await pick(page, label);
}

/** Types without an end, until the box says something with `part` in it. */
export async function typedSays(page: Page, text: string, part: string): Promise<void> {
  const widget = page.locator('.quick-input-widget:visible');
  await widget.locator('input.input').fill(text);
  await until(`"${part}" at the box`, async () => {
    const shown = await widget.innerText();
    return shown.includes(part) ? true : undefined;
  });
}
