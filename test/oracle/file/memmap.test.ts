/**
 * Maps of files against a live NumPy: what is refused, where views are, what is read, what a write leaves in the file.
 * `NDARRAY_ORACLE_CASES` sets how many, `NDARRAY_ORACLE_SEED` which.
 */
import assert from 'node:assert/strict';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseDType } from '../../../core/dtype/parse/parse';
import { dtypeText } from '../../../core/dtype/print';
import { InspectorError } from '../../../core/errors';
import { memmap, type MemMap, type MemmapOptions } from '../../../core/file/memmap';
import { contiguousLayout } from '../../../core/layout/layout';
import { NDArray } from '../../../core/ndarray/ndarray';
import { temporaryFolder } from '../folder';
import { askNumPy, needsNumPy } from '../python';

type Failure = readonly [name: string, message: string] | null;

interface Facts {
  readonly shape: readonly number[];
  readonly strides: readonly number[];
  readonly dtype: string;
  readonly bytes: string;
  readonly at: number;
  readonly offset: number;
  readonly mode: string;
  readonly size: number;
  readonly flags: string;
  readonly nbytes: number;
}

type Call =
  readonly ['get' | 'view' | 'field', string] | readonly ['T'] | readonly ['reshape', readonly number[]];

interface Case {
  readonly content: string;
  readonly dtype: string;
  readonly options: MemmapOptions;
  readonly error: Failure;
  readonly fileLength: number;
  readonly map: Facts;
  readonly steps: readonly { readonly call: Call; readonly error: Failure; readonly view: Facts }[];
  readonly value:
    number | { readonly dtype: string; readonly shape: readonly number[]; readonly bytes: string };
  readonly writeError: Failure;
  readonly after: string;
  readonly file: string;
}

const CASES = Number(process.env.NDARRAY_ORACLE_CASES ?? 400);
const SEED = Number(process.env.NDARRAY_ORACLE_SEED ?? 20250301);

describe('maps against NumPy', () => {
  const temporary = temporaryFolder();

  it('are refused, viewed, read and written alike', async function () {
    needsNumPy(this);
    this.timeout(600_000);
    const cases = await askNumPy<Case>('file/memmap.py', [CASES, SEED]);
    assert.equal(cases.length, CASES);
    const folder = temporary();
    let written = 0;
    for (const one of cases) {
      const context = JSON.stringify({ ...one, content: one.content.length / 2, file: '', after: '' });
      if (await checkCase(join(folder, 'm.dat'), one, context)) written++;
    }
    assert.ok(written > CASES / 8, `only ${written} cases write`);
  });
});

/** Whether the case got as far as a write that is done. */
async function checkCase(path: string, one: Case, context: string): Promise<boolean> {
  const content = Buffer.from(one.content, 'hex');
  await writeFile(path, content);
  const opened = memmap(path, { ...one.options, dtype: one.dtype });
  if (one.error) {
    await refused(() => opened, one.error, context);
    // NumPy has changed some of these files by now.
    assert.ok(content.equals(await readFile(path)), `the file was changed: ${context}`);
    return false;
  }
  const map = await opened.catch((error: unknown) => assert.fail(`${String(error)} ${context}`));
  try {
    await checkFacts(map, one.map, context);
    const view = await follow(map, one, context);
    if (one.writeError) await refused(() => view.write(valueOf(one)), one.writeError, context);
    else await view.write(valueOf(one));
    assert.equal(hexOf(await map.read()), one.after, `after the write: ${context}`);
    await map.flush();
    await checkFile(path, one, context);
    return !one.writeError && view.size > 0;
  } finally {
    await map.close();
  }
}

async function checkFile(path: string, one: Case, context: string): Promise<void> {
  const bytes = await readFile(path);
  // NumPy grows an empty file to one byte where it is told of no shape, or of one without items.
  const isGrown = one.content === '' && one.map.size === 0 && bytes.length === 0;
  assert.equal(bytes.toString('hex'), isGrown ? '' : one.file, `the file: ${context}`);
}

async function follow(map: MemMap, one: Case, context: string): Promise<MemMap> {
  let at = map;
  for (const { call, error, view } of one.steps) {
    if (error) {
      await refused(() => viewed(at, call), error, `${JSON.stringify(call)} ${context}`);
      continue;
    }
    at = viewed(at, call);
    assert.equal(at.base, map);
    await checkFacts(at, view, `${JSON.stringify(call)} ${context}`);
  }
  return at;
}

function viewed(map: MemMap, call: Call): MemMap {
  switch (call[0]) {
    case 'T':
      return map.T;
    case 'reshape':
      return map.reshape(call[1]);
    case 'view':
      return map.view(call[1]);
    case 'field':
      return map.get(`'${call[1]}'`);
    case 'get':
      return map.get(call[1]);
  }
}

async function checkFacts(map: MemMap, facts: Facts, context: string): Promise<void> {
  const { shape, strides, offset, mode, size, nbytes } = map;
  assert.deepEqual(
    { shape, strides, offset, mode, size, nbytes, dtype: dtypeText(map.dtype), flags: String(map.flags) },
    {
      ...pick(facts),
      dtype: dtypeText(parseDType(facts.dtype)),
      flags: facts.flags.endsWith('\n') ? facts.flags : `${facts.flags}\n`,
    },
    context,
  );
  assert.equal(map.layout.offset, facts.at, `place in the file: ${context}`);
  const array = await map.read();
  assert.equal(hexOf(array), facts.bytes, `items: ${context}`);
}

const pick = ({ shape, strides, offset, mode, size, nbytes }: Facts): object => ({
  shape,
  strides,
  offset,
  mode,
  size,
  nbytes,
});

async function refused(
  work: () => unknown,
  [name, message]: readonly string[],
  context: string,
): Promise<void> {
  await assert.rejects(
    async () => {
      await work();
    },
    (error: unknown) => {
      assert.ok(error instanceof InspectorError, `${String(error)} ${context}`);
      assert.deepEqual([error.numpyName, error.message], [name, message], context);
      return true;
    },
    context,
  );
}

function valueOf({ value }: Case): number | NDArray {
  if (typeof value === 'number') return value;
  const dtype = parseDType(value.dtype);
  const layout = contiguousLayout(value.shape, dtype.itemsize);
  return new NDArray({ buffer: Uint8Array.from(Buffer.from(value.bytes, 'hex')).buffer, dtype, layout });
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
