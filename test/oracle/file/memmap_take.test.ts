/**
 * Fancy indices of maps against a live NumPy. `NDARRAY_ORACLE_CASES` sets how many, `NDARRAY_ORACLE_SEED` which.
 */
import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { itemReader } from '../../../core/dtype/items/read';
import { parseDType } from '../../../core/dtype/parse/parse';
import { InspectorError } from '../../../core/errors';
import { memmap } from '../../../core/file/memmap';
import { unravelIndex } from '../../../core/layout/flat';
import { allocate } from '../../../core/ndarray/allocate';
import type { IndexPart } from '../../../core/ndarray/indexLike';
import type { NDArray } from '../../../core/ndarray/ndarray';
import { temporaryFolder } from '../folder';
import { askNumPy, needsNumPy } from '../python';

interface Case {
  readonly shape: readonly number[];
  readonly order: 'C' | 'F';
  readonly index: readonly (IndexPart | { readonly empty: true })[];
  readonly error: readonly [string, string] | null;
  readonly result: readonly number[];
  readonly items: readonly number[];
}

const CASES = Number(process.env.NDARRAY_ORACLE_CASES ?? 600);
const SEED = Number(process.env.NDARRAY_ORACLE_SEED ?? 20250305);
const INT32 = parseDType('int32');
const EMPTY = allocate([0], parseDType('int64'));

describe('fancy indices of maps against NumPy', () => {
  const temporary = temporaryFolder();

  it('select the same items', async function () {
    needsNumPy(this);
    this.timeout(600_000);
    const folder = temporary();
    const cases = await askNumPy<Case>('file/memmap_take.py', [CASES, SEED]);
    assert.equal(cases.length, CASES);
    await writeFile(
      join(folder, 'm.dat'),
      new Uint8Array(Int32Array.from({ length: 625 }, (_, k) => k).buffer),
    );
    for (const one of cases) await checkCase(join(folder, 'm.dat'), one, JSON.stringify(one));
  });
});

async function checkCase(path: string, { shape, order, ...one }: Case, context: string): Promise<void> {
  const map = await memmap(path, { dtype: INT32, mode: 'r', shape, order });
  const index = one.index.map(part => (isEmpty(part) ? EMPTY : (part as IndexPart)));
  try {
    if (one.error) {
      await assert.rejects(map.take(index), (error: unknown) => {
        assert.ok(error instanceof InspectorError, `${String(error)} ${context}`);
        assert.deepEqual([error.numpyName, error.message], one.error, context);
        return true;
      });
      return;
    }
    const result = await map.take(index);
    assert.deepEqual(result.shape, one.result, context);
    assert.deepEqual(itemsOf(result), one.items, context);
  } finally {
    await map.close();
  }
}

const isEmpty = (part: unknown): boolean => typeof part === 'object' && part !== null && 'empty' in part;

function itemsOf(array: NDArray): unknown[] {
  const read = itemReader(array.dtype);
  const view = new DataView(array.buffer);
  return Array.from({ length: array.size }, (_, k) =>
    read(view, array.layout.byteOffset(unravelIndex(k, array.shape))),
  );
}
