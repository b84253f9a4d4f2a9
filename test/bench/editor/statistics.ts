/**
 * Statistics of 400 MB: from the command in the palette to the table on screen, beside NumPy's five calls for the same
 * numbers; how long the extension host's event loop was kept waiting meanwhile, and how much its memory grew.
 */
import { execFileSync } from 'node:child_process';
import { closeSync, openSync, writeSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Frame } from 'playwright-core';
import { until } from '../../ui/harness/waiting';
import { startWorkbench, type Workbench } from '../../ui/harness/workbench';
import { median, table } from '../median';
import { actedAt, want } from '../watch';
import { readDelays, resetDelays } from './delays';

const ROUNDS = Number(process.env.NDARRAY_BENCH_ROUNDS ?? 15);
const ITEMS = 100_000_000;
/** How long the event loop is measured at rest, before each round: a loaded machine keeps it waiting too. */
const IDLE_MILLISECONDS = 1500;
const python = process.env.NDARRAY_TEST_PYTHON ?? 'python3';
const script = resolve(__dirname, '../../../../test/bench/editor/statistics.py');

interface Times {
  readonly editor: number[];
  readonly numpy: number[];
  readonly idle: number[];
  readonly p99: number[];
  readonly grown: number[];
}

/** 400 MB of float32. */
function makeFile(path: string): void {
  const file = openSync(path, 'w');
  const piece = new Float32Array(1_000_000);
  for (let done = 0; done < ITEMS; done += piece.length) {
    for (let k = 0; k < piece.length; k++) piece[k] = Math.sin(done + k) * 100;
    writeSync(file, piece);
  }
  closeSync(file);
}

type Watched = Window & { tableSeen?: number };

/** Notes, frame by frame, when the table is on screen after it was not. */
async function watchTable(frame: Frame): Promise<void> {
  await frame.evaluate(() => {
    const watched = window as Watched;
    watched.tableSeen = undefined;
    let wasGone = false;
    const tick = (): void => {
      const isThere = document.querySelector('table[aria-label=Statistics]') !== null;
      wasGone ||= !isThere;
      if (wasGone && isThere) watched.tableSeen = Date.now();
      else requestAnimationFrame(tick);
    };
    requestAnimationFrame(tick);
  });
}

async function round(workbench: Workbench, frame: Frame, delays: string, times: Times): Promise<void> {
  const before = workbench.extensionHostUse().rssBytes;
  await resetDelays(delays);
  await workbench.page.waitForTimeout(IDLE_MILLISECONDS);
  times.idle.push(readDelays(delays).p99);
  await resetDelays(delays);
  const main = workbench.page.mainFrame();
  await want(main);
  await watchTable(frame);
  let peak = before;
  const timer = setInterval(() => (peak = Math.max(peak, workbench.extensionHostUse().rssBytes)), 20);
  try {
    await workbench.runCommand('NDArray: Compute Statistics');
    const seen = await until('the table', () => frame.evaluate(() => (window as Watched).tableSeen));
    times.editor.push(seen - (await actedAt(main)));
  } finally {
    clearInterval(timer);
  }
  times.p99.push(readDelays(delays).p99);
  times.grown.push((peak - before) / 1e6);
}

const numpyTime = (path: string): number =>
  1000 * Number(execFileSync(python, [script, path], { encoding: 'utf8' }));

export async function measureStatistics(folder: string): Promise<string> {
  const path = join(folder, 'stats.dat');
  const delays = join(folder, 'delays.json');
  makeFile(path);
  const layouts = [{ files: 'stats.dat', dtype: 'float32', shape: [10000, 10000] }];
  const workbench = await startWorkbench({
    folder,
    settings: { 'ndarrayInspector.layouts': layouts },
    env: { NDARRAY_DELAYS: delays },
  });
  const times: Times = { editor: [], numpy: [], idle: [], p99: [], grown: [] };
  try {
    await workbench.openFile('stats.dat');
    const frame = await workbench.webview();
    await frame.locator('section.statistics').waitFor();
    for (let k = 0; k < ROUNDS; k++) {
      await round(workbench, frame, delays, times);
      times.numpy.push(numpyTime(path));
    }
  } finally {
    await workbench.close();
  }
  return report(times);
}

function report({ editor, numpy, idle, p99, grown }: Times): string {
  const [own, theirs] = [median(editor), median(numpy)];
  const rows = [
    ['from the command to the table', `${own.toFixed(0)} ms`, ''],
    ['min, max, mean, std, histogram by NumPy', `${theirs.toFixed(0)} ms`, ''],
    ['NumPy ÷ editor', (theirs / own).toFixed(2), '≥ 3'],
    [
      'event loop of the extension host, p99 of the worst round at rest',
      `${Math.max(...idle).toFixed(1)} ms`,
      '',
    ],
    ['the same while it computes', `${Math.max(...p99).toFixed(1)} ms`, '≤ 50 ms'],
    ['growth of its memory, worst round', `${Math.max(...grown).toFixed(0)} MB`, '≤ 64 MB'],
  ];
  return `${table(['statistics of 400 MB', '', 'bound'], rows)}\nMedians of ${editor.length} rounds, the first one included.`;
}
