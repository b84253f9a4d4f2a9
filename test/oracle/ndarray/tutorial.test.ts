/** The tutorial that all this began with, cell by cell, seeded: the core prints what NumPy prints. See `tutorial.py`. */
import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as np from '../../../core/index';
import { askNumPy, needsNumPy } from '../python';

type Cell = readonly [number: number, shown: string];

const hex = (x: np.NDArray): string => Buffer.from(x.tobytes()).toString('hex');
const tuple = (values: readonly number[]): string =>
  `(${values.join(', ')}${values.length === 1 ? ',' : ''})`;
const truth = (value: unknown): string => (value ? 'True' : 'False');
/** A float as Python shows it. */
const float = (value: np.Reduced): string => np.scalarStr(np.array(value, { dtype: 'float64' }));

const sumRow = (x: np.NDArray): string => float(np.sum(x.get('0, :')));
const sumCol = (x: np.NDArray): string => float(np.sum(x.get(':, 0')));

async function memoryMap(folder: string): Promise<string> {
  const map = await np.memmap(join(folder, 'core.dat'), {
    dtype: 'float32',
    mode: 'w+',
    shape: [1000, 1000],
  });
  await map.write(np.random.rand(1000, 1000));
  const shown = np.arrayRepr(await map.read(), { className: 'memmap' });
  await map.close();
  return shown;
}

function viewsAndCopies(show: (number: number, shown: string) => void): void {
  let x = np.random.rand(9, 99);
  let y = x.get(':, :3');
  show(17, truth(np.mayShareMemory(x, y)));
  show(18, np.arrayRepr(x.get(':, :3')));
  y.set(':', 0);
  show(20, np.arrayRepr(x.get(':, :3')));
  x = np.random.rand(9, 99);
  y = np.empty([8, 3]);
  y.set(':', x.get(':8, :3'));
  show(24, truth(np.mayShareMemory(x, y)));
  y.set(':', 0);
  show(26, np.arrayRepr(x.get(':8, :3')));
}

function strides(show: (number: number, shown: string) => void): void {
  const x = np.random.randint(0, 128, { size: [4, 4], dtype: 'int8' }) as np.NDArray;
  show(29, tuple(x.shape));
  show(30, np.arrayRepr(x));
  show(31, hex(x));
  show(32, tuple(x.strides));
  for (const [first, shape] of [
    [34, [8, 2]],
    [38, [16, 1, 1]],
  ] as const) {
    x.shape = shape;
    show(first, tuple(x.strides));
    show(first + 1, np.arrayRepr(x));
    show(first + 2, hex(x));
  }
}

function ones(show: (number: number, shown: string) => void): void {
  const x = np.ones([10000]);
  const y = np.ones([10000 * 100]).get('::100');
  show(43, `(${tuple(x.shape)}, ${tuple(y.shape)})`);
  show(44, truth(np.equal(x, y).all()));
  show(45, String(x.flags));
  show(46, String(y.flags));
  show(47, `(${tuple(x.strides)}, ${tuple(y.strides)})`);
  show(48, float(x.sum()));
  show(49, float(y.sum()));
}

async function cellsOf(folder: string): Promise<Cell[]> {
  const cells: Cell[] = [];
  const show = (number: number, shown: string): void => {
    cells.push([number, shown]);
  };
  np.random.seed(20251125);
  show(4, await memoryMap(folder));
  show(6, String(np.array([0, 1, 2, 3, 4, 5]).flags));
  const cArray = np.random.rand(10000, 1000);
  const fArray = np.asfortranarray(cArray);
  show(11, sumRow(cArray));
  show(12, sumRow(fArray));
  show(13, sumCol(cArray));
  show(14, sumCol(fArray));
  viewsAndCopies(show);
  strides(show);
  ones(show);
  const x = np.random.rand(3, 4);
  show(52, `(${x.itemsize}, ${float(x.nbytes / x.shape[0])})`);
  show(53, tuple(x.strides));
  show(54, np.arrayRepr(x.flatten()));
  show(55, np.arrayRepr(np.array([...x.flat] as np.Nested)));
  show(56, np.arrayRepr(x.get('1')));
  assert.throws(
    () => np.array([1, '2', [1, 2, 3]]),
    (error: np.InspectorError) => {
      show(57, `${error.numpyName}: ${error.message}`);
      return true;
    },
  );
  show(57, np.arrayRepr(np.array([1, 2, 3])));
  return cells;
}

describe('the tutorial', () => {
  it('prints what NumPy prints, cell by cell', async function () {
    needsNumPy(this);
    this.timeout(120_000);
    const folder = await mkdtemp(join(tmpdir(), 'tutorial-'));
    try {
      const told = await askNumPy<Cell>('ndarray/tutorial.py', [folder]);
      const cells = await cellsOf(folder);
      assert.deepEqual(
        cells.map(([number]) => number),
        told.map(([number]) => number),
      );
      cells.forEach(([number, shown], k) => assert.equal(shown, told[k][1], `cell ${number}`));
    } finally {
      await rm(folder, { recursive: true });
    }
  });
});
