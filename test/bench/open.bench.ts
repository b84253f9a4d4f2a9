/**
 * Opening a file in a real VS Code: from the double click to the first typed value on screen, and from Ctrl+End to
 * the last one, for 400 KB, 400 MB and 64 GB; beside it the page on which the built-in text editor says that it
 * does not show a binary file, as the floor. Medians of interleaved rounds.
 */
import { mkdtempSync, openSync, closeSync, ftruncateSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startWorkbench, type Workbench } from '../ui/harness/workbench';
import { median, table } from './median';
import { requireTime } from './requireTime';
import { actedAt, paintedAt, seenAt, want } from './watch';

const ROUNDS = Number(process.env.NDARRAY_BENCH_ROUNDS ?? 7);
const COLUMNS = 100;
const SIZES = [
  { label: '400 KB', name: 'small', byteLength: 400_000 },
  { label: '400 MB', name: 'medium', byteLength: 400_000_000 },
  { label: '64 GB, sparse', name: 'large', byteLength: 64_000_000_000 },
];
type Size = (typeof SIZES)[number];

interface Times {
  readonly open: number[];
  readonly end: number[];
  readonly floor: number[];
}

const noTimes = (): Times => ({ open: [], end: [], floor: [] });

/** A sparse file with numbers at both ends. */
function makeFile(path: string, byteLength: number): void {
  const file = openSync(path, 'w');
  const numbers = new Float32Array(1000).map((_, k) => k / 1000);
  ftruncateSync(file, byteLength);
  writeSync(file, numbers, 0, numbers.byteLength, 0);
  writeSync(file, numbers, 0, numbers.byteLength, byteLength - numbers.byteLength);
  closeSync(file);
}

/** Opens the file in its editor and goes to its end; what both took is added to `times`. */
async function measureEditor(workbench: Workbench, { name, byteLength }: Size, times: Times): Promise<void> {
  const main = workbench.page.mainFrame();
  await want(main);
  await workbench.openFile(`${name}.dat`);
  const frame = await workbench.webview();
  times.open.push((await paintedAt(frame)) - (await actedAt(main)));
  await want(frame, String(byteLength / (4 * COLUMNS) - 1));
  await frame.getByRole('grid', { name: 'Values' }).press('Control+End');
  times.end.push((await seenAt(frame)) - (await actedAt(frame)));
  await workbench.closeEditors();
}

/** Opens the same bytes under a name that only the text editor claims. */
async function measureFloor(workbench: Workbench, { name }: Size, times: Times): Promise<void> {
  const main = workbench.page.mainFrame();
  await want(main);
  await workbench.openFile(`${name}.other`);
  times.floor.push((await seenAt(main)) - (await actedAt(main)));
  await workbench.closeEditors();
}

async function measureAll(workbench: Workbench): Promise<Map<Size, Times>> {
  const all = new Map(SIZES.map(size => [size, noTimes()]));
  const discarded = noTimes();
  for (let round = -1; round < ROUNDS; round++) {
    for (const [size, times] of all) {
      await measureEditor(workbench, size, round < 0 ? discarded : times);
      await measureFloor(workbench, size, round < 0 ? discarded : times);
    }
  }
  return all;
}

function report(all: Map<Size, Times>): string {
  const [first] = [...all.values()];
  const ratio = (times: Times, what: keyof Times): string =>
    (median(times[what]) / median(first[what])).toFixed(2);
  const rows = [...all].map(([{ label }, times]) => [
    label,
    ...(['open', 'end', 'floor'] as const).flatMap(what => [
      Math.round(median(times[what])),
      ratio(times, what),
    ]),
    (median(times.open) / median(times.floor)).toFixed(2),
  ]);
  const heads = [
    'file',
    'first value, ms',
    '÷ 400 KB',
    'jump to end, ms',
    '÷ 400 KB',
    'text editor, ms',
    '÷ 400 KB',
    'first value ÷ text editor',
  ];
  return table(heads, rows);
}

async function main(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'ndarray-bench-'));
  try {
    for (const { name, byteLength } of SIZES) {
      for (const ending of ['dat', 'other']) makeFile(join(folder, `${name}.${ending}`), byteLength);
    }
    const layouts = [{ files: '*.dat', dtype: 'float32', shape: [-1, COLUMNS] }];
    const workbench = await startWorkbench({ folder, settings: { 'ndarrayInspector.layouts': layouts } });
    try {
      console.log(`\n${report(await measureAll(workbench))}\n`);
    } finally {
      await workbench.close();
    }
    console.log(
      `Medians of ${ROUNDS} rounds. require() of the extension: ${requireTime().toFixed(1)} ms (bound 15 ms).`,
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

void main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
