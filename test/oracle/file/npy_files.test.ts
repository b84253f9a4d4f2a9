/**
 * .npy files against a live NumPy: saved byte for byte alike, loaded and mapped alike, refused in the same words.
 * `NDARRAY_ORACLE_CASES` sets how many, `NDARRAY_ORACLE_SEED` which.
 */
import assert from 'node:assert/strict';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { sameDType } from '../../../core/dtype/dtype';
import { parseDType } from '../../../core/dtype/parse/parse';
import { InspectorError } from '../../../core/errors';
import { load } from '../../../core/file/load';
import { MemMap } from '../../../core/file/memmap';
import { save } from '../../../core/file/save';
import { Layout } from '../../../core/layout/layout';
import { NDArray } from '../../../core/ndarray/ndarray';
import { temporaryFolder } from '../folder';
import { askNumPy, needsNumPy } from '../python';

type Failure = readonly [name: string, message: string] | null;

interface Loaded {
  readonly error: Failure;
  readonly shape: readonly number[];
  readonly strides: readonly number[];
  readonly dtype: string;
  readonly flags: string;
  readonly bytes: string;
}

interface Case {
  readonly owner: string;
  readonly dtype: string;
  readonly shape: readonly number[];
  readonly strides: readonly number[];
  readonly at: number;
  readonly saveError: Failure;
  readonly saved: string;
  readonly content: string;
  readonly mode: 'r' | 'c';
  readonly loaded: Loaded;
  readonly mapped: Loaded;
}

const CASES = Number(process.env.NDARRAY_ORACLE_CASES ?? 400);
const SEED = Number(process.env.NDARRAY_ORACLE_SEED ?? 20250302);

describe('.npy files against NumPy', () => {
  const temporary = temporaryFolder();

  it('are saved, loaded and mapped alike', async function () {
    needsNumPy(this);
    this.timeout(60_000);
    const cases = await askNumPy<Case>('file/npy_files.py', [CASES, SEED]);
    assert.equal(cases.length, CASES);
    const folder = temporary();
    for (const one of cases) {
      const context = JSON.stringify({ ...one, dtype: one.dtype.slice(0, 200), saved: '', content: '' });
      await checkSaved(join(folder, 'saved'), one, context.slice(0, 3000));
      await writeFile(join(folder, 'x.npy'), Buffer.from(one.content, 'hex'));
      await checkLoaded(join(folder, 'x.npy'), undefined, one.loaded, context.slice(0, 3000));
      await checkLoaded(join(folder, 'x.npy'), one.mode, one.mapped, context.slice(0, 3000));
    }
    assert.deepEqual((await readdir(folder)).sort(), ['saved.npy', 'x.npy'], 'nothing is left behind');
  });
});

async function checkSaved(path: string, one: Case, context: string): Promise<void> {
  const { shape, strides, at: offset } = one;
  const dtype = parseDType(one.dtype);
  const layout = Layout.of({ shape, strides, offset, itemsize: dtype.itemsize });
  const { buffer } = Uint8Array.from(Buffer.from(one.owner, 'hex'));
  const saving = save(path, new NDArray({ buffer, dtype, layout }));
  if (one.saveError) return refused(saving, one.saveError, context);
  await saving;
  assert.equal((await readFile(`${path}.npy`)).toString('hex'), one.saved, `saved: ${context}`);
}

async function checkLoaded(path: string, mmapMode: 'r' | 'c' | undefined, facts: Loaded, context: string) {
  const loading = load(path, { mmapMode });
  if (facts.error) return refused(loading, facts.error, context);
  const x = await loading;
  assert.equal(x instanceof MemMap, mmapMode !== undefined);
  assert.deepEqual([x.shape, x.strides], [facts.shape, facts.strides], context);
  assert.ok(sameDType(x.dtype, parseDType(facts.dtype)), `dtype: ${context}`);
  assert.equal(String(x.flags).trimEnd(), facts.flags.trimEnd(), context);
  assert.equal(hexOf(x instanceof MemMap ? await x.read() : x), facts.bytes, `items: ${context}`);
  if (x instanceof MemMap) await x.close();
}

async function refused(work: Promise<unknown>, [name, message]: readonly string[], context: string) {
  await assert.rejects(work, (error: unknown) => {
    assert.ok(error instanceof InspectorError, `${String(error)} ${context}`);
    // The rest of NumPy's advice is about arguments that are not here.
    assert.deepEqual([error.numpyName, error.message], [name, message.split('\n')[0]], context);
    return true;
  });
}

/** The bytes of the items in C order. */
function hexOf(array: NDArray): string {
  const { shape, strides, offset, itemsize } = array.layout;
  const buffer = Buffer.from(array.buffer as ArrayBuffer);
  const texts: string[] = [];
  const visit = (axis: number, at: number): void => {
    if (axis === shape.length) texts.push(buffer.toString('hex', at, at + itemsize));
    else for (let k = 0; k < shape[axis]; k++) visit(axis + 1, at + k * strides[axis]);
  };
  visit(0, offset);
  return texts.join('');
}
