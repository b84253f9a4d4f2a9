import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import * as np from '../../../../../core/index';
import type { Tolerance } from '../../../../../extension/tasks/compare/compare';
import { runTask } from '../../../../../extension/tasks/runTask';
import type { ArrayPlace } from '../../../../../extension/tasks/task';

describe('tasks that read whole arrays', () => {
  const folder = mkdtempSync(join(tmpdir(), 'ndarray-copies-'));
  after(() => rmSync(folder, { recursive: true, force: true }));
  let made = 0;

  /** The array in a file of its own. */
  function place(x: np.NDArray, unsaved: ArrayPlace['unsaved'] = []): ArrayPlace {
    const path = join(folder, `${made++}.dat`);
    writeFileSync(path, x.tobytes());
    const layout = np.contiguousLayout(x.shape, x.itemsize).toFields();
    return { path, dtype: np.dtypeSource(x.dtype), layout, unsaved };
  }
  const target = () => ({ path: join(folder, `${made++}.out`), mayReplace: false });

  it('copy with a header, in another order, with unsaved edits', async () => {
    const x = np.arange(12, { dtype: 'int16' }).reshape([3, 4]);
    const unsaved = [{ byteOffset: 2, bytes: Uint8Array.of(99, 0) }];
    const into = target();
    const copy = { place: place(x, unsaved), target: into, order: 'F', isNpy: true } as const;
    const { offset, byteLength, order } = await runTask('copyArray', copy);
    assert.deepEqual([offset, byteLength, order], [128, 152, 'F']);
    const y = await np.load(into.path);
    assert.deepEqual(y.tolist(), [
      [0, 99, 2, 3],
      [4, 5, 6, 7],
      [8, 9, 10, 11],
    ]);
    assert.ok(y.flags.F_CONTIGUOUS);
  });

  it('copy what lies in one run as it is, a part of a file in Fortran order too, with unsaved edits', async () => {
    const path = join(folder, `${made++}.dat`);
    const bytes = Uint8Array.from({ length: 700_007 }, (_, k) => (k * 7919) >> 4);
    writeFileSync(path, bytes);
    const layout = np.contiguousLayout([3, 100_000], 2, { order: 'F', offset: 5 }).toFields();
    const run = { path, dtype: 'int16', layout };
    for (const unsaved of [[], [{ byteOffset: 300_000, bytes: Uint8Array.of(1, 2, 3) }]]) {
      const into = target();
      const done: number[] = [];
      const onProgress = (now: number): unknown => done.push(now);
      await runTask('copyArray', { place: { ...run, unsaved }, target: into, isNpy: true }, { onProgress });
      const expected = bytes.slice(5, 600_005);
      for (const edit of unsaved) expected.set(edit.bytes, edit.byteOffset - 5);
      assert.ok(readFileSync(into.path).subarray(128).equals(expected));
      assert.ok((await np.load(into.path)).flags.F_CONTIGUOUS);
      assert.equal(done.at(-1), 600_000);
    }
  });

  it('leave nothing behind where a copy is cancelled', async () => {
    const path = join(folder, 'sparse.dat');
    writeFileSync(path, '');
    truncateSync(path, 2 ** 32);
    const layout = np.contiguousLayout([2 ** 32], 1).toFields();
    const into = target();
    const abort = new AbortController();
    const copy = { place: { path, dtype: 'uint8', layout, unsaved: [] }, target: into, isNpy: false };
    const onProgress = (): void => abort.abort();
    await assert.rejects(runTask('copyArray', copy, { signal: abort.signal, onProgress }), {
      kind: 'aborted',
    });
    rmSync(path);
    assert.deepEqual(
      readdirSync(folder).filter(name => name.includes(basename(into.path))),
      [],
    );
  });

  it('copy records byte for byte, and slices one after the other', async () => {
    const dtype = "[('a', '<i2'), ('b', '<f8')]";
    const bytes = Uint8Array.from({ length: 50 }, (_, k) => k);
    const records = place(np.frombuffer(bytes, { dtype }));
    const into = target();
    await runTask('copyArray', { place: records, target: into, isNpy: false });
    assert.ok(readFileSync(into.path).equals(bytes));
    const slice = {
      ...records,
      dtype: 'uint8',
      layout: { shape: [3], strides: [-20], offset: 45, itemsize: 1 },
    };
    const part = target();
    await runTask('copyArray', { place: slice, target: part, isNpy: false });
    assert.deepEqual([...readFileSync(part.path)], [45, 25, 5]);
  });

  it('write text that reads back as the same numbers', async () => {
    const csv = async (x: np.NDArray): Promise<string> => {
      const into = target();
      await runTask('exportCsv', { place: place(x), target: into });
      return readFileSync(into.path, 'utf8');
    };
    assert.equal(await csv(np.array([0.1, -0, NaN, 1e300])), '0.1\n-0.0\nnan\n1e+300\n');
    assert.equal(await csv(np.array([0.1, 16777216], { dtype: 'float32' })), '0.1\n1.6777216e+07\n');
    assert.equal(await csv(np.arange(8, { dtype: 'int8' }).reshape([2, 2, 2])), '0,1\n2,3\n4,5\n6,7\n');
    assert.equal(await csv(np.array(['a"b', 'c,d'], { dtype: 'S3' })), '"a""b"\n"c,d"\n');
    const random = (np.random.defaultRng(3).random([5000, 3]) as np.NDArray).tolist() as number[][];
    const lines = (await csv(np.array(random))).trimEnd().split('\n');
    assert.deepEqual(
      lines.map(line => line.split(',').map(Number)),
      random,
    );
  });

  it('write a line of names and a row an item for records', async () => {
    const dtype = "[('id', 'u1'), ('at', '<i2', (2,)), ('name', 'S2')]";
    const x = np.frombuffer(Uint8Array.of(7, 1, 0, 2, 0, 65, 0, 8, 255, 255, 3, 0, 66, 67), { dtype });
    const into = target();
    const { rows, columns } = await runTask('exportCsv', { place: place(x), target: into });
    assert.deepEqual([rows, columns], [2, 4]);
    assert.equal(readFileSync(into.path, 'utf8'), 'id,at[0],at[1],name\n7,1,2,A\n8,-1,3,BC\n');
  });

  it('count what does not survive another dtype', async () => {
    const losses = async (x: np.NDArray, dtype: string): Promise<unknown[]> =>
      (await runTask('castLosses', { place: place(x), dtype })).losses.map(one => [
        one.loss,
        one.count,
        one.firstIndex,
        one.before,
      ]);
    const floats = np.array([
      [1, 2.5, NaN],
      [300, -1, Infinity],
    ]);
    assert.deepEqual(await losses(floats, 'uint8'), [
      ['fraction', 1, [0, 1], '2.5'],
      ['nonfinite', 2, [0, 2], 'nan'],
      ['range', 2, [1, 0], '300.0'],
    ]);
    assert.deepEqual(await losses(np.array([1, 0.1, 1e300]), 'float32'), [
      ['precision', 1, [1], '0.1'],
      ['range', 1, [2], '1e+300'],
    ]);
    const wide = np.array([2n ** 53n, 2n ** 53n + 1n, -1n], { dtype: 'int64' });
    assert.deepEqual(await losses(wide, 'float64'), [['precision', 1, [1], '9007199254740993']]);
    assert.deepEqual(await losses(wide, 'uint64'), [['range', 1, [2], '-1']]);
    assert.deepEqual(await losses(np.array([-1, 5], { dtype: 'int8' }), 'uint16'), [['range', 1, [0], '-1']]);
    assert.deepEqual(await losses(np.array(['abc', 'd'], { dtype: 'S3' }), 'S1'), [
      ['other', 1, [0], "b'abc'"],
    ]);
    assert.deepEqual(await losses(floats, '>f8'), []);
    assert.deepEqual(await losses(np.array([3, 70000], { dtype: '>i4' }), '<i8'), []);
  });

  const compare = (a: np.NDArray, b: np.NDArray, more: Partial<Tolerance> = {}) =>
    runTask('compare', {
      a: place(a),
      b: place(b),
      tolerance: { rtol: 1e-5, atol: 1e-8, equalNan: false, ...more },
    });

  it('compare as np.isclose does', async () => {
    const a = np.array([1, 1e10, NaN, Infinity, -Infinity, 1e-9]);
    const b = np.array([1.00001, 1.00001e10, NaN, Infinity, Infinity, 0]);
    const found = await compare(a, b);
    assert.deepEqual([found.differing, found.first?.index], [2, [2]]);
    assert.equal((await compare(a, b, { equalNan: true })).first?.a, '-inf');
    // np.isclose([complex(inf, -inf)], [complex(nan, 0)], equal_nan=True) is False: infinities are numbers.
    const infinities = np.array([Infinity, -Infinity]).view('c16');
    const nans = np.array([NaN, 0]).view('c16');
    assert.equal((await compare(infinities, nans, { equalNan: true })).differing, 1);
    assert.equal((await compare(nans, nans, { equalNan: true })).differing, 0);
    const large = np.arange(1_000_000).reshape([1000, 1000]);
    const other = large.copy();
    other.set('[700, 3]', -1);
    other.set('[2, 999]', 0);
    const exact = await compare(large, other, { rtol: 0, atol: 0 });
    assert.deepEqual(exact, {
      size: 1_000_000,
      differing: 2,
      first: { index: [2, 999], a: '2999', b: '0' },
      maxAbs: 700_004,
    });
    await assert.rejects(compare(a, large), { message: 'the shapes differ: 6 and 1000 × 1000' });
  });

  it('compare records field by field, whatever is between the fields', async () => {
    const padded = "{'names': ['n', 'v'], 'formats': ['u1', '<f8'], 'offsets': [0, 8], 'itemsize': 16}";
    const bytes = Uint8Array.from({ length: 48 }, (_, k) => (k % 16 < 8 ? k : 0));
    const a = np.frombuffer(bytes.buffer, { dtype: padded });
    const b = np.zeros(3, {
      dtype: [
        ['n', '<i4'],
        ['v', '<f4', [1]],
      ],
    });
    b.get('n').set('...', np.array([0, 16, 33]));
    b.get('v').set('...', -1e-9);
    await assert.rejects(compare(a, b), /have different fields/);
    const c = b.astype(padded.replace('u1', 'i2'));
    assert.deepEqual(await compare(a, c), {
      size: 3,
      differing: 1,
      first: { index: [2], a: '(32, 0.0)', b: '(33, -9.999999717180685e-10)' },
      maxAbs: 1,
    });
    assert.equal((await compare(a, c, { rtol: 0, atol: 0 })).differing, 3);
    await assert.rejects(compare(a, np.zeros(3)), /and float64 have different fields/);
  });

  it('compare times of different units', async () => {
    const days = np.array(['2020-01-01', '2020-01-02', 'NaT'], { dtype: 'M8[D]' });
    const hours = np.array(['2020-01-01T00', '2020-01-02T01', 'NaT'], { dtype: '>M8[h]' });
    const found = await compare(days, hours, { equalNan: true });
    assert.deepEqual(
      [found.differing, found.first],
      [1, { index: [1], a: '2020-01-02', b: '2020-01-02T01' }],
    );
    assert.equal((await compare(days, hours)).differing, 2);
  });

  it('measure both orders', async () => {
    const { shape, times } = await runTask('accessTimes', null);
    assert.deepEqual(shape, [10_000, 1000]);
    assert.deepEqual(
      times.map(({ order, view, strideBytes, items }) => [order, view, strideBytes, items]),
      [
        ['C', 'x[0, :]', 8, 1000],
        ['C', 'x[:, 0]', 8000, 10_000],
        ['F', 'x[0, :]', 80_000, 1000],
        ['F', 'x[:, 0]', 8, 10_000],
      ],
    );
    assert.ok(times.every(({ microseconds }) => microseconds > 0));
  });
});
