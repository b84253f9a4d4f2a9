/** Passes of threads over files: what they find is what one loop finds; stopped, failed and short files are told of. */
import assert from 'node:assert/strict';
import { mkdtemp, open, rm, truncate, type FileHandle } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as np from '../../../../../core/index';
import type { ScanFormat } from '../../../../../core/file/scan/scanJob';
import {
  extremesOf,
  floatTotal,
  integerTotal,
  scanFormat,
  scanLimits,
  scannable,
} from '../../../../../core/file/scan/parallelScan';
import { type FileExtent, runPass } from '../../../../../core/file/scan/parallelPass';
import { pairwiseSum } from '../../../../../core/reduce/pairwise';

let folder = '';
let path = '';
const handles: FileHandle[] = [];

function useFolder(): void {
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'pass-'));
    path = join(folder, 'x.dat');
  });
  afterEach(async () => {
    for (const handle of handles.splice(0)) await handle.close();
    await rm(folder, { recursive: true });
  });
}

const COUNT = 300_001;

/** Where the items are in a file that holds these, after 16 bytes of something else. */
async function extentOf(items: ArrayBufferView, format: ScanFormat, isSwapped = false): Promise<FileExtent> {
  const bytes = new Uint8Array(items.buffer, items.byteOffset, items.byteLength);
  const itemsize = Number(/\d+$/.exec(format)![0]) / 8;
  const stored = isSwapped ? bytes.slice() : bytes;
  if (isSwapped)
    for (let at = 0; at < stored.length; at += itemsize) stored.subarray(at, at + itemsize).reverse();
  const handle = await open(path, 'w+');
  handles.push(handle);
  await handle.write(new Uint8Array(16));
  await handle.write(stored, 0, stored.length, 16);
  return { fd: handle.fd, path, format, itemsize, isSwapped, offset: 16, count: stored.length / itemsize };
}

const doubles = (): Float64Array =>
  Float64Array.from({ length: COUNT }, (_, k) => Math.sin(k) * 10 ** (k % 5));

describe('a pass over a file', () => {
  useFolder();

  it('adds up doubles in pairs, however many threads there are', async () => {
    const items = doubles();
    const expected = pairwiseSum(items, 0, COUNT);
    for (const isSwapped of [false, true]) {
      const extent = await extentOf(items, 'float64', isSwapped);
      for (const threads of [1, 2, 4]) {
        const found = await runPass(extent, { sum: true }, { threads });
        assert.equal(found.isComplete, true);
        assert.equal(found.items, COUNT);
        assert.equal(
          floatTotal(found, COUNT, false, value => value),
          expected,
        );
      }
    }
  });

  it('adds up whole numbers exactly', async () => {
    for (const [format, View] of [
      ['int8', Int8Array],
      ['uint8', Uint8Array],
      ['int16', Int16Array],
      ['uint16', Uint16Array],
      ['int32', Int32Array],
      ['uint32', Uint32Array],
    ] as const) {
      const items = new View(Array.from({ length: COUNT }, (_, k) => k * 2654435761));
      const found = await runPass(await extentOf(items, format, format.endsWith('16')), {
        sum: true,
        extremes: true,
      });
      let [sum, low, high] = [0n, Infinity, -Infinity];
      for (const item of items) {
        sum += BigInt(item);
        low = Math.min(low, item);
        high = Math.max(high, item);
      }
      assert.equal(integerTotal(found, format), sum, format);
      assert.deepEqual(extremesOf(found, format), { low, high, nans: 0 }, format);
    }
  });

  it('keeps all bits of 64-bit integers', async () => {
    for (const [format, View] of [
      ['int64', BigInt64Array],
      ['uint64', BigUint64Array],
    ] as const) {
      const items = View.from(Array.from({ length: 140_000 }, (_, k) => BigInt(k) * 0x9e3779b97f4a7c15n));
      const found = await runPass(await extentOf(items, format, true), { sum: true, extremes: true });
      const sorted = [...items].sort((a, b) => (a < b ? -1 : 1));
      const sum = sorted.reduce((total, item) => total + item, 0n);
      assert.equal(BigInt.asIntN(64, integerTotal(found, format)), BigInt.asIntN(64, sum), format);
      const { low, high } = extremesOf(found, format);
      assert.deepEqual([low, high], [sorted[0], sorted[sorted.length - 1]], format);
    }
  });

  it('counts NaNs apart, and takes the last of equal zeros', async () => {
    const items = new Float64Array(COUNT).fill(1);
    items[5] = NaN;
    items[COUNT - 1] = NaN;
    const { nans, low, high } = extremesOf(
      await runPass(await extentOf(items, 'float64'), { extremes: true }),
      'float64',
    );
    assert.deepEqual([nans, low, high], [2, 1, 1]);
    const zeros = Float32Array.from({ length: 1000 }, (_, k) => (k % 2 === 0 ? 0 : -0));
    const found = extremesOf(await runPass(await extentOf(zeros, 'float32'), { extremes: true }), 'float32');
    assert.ok(Object.is(found.low, -0) && Object.is(found.high, -0));
  });

  it('adds up squared deviations from a mean', async () => {
    const items = doubles();
    const mean = 0.125;
    const found = await runPass(await extentOf(items, 'float64'), { mean });
    const squares = items.map(item => (item - mean) * (item - mean));
    assert.equal(
      floatTotal(found, COUNT, false, value => value),
      pairwiseSum(squares, 0, COUNT),
    );
  });

  it('finds nothing in nothing', async () => {
    const found = await runPass(await extentOf(new Float64Array(0), 'float64'), {
      sum: true,
      extremes: true,
    });
    assert.deepEqual([found.isComplete, found.items], [true, 0]);
    assert.deepEqual(extremesOf(found, 'float64'), { low: Infinity, high: -Infinity, nans: 0 });
  });

  it('tells how far it is, and at last that all is done', async () => {
    const seen: number[] = [];
    const extent = await extentOf(doubles(), 'float64');
    await runPass(extent, { sum: true }, { onProgress: (done, total) => seen.push(done / total) });
    assert.equal(seen.at(-1), 1);
    assert.ok(seen.every((part, k) => part <= 1 && (k === 0 || part >= seen[k - 1])));
  });

  it('that is aborted before it starts finds nothing, and is not complete', async () => {
    const controller = new AbortController();
    controller.abort();
    const found = await runPass(
      await extentOf(doubles(), 'float64'),
      { sum: true },
      { signal: controller.signal },
    );
    assert.deepEqual([found.isComplete, found.items], [false, 0]);
  });

  it('says that the file became shorter', async () => {
    const extent = await extentOf(doubles(), 'float64');
    await truncate(path, 1000);
    await assert.rejects(runPass(extent, { sum: true }), { kind: 'file-changed' });
  });

  it('says what the system says of a file that cannot be read', async () => {
    const extent = await extentOf(doubles(), 'float64');
    await assert.rejects(runPass({ ...extent, fd: 9999 }, { sum: true }), { name: 'InspectorError' });
    const again = await runPass(extent, { sum: true });
    assert.equal(again.isComplete, true);
  });
});

describe('which maps threads take', () => {
  useFolder();

  const formats: readonly [string, ScanFormat | undefined][] = [
    ['f8', 'float64'],
    ['>f4', 'float32'],
    ['?', 'bool'],
    ['i1', 'int8'],
    ['>u8', 'uint64'],
    ['f2', undefined],
    ['g', undefined],
    ['c16', undefined],
    ['M8[s]', undefined],
    ['m8[s]', undefined],
    ['S3', undefined],
    ['V8', undefined],
  ];
  for (const [dtype, format] of formats) {
    it(`are ${format === undefined ? 'not ' : ''}those of ${dtype}`, () =>
      assert.equal(scanFormat(np.dtype(dtype)), format));
  }

  it('are those that pay, lie in one piece, and have nothing in memory only', async () => {
    const before = scanLimits.leastBytes;
    scanLimits.leastBytes = 800;
    try {
      const map = await np.memmap(path, { dtype: '>f8', mode: 'w+', shape: [10, 20] });
      const extent = scannable(map);
      assert.deepEqual(
        [extent?.format, extent?.isSwapped, extent?.count, extent?.offset],
        ['float64', true, 200, 0],
      );
      assert.equal(scannable(map.get('2:'))?.offset, 320);
      assert.equal(scannable(map.T)?.count, 200);
      assert.equal(scannable(map.get(':, ::2')), undefined);
      assert.equal(scannable(map.get('::-1')), undefined);
      assert.equal(scannable(map.get(':2')), undefined);
      assert.equal(scannable(map.get(':0')), undefined);
      await map.close();
      const copy = await np.memmap(path, { dtype: '>f8', mode: 'c' });
      assert.equal(scannable(copy)?.count, 200);
      await copy.get('0:1').write(1);
      assert.equal(scannable(copy), undefined);
      await copy.close();
    } finally {
      scanLimits.leastBytes = before;
    }
  });
});
