/** VS Code's debugger, used as a person does: breakpoints in the gutter, F5, F10, the views of the debug side bar. */
import type { Locator, Page } from 'playwright-core';
import { openFile } from './editors';
import { answer, pickAnswered, runCommand } from './palette';
import { until } from './waiting';

/** Settings under which a program that stops shows the debug views, and nothing is asked. */
export const debugSettings = {
  'debug.openDebug': 'openOnDebugBreak',
  'debug.toolBarLocation': 'docked',
  'debug.showInStatusBar': 'never',
  'debug.internalConsoleOptions': 'neverOpen',
  'debug.onTaskErrors': 'debugAnyway',
};

/** Opens a file and puts a breakpoint on a line (from 1). */
export async function setBreakpoint(page: Page, file: string, line: number): Promise<void> {
  await openFile(page, file);
  await page.locator('.editor-instance .view-lines').first().waitFor();
  await goToLine(page, line);
  const before = await breakpoints(page).count();
  await page.keyboard.press('F9');
  await until('the breakpoint', async () => ((await breakpoints(page).count()) > before ? true : undefined));
}

/** Takes the breakpoint off a line of the file that is open. */
export async function clearBreakpoint(page: Page, line: number): Promise<void> {
  await goToLine(page, line);
  await page.keyboard.press('F9');
  await until('no breakpoint', async () => ((await breakpoints(page).count()) === 0 ? true : undefined));
}

const breakpoints = (page: Page): Locator => page.locator('.margin .codicon-debug-breakpoint');

async function goToLine(page: Page, line: number): Promise<void> {
  await page.keyboard.press('Control+g');
  await answer(page, `:${line}`);
}

/** Starts the launch configuration of that name. */
export async function startDebugging(page: Page, configuration: string): Promise<void> {
  await pickAnswered(page, 'Control+p', `debug ${configuration}`, configuration);
}

/**
 * The line that VS Code marks as the one the program is stopped at: `tutorial.py 12`; undefined while there is none.
 * The call stack does not tell: it may leave its threads shut, or open another one above that which stopped.
 */
const markedLine = (page: Page): Promise<string | undefined> =>
  page.evaluate(() => {
    const mark = document.querySelector('.debug-top-stack-frame-line');
    const editor = mark?.closest('.monaco-editor');
    const top = mark?.getBoundingClientRect().top;
    const numbers = [...(editor?.querySelectorAll('.line-numbers') ?? [])];
    const line = numbers.find(number => number.getBoundingClientRect().top === top)?.textContent;
    return line && `${editor?.getAttribute('data-uri')?.split('/').at(-1)} ${line}`;
  });

/** Waits until the program is stopped on `line` of `file`, and keys that step are taken: a little later. */
export async function stoppedAt(page: Page, file: string, line: number): Promise<void> {
  const pause = page.locator('.composite.title .codicon-debug-pause').first();
  let seen: string | undefined;
  await until(`a stop at ${file} ${line}`, async () => {
    seen = await markedLine(page);
    return seen === `${file} ${line}` && !(await pause.isVisible()) ? true : undefined;
  }).catch((error: unknown) => {
    throw new Error(`${String(error)}; the line marked is ${seen}`);
  });
}

/** Starts a program, whose launch configuration is named as its file, and waits until it is stopped on `line`. */
export async function runTo(page: Page, file: string, line: number): Promise<void> {
  await setBreakpoint(page, file, line);
  await startDebugging(page, file);
  await stoppedAt(page, file, line);
}

/** Steps over the line, and waits for the next. */
export async function stepTo(page: Page, file: string, line: number): Promise<void> {
  await page.keyboard.press('F10');
  await stoppedAt(page, file, line);
}

/** Lets the program run on, and waits for the next stop. */
export async function continueTo(page: Page, file: string, line: number): Promise<void> {
  await page.keyboard.press('F5');
  await stoppedAt(page, file, line);
}

/** Opens the Arrays view, which VS Code leaves shut at first, as it does all views of extensions there. */
export const showArrays = (page: Page): Promise<void> => showView(page, 'Arrays', true);

/** Opens or shuts a view of the debug side bar. */
export async function showView(page: Page, name: string, isOpen: boolean): Promise<void> {
  if (!(await page.locator('.debug-call-stack').first().isVisible()))
    await runCommand(page, 'View: Show Run and Debug');
  const header = page.locator('.pane-header', { hasText: new RegExp(`^${name}`) }).first();
  await header.waitFor();
  await until(`${name} to be ${isOpen ? 'open' : 'shut'}`, async () => {
    if ((await header.getAttribute('aria-expanded')) === String(isOpen)) return true;
    await header.click();
    return undefined;
  });
}

/** Steps over the last line that the program will run, and waits until it has ended. */
export async function stepToTheEnd(page: Page): Promise<void> {
  await page.keyboard.press('F10');
  await ended(page);
}

/** Waits until no program is stopped. */
export async function ended(page: Page): Promise<void> {
  const frame = page.locator('.debug-call-stack .stack-frame').first();
  await frame.waitFor({ state: 'detached', timeout: 15_000 });
}

/** The rows of the Arrays view, each its label and description: `y`, `float64 9 × 3 strided 216 bytes view of x`. */
export async function arrayRows(page: Page): Promise<{ name: string; description: string }[]> {
  const pane = page.locator('.pane', { has: page.locator('.pane-header', { hasText: /^Arrays/ }) });
  const texts = pane.locator('.monaco-list-row .monaco-icon-label');
  const found: { name: string; description: string }[] = [];
  for (const row of await texts.all()) {
    const part = async (css: string): Promise<string> =>
      (await row.locator(css).allTextContents()).join('').trim();
    found.push({ name: await part('.label-name'), description: await part('.label-description') });
  }
  return found;
}

/** Inspects an expression from the palette. */
export async function inspect(page: Page, expression: string): Promise<void> {
  await runCommand(page, 'NDArray: Inspect Array Memory…');
  await answer(page, expression);
}
