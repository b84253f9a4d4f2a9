/**
 * The core beside NumPy, one after the other in one run: medians, and how much of NumPy's time the core takes. Arrays are
 * made, and views of them taken, before the clock runs on both sides.
 */
import { execFileSync } from 'node:child_process';
import { closeSync, existsSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import * as np from '../../core/index';
import { median, table } from './median';

const python = process.env.NDARRAY_TEST_PYTHON ?? 'python3';
const STATISTICS = 100_000_000;

/** Milliseconds of one call, of so many that the clock does not matter. */
function perCall(run: () => unknown, least = 100): number {
  for (let n = 1; ;) {
    const start = performance.now();
    for (let k = 0; k < n; k++) run();
    const took = performance.now() - start;
    if (took > least) return took / n;
    n = Math.max(n * 2, Math.floor((n * least) / Math.max(took, 1e-3)));
  }
}

const times = (run: () => unknown, rounds = 7, least = 100): number =>
  median(Array.from({ length: rounds }, () => perCall(run, least)));

async function timesAsync(run: () => Promise<unknown>, rounds: number): Promise<number> {
  const found: number[] = [];
  for (let round = 0; round < rounds; round++) {
    const start = performance.now();
    await run();
    found.push(performance.now() - start);
  }
  return median(found);
}

/** 400 MB of float32. */
function makeFile(path: string): void {
  const file = openSync(path, 'w');
  const piece = new Float32Array(1_000_000);
  for (let done = 0; done < STATISTICS; done += piece.length) {
    piece.set(Float32Array.from(piece, (_, k) => Math.sin(done + k) * 100));
    writeSync(file, piece);
  }
  closeSync(file);
}

async function core(folder: string): Promise<Map<string, number>> {
  const found = new Map<string, number>();
  const tell = (name: string, took: number): Map<string, number> => found.set(name, took);
  // First, while nothing else has taken memory.
  await files(folder, tell);
  const c = np.random.rand(10000, 1000);
  const f = np.asfortranarray(c);
  const [rowC, columnC, rowF, columnF] = [c.get('0, :'), c.get(':, 0'), f.get('0, :'), f.get(':, 0')];
  tell(
    'row of C',
    times(() => rowC.sum()),
  );
  tell(
    'column of C',
    times(() => columnC.sum()),
  );
  tell(
    'row of F',
    times(() => rowF.sum()),
  );
  tell(
    'column of F',
    times(() => columnF.sum()),
  );
  const ones = np.ones(10000);
  const strided = np.ones(1000000).get('::100');
  tell(
    'ones(10000)',
    times(() => ones.sum()),
  );
  tell(
    'ones(1000000)[::100]',
    times(() => strided.sum()),
  );
  tell(
    'asfortranarray',
    times(() => np.asfortranarray(c), 5, 10),
  );
  const big = np.ones(100000000, { dtype: 'float32' });
  tell(
    'sum of 1e8 float32',
    times(() => big.sum(), 5, 10),
  );
  const [a, b] = [np.random.rand(1000, 1000), np.random.rand(1000, 1000)];
  const out = np.empty([1000, 1000]);
  const row = np.random.rand(1000);
  tell(
    'add',
    times(() => np.add(a, b, { out })),
  );
  tell(
    'add of a row',
    times(() => np.add(a, row, { out })),
  );
  return found;
}

/** Times `run`, and says by how much the most memory that the process ever held grew. */
async function withMemory(name: string, run: () => Promise<unknown>): Promise<number> {
  const before = process.memoryUsage().rss;
  const took = await timesAsync(run, 1);
  const most = process.resourceUsage().maxRSS * 1024;
  console.error(`${name}: resident memory grew by at most ${((most - before) / 1e6).toFixed(0)} MB.`);
  return took;
}

async function files(folder: string, tell: (name: string, took: number) => unknown): Promise<void> {
  const map = await np.memmap(join(folder, 'stats.dat'), { dtype: 'float32', mode: 'r' });
  const five = async (): Promise<void> => {
    await map.min();
    await map.max();
    await map.mean();
    await map.std();
    await map.histogram({ bins: 256 });
  };
  tell('five statistics', await withMemory('five statistics', five));
  await map.close();
  const fill = async (): Promise<void> => {
    const made = await np.memmap(join(folder, 'core.dat'), {
      dtype: 'float32',
      mode: 'w+',
      shape: [10000, 10000],
    });
    await made.writeFrom(items => np.random.fillRandom(items as Float32Array));
    await made.close();
  };
  tell('fill', await withMemory('fill', fill));
}

const ROOT = resolve(__dirname, '../../..');
type Row = readonly [name: string, milliseconds: number];

function numpy(folder: string, env: NodeJS.ProcessEnv = {}, cases = ''): Map<string, number> {
  const script = join(ROOT, 'test/bench/core.py');
  const text = execFileSync(python, [script, folder, cases], {
    encoding: 'utf8',
    env: { ...process.env, ...env },
  });
  const lines = text.trim().split('\n');
  return new Map(lines.map(line => JSON.parse(line) as Row).map(([name, took]) => [name, took * 1000]));
}

const PEERS = ['numpy-ts', 'stdlib', 'scijs'];

/** What the ndarrays of others take, by case and name; nothing where their packages cannot be had. */
function peers(): Map<string, number> {
  const folder = join(ROOT, 'test/bench/peers');
  const found = new Map<string, number>();
  try {
    if (!existsSync(join(folder, 'node_modules')))
      execFileSync('npm', ['ci', '--silent'], { cwd: folder, stdio: ['ignore', 'ignore', 'inherit'] });
    const text = execFileSync(process.execPath, ['peers.mjs'], { cwd: folder, encoding: 'utf8' });
    for (const line of text.trim().split('\n')) {
      const [name, whose, took] = JSON.parse(line) as [string, string, number];
      found.set(`${name} ${whose}`, took);
    }
  } catch (error) {
    console.error(`Without others' ndarrays: ${String(error)}`);
  }
  return found;
}

/** Gigabytes a second of reading memory from one end to the other: the search for a byte that is not there. */
function readBandwidth(): number {
  const bytes = Buffer.alloc(400_000_000, 1);
  return bytes.length / 1e6 / times(() => bytes.indexOf(0), 5, 10);
}

const shown = (milliseconds: number | undefined): string => {
  if (milliseconds === undefined) return '—';
  return milliseconds < 1 ? `${(milliseconds * 1000).toFixed(2)} µs` : `${milliseconds.toFixed(1)} ms`;
};

/** The core's times, measured in a process of its own: `env` may give it other pages. */
function ours(folder: string, env: NodeJS.ProcessEnv = {}): Map<string, number> {
  const text = execFileSync(process.execPath, [__filename, folder], {
    encoding: 'utf8',
    env: { ...process.env, ...env },
  });
  return new Map(JSON.parse(text) as Row[]);
}

/** As NumPy asks Linux for large pages, and Node by itself does not. */
const LARGE_PAGES = { GLIBC_TUNABLES: 'glibc.malloc.hugetlb=1' };

function compare(folder: string): void {
  makeFile(join(folder, 'stats.dat'));
  const theirs = numpy(folder);
  const small = numpy(folder, { NUMPY_MADVISE_HUGEPAGE: '0' }, 'column of C');
  theirs.set('column of C, small pages', small.get('column of C')!);
  const own = ours(folder);
  own.set('column of C, small pages', own.get('column of C')!);
  const large = ours(folder, LARGE_PAGES);
  const others = peers();
  const rows = [...theirs].map(([name, took]) => {
    const ratio = (times: Map<string, number>): string => {
      const time = times.get(name);
      return time === undefined ? '—' : (time / took).toFixed(2);
    };
    const rest = PEERS.map(peer => shown(others.get(`${name} ${peer}`)));
    return [name, shown(took), shown(own.get(name)), ratio(own), ratio(large), ...rest];
  });
  console.log(table(['what', 'NumPy', 'core', 'core ÷ NumPy', 'with large pages', ...PEERS], rows));
  console.log(`Memory is read at ${readBandwidth().toFixed(1)} GB/s.`);
}

async function main(): Promise<void> {
  const [measured] = process.argv.slice(2);
  if (measured) {
    console.log(JSON.stringify([...(await core(measured))]));
    return;
  }
  const folder = mkdtempSync(join(tmpdir(), 'bench-core-'));
  try {
    compare(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

void main();
