/**
 * What the palette writes, beside what people would use: an export beside `cp`, a change of order beside NumPy's
 * `asfortranarray` of a memory map written to another. 400 MB of float32, medians, one after the other in one run; the thread
 * is there when the clock starts.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import * as np from '../../core/index';
import { prepareThread, runTask } from '../../extension/tasks/runTask';
import type { ArrayPlace } from '../../extension/tasks/task';
import { median, table } from './median';

const python = process.env.NDARRAY_TEST_PYTHON ?? 'python3';
const ROUNDS = 5;
const SHAPE = [10_000, 10_000];

const NUMPY = `
import sys, time, json
import numpy as np
source, target, rounds = sys.argv[1], sys.argv[2], int(sys.argv[3])
times = []
for _ in range(rounds):
    start = time.perf_counter()
    x = np.memmap(source, "f4", "r", shape=(10000, 10000))
    y = np.memmap(target, "f4", "w+", shape=(10000, 10000), order="F")
    y[...] = np.asfortranarray(x)
    del x, y
    times.append(1000 * (time.perf_counter() - start))
print(json.dumps(times))
`;

async function timed(run: () => unknown): Promise<number> {
  const start = performance.now();
  await run();
  return performance.now() - start;
}

async function measure(folder: string): Promise<string> {
  const source = join(folder, 'source.dat');
  const out = join(folder, 'out');
  const fill = { kind: 'random', seed: '1' } as const;
  const target = { path: source, mayReplace: false };
  await runTask('createFile', { target, dtype: 'float32', shape: SHAPE, order: 'C', fill, isNpy: false });
  const layout = np.contiguousLayout(SHAPE, 4).toFields();
  const place: ArrayPlace = { path: source, dtype: 'float32', layout, unsaved: [] };
  const copy = (more: object) =>
    runTask('copyArray', { place, target: { path: out, mayReplace: false }, isNpy: true, ...more });
  const times: Record<'cp' | 'export' | 'convert', number[]> = { cp: [], export: [], convert: [] };
  const round = async (name: keyof typeof times, run: () => unknown): Promise<void> => {
    rmSync(out, { force: true });
    // As the commands do while the path is typed.
    prepareThread();
    await setTimeout(500);
    times[name].push(await timed(run));
    if (statSync(out).size < statSync(source).size)
      throw new Error(`${name} wrote ${statSync(out).size} bytes`);
  };
  for (let k = 0; k < ROUNDS; k++) {
    await round('cp', () => execFileSync('cp', [source, out]));
    await round('export', () => copy({}));
    await round('convert', () => copy({ order: 'F' }));
  }
  rmSync(out);
  const numpy = JSON.parse(
    execFileSync(python, ['-c', NUMPY, source, out, String(ROUNDS)], { encoding: 'utf8' }),
  ) as number[];
  const row = (what: string, theirs: readonly number[], ours: readonly number[]): string[] => {
    const [a, b] = [median([...theirs]), median([...ours])];
    return [what, `${(a / 1000).toFixed(2)} s`, `${(b / 1000).toFixed(2)} s`, (b / a).toFixed(2)];
  };
  return table(
    ['what', 'theirs', 'ours', 'ours ÷ theirs'],
    [
      row('export of 400 MB to .npy, beside cp', times.cp, times.export),
      row('C to F of 400 MB, beside NumPy', numpy, times.convert),
    ],
  );
}

const folder = mkdtempSync(join(tmpdir(), 'ndarray-bench-'));
measure(folder)
  .then(text => console.log(text))
  .finally(() => rmSync(folder, { recursive: true, force: true }))
  .catch((error: unknown) => {
    console.error(error);
    process.exitCode = 1;
  });
