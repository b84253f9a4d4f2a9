/**
 * Stepping in a real VS Code, with debugpy: from F10 to the new top frame on screen, with a panel and the Arrays view
 * open, against the same without them; back to back, and at two steps a second. And how long a panel takes from the
 * palette's Enter to its first value, for 4 KB and for 4 GB. Medians of interleaved rounds.
 */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import {
  clearBreakpoint,
  debugSettings,
  inspect,
  setBreakpoint,
  showArrays,
  startDebugging,
  stoppedAt,
} from '../ui/harness/debugger';
import { until } from '../ui/harness/waiting';
import { startWorkbench, type Workbench } from '../ui/harness/workbench';
import { median, table } from './median';

const python = process.env.NDARRAY_TEST_PYTHON ?? 'python3';
const STEPS = Number(process.env.NDARRAY_BENCH_STEPS ?? 50);
const ROUNDS = 2;
const FILE = 'steps.py';
const FIRST = 6;

const PROGRAM = `import numpy as np
x = np.arange(512.0)
y = x[::2]
huge = np.zeros(1 << 29)
for turn in range(10_000):
    x[0] += 1
    x[1] += 1
    x[2] += 1
    x[3] += 1
`;

type Watched = Window & { ndarraySteps?: { pressed?: number; line?: string; took: number[] } };

/** Runs in the page: notes, frame by frame, when the top frame's line is another than when F10 was pressed. */
function look(): void {
  const watched = window as Watched;
  watched.ndarraySteps = { took: [] };
  const line = (): string =>
    document.querySelector('.debug-call-stack .stack-frame .line-number')?.textContent ?? '';
  addEventListener(
    'keydown',
    event => {
      if (event.key === 'F10')
        watched.ndarraySteps = { ...watched.ndarraySteps!, pressed: Date.now(), line: line() };
    },
    true,
  );
  const tick = (): void => {
    const steps = watched.ndarraySteps!;
    if (steps.pressed !== undefined && line() !== '' && line() !== steps.line) {
      steps.took.push(Date.now() - steps.pressed);
      steps.pressed = undefined;
    }
    requestAnimationFrame(tick);
  };
  requestAnimationFrame(tick);
}

/** Steps `STEPS` times, with `pauseMs` after each; milliseconds of each. */
async function steps(page: Page, pauseMs: number): Promise<number[]> {
  await page.evaluate(() => ((window as Watched).ndarraySteps!.took = []));
  const count = (): Promise<number> => page.evaluate(() => (window as Watched).ndarraySteps!.took.length);
  for (let step = 1; step <= STEPS; step++) {
    await page.keyboard.press('F10');
    await until(`step ${step}`, async () => ((await count()) >= step ? true : undefined));
    if (pauseMs > 0) await page.waitForTimeout(pauseMs);
  }
  return page.evaluate(() => (window as Watched).ndarraySteps!.took);
}

/** From Enter in the palette to the first value in the panel. */
async function openPanel(workbench: Workbench, expression: string): Promise<number> {
  const since = Date.now();
  await inspect(workbench.page, expression);
  await until(`values of ${expression}`, async () => {
    for (const frame of await workbench.visibleWebviews()) {
      const mark = await frame
        .evaluate(() => performance.getEntriesByName('ndarray:first-values').length)
        .catch(() => 0);
      if (mark > 0) return true;
    }
    return undefined;
  });
  return Date.now() - since;
}

async function setArrays(page: Page, open: boolean): Promise<void> {
  const header = page.locator('.pane-header', { hasText: /^Arrays/ });
  if (open) await showArrays(page);
  else if ((await header.getAttribute('aria-expanded')) === 'true') await header.click();
  await focusCode(page);
}

/** Keys go to the code: F10 in a webview is the webview's. */
async function focusCode(page: Page): Promise<void> {
  await page.locator('.editor-instance .view-lines').first().click();
}

async function closePanel(page: Page, name: string): Promise<void> {
  const tab = page.locator(`.tabs-container .tab[aria-label^="${name},"]`).first();
  await tab.locator('.tab-actions .action-label').click();
  await tab.waitFor({ state: 'detached', timeout: 10_000 });
  await focusCode(page);
}

const ratio = (a: number[], b: number[]): string => (median(a) / median(b)).toFixed(2);

function printSteps(times: Readonly<Record<string, number[][]>>): void {
  const rows = Object.entries(times).map(([pace, [without, withPanel]]) => [
    pace,
    median(without),
    median(withPanel),
    ratio(withPanel, without),
  ]);
  console.log(`\n${table(['stepping', 'without, ms', 'with panel and Arrays, ms', 'ratio'], rows)}`);
}

async function measure(workbench: Workbench): Promise<void> {
  const { page } = workbench;
  await page.evaluate(look);
  const times = { 'back to back': [[], []] as number[][], 'two a second': [[], []] as number[][] };
  const opening = { '4 KB': [] as number[], '4 GB': [] as number[] };
  await steps(page, 0);
  for (let round = 0; round < ROUNDS; round++) {
    for (const [pace, [without, withPanel]] of Object.entries(times)) {
      const pause = pace === 'back to back' ? 0 : 500;
      await setArrays(page, false);
      without.push(...(await steps(page, pause)));
      await openPanel(workbench, 'x');
      await setArrays(page, true);
      withPanel.push(...(await steps(page, pause)));
      await closePanel(page, 'x');
    }
  }
  printSteps(times);
  for (let round = -1; round < 5; round++) {
    for (const [size, name] of [
      ['4 KB', 'x'],
      ['4 GB', 'huge'],
    ] as const) {
      const took = await openPanel(workbench, name);
      if (round >= 0) opening[size].push(took);
      await closePanel(page, name);
    }
  }
  const opened = [
    [median(opening['4 KB']), median(opening['4 GB']), ratio(opening['4 GB'], opening['4 KB'])],
  ];
  console.log(`\n${table(['panel over 4 KB, ms', 'over 4 GB, ms', 'ratio'], opened)}\n`);
}

async function main(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'ndarray-bench-'));
  writeFileSync(join(folder, FILE), PROGRAM);
  mkdirSync(join(folder, '.vscode'));
  const configuration = {
    name: FILE,
    type: 'debugpy',
    request: 'launch',
    program: `\${workspaceFolder}/${FILE}`,
    python,
  };
  const launch = { version: '0.2.0', configurations: [{ ...configuration, console: 'internalConsole' }] };
  writeFileSync(join(folder, '.vscode', 'launch.json'), JSON.stringify(launch));
  const workbench = await startWorkbench({
    folder,
    settings: debugSettings,
    viewport: { width: 1800, height: 900 },
    env: { NDARRAY_PYTHON: python },
  });
  try {
    await setBreakpoint(workbench.page, FILE, FIRST);
    await startDebugging(workbench.page, FILE);
    await stoppedAt(workbench.page, FILE, FIRST);
    await clearBreakpoint(workbench.page, FIRST);
    await focusCode(workbench.page);
    await measure(workbench);
  } finally {
    await workbench.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

void main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
