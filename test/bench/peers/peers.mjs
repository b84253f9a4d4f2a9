/**
 * The cases of bench:core with the ndarrays of others, where they have them: a JSON value a line, [case, whose, milliseconds],
 * the median of several runs. Run by core.bench.ts; the packages are those of package.json beside this file.
 */
import dsum from '@stdlib/blas-ext-base-dsumpw';
import ssum from '@stdlib/blas-ext-base-ssumpw';
import stdlib from '@stdlib/ndarray/ctor/lib/index.js';
import ndarray from 'ndarray';
import ops from 'ndarray-ops';
import * as nts from 'numpy-ts';

const LEAST_MILLISECONDS = 100;

function perCall(run) {
  for (let n = 1; ;) {
    const start = performance.now();
    for (let k = 0; k < n; k++) run();
    const took = performance.now() - start;
    if (took > LEAST_MILLISECONDS) return took / n;
    n = Math.max(n * 2, Math.floor((n * LEAST_MILLISECONDS) / Math.max(took, 1e-3)));
  }
}

function tell(name, whose, run, rounds = 5) {
  const times = Array.from({ length: rounds }, () => perCall(run)).sort((a, b) => a - b);
  console.log(JSON.stringify([name, whose, times[rounds >> 1]]));
}

const random = count => Float64Array.from({ length: count }, Math.random);
const [ROWS, COLUMNS] = [10_000, 1000];

/** NumPy's calls in TypeScript. Its `add` takes no `out`. */
function numpyTs() {
  const c = nts.ones([ROWS, COLUMNS]);
  const f = nts.asfortranarray(c);
  const views = { C: c, F: f };
  for (const [order, x] of Object.entries(views)) {
    const [row, column] = [x.slice('0', ':'), x.slice(':', '0')];
    tell(`row of ${order}`, 'numpy-ts', () => row.sum());
    tell(`column of ${order}`, 'numpy-ts', () => column.sum());
  }
  const [ones, apart] = [nts.ones([10_000]), nts.ones([1_000_000]).slice('::100')];
  tell('ones(10000)', 'numpy-ts', () => ones.sum());
  tell('ones(1000000)[::100]', 'numpy-ts', () => apart.sum());
  tell('asfortranarray', 'numpy-ts', () => nts.asfortranarray(c), 3);
  const [a, b, row] = [nts.ones([1000, 1000]), nts.ones([1000, 1000]), nts.ones([1000])];
  tell('add', 'numpy-ts', () => nts.add(a, b));
  tell('add of a row', 'numpy-ts', () => nts.add(a, row));
}

/** Its pairwise sums, of the places that its ndarrays have. */
function stdlibSums() {
  const data = random(ROWS * COLUMNS);
  const of = (strides, order) => new stdlib('float64', data, [ROWS, COLUMNS], strides, 0, order);
  const views = { C: of([COLUMNS, 1], 'row-major'), F: of([1, ROWS], 'column-major') };
  for (const [order, { strides }] of Object.entries(views)) {
    tell(`row of ${order}`, 'stdlib', () => dsum.ndarray(COLUMNS, data, strides[1], 0));
    tell(`column of ${order}`, 'stdlib', () => dsum.ndarray(ROWS, data, strides[0], 0));
  }
  tell('ones(10000)', 'stdlib', () => dsum.ndarray(10_000, data, 1, 0));
  tell('ones(1000000)[::100]', 'stdlib', () => dsum.ndarray(10_000, data, 100, 0));
  const big = new Float32Array(1e8).fill(1);
  tell('sum of 1e8 float32', 'stdlib', () => ssum.ndarray(big.length, big, 1, 0), 3);
}

/** One loop from the first item to the last: its sums round more than pairwise ones. */
function scijs() {
  const data = random(ROWS * COLUMNS);
  const views = { C: ndarray(data, [ROWS, COLUMNS]), F: ndarray(data, [ROWS, COLUMNS], [1, ROWS]) };
  for (const [order, x] of Object.entries(views)) {
    const [row, column] = [x.pick(0, null), x.pick(null, 0)];
    tell(`row of ${order}`, 'scijs', () => ops.sum(row));
    tell(`column of ${order}`, 'scijs', () => ops.sum(column));
  }
  const [ones, apart] = [ndarray(data.slice(0, 10_000)), ndarray(data.slice(0, 1_000_000)).step(100)];
  tell('ones(10000)', 'scijs', () => ops.sum(ones));
  tell('ones(1000000)[::100]', 'scijs', () => ops.sum(apart));
  const shape = [ROWS, COLUMNS];
  tell(
    'asfortranarray',
    'scijs',
    () => ops.assign(ndarray(new Float64Array(ROWS * COLUMNS), shape, [1, ROWS]), views.C),
    3,
  );
  const [a, b, out] = [0, 1, 2].map(() => ndarray(random(1e6), [1000, 1000]));
  const row = ndarray(random(1000), [1000, 1000], [0, 1]);
  tell('add', 'scijs', () => ops.add(out, a, b));
  tell('add of a row', 'scijs', () => ops.add(out, a, row));
  const big = ndarray(new Float32Array(1e8).fill(1));
  tell('sum of 1e8 float32', 'scijs', () => ops.sum(big), 3);
}

numpyTs();
stdlibSums();
scijs();
