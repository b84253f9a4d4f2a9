/**
 * Claims that the core gives what NumPy gives: a Python text, and its counterpart on the core. `<test>.fixture.jsonl` holds what
 * NumPy makes of each text; `npm run claims` writes it, and `test/oracle/claims/claims.test.ts` compares it with a live NumPy.
 */
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { appendFileSync, readFileSync } from 'node:fs';
import { relative, resolve } from 'node:path';
import * as np from '../../../core/index';

type Encoded =
  | null
  | boolean
  | string
  | { readonly int: string }
  | { readonly float: string; readonly items: string }
  | { readonly bytes: string }
  | { readonly scalar: string; readonly items: string }
  | ArrayFacts
  | { readonly dtype: string }
  | readonly Encoded[];

interface ArrayFacts {
  readonly dtype: string;
  readonly shape: readonly number[];
  readonly strides: readonly number[];
  readonly flags: string;
  readonly items: string;
}

interface Answer {
  readonly python: string;
  readonly gives?: Encoded;
  readonly error?: readonly [name: string, message: string];
}

/** A test of its own: `ours` gives what NumPy makes of `python`, or is refused in the same words. */
export type Claim = (python: string, ours: () => unknown) => void;

/** The file that claims are written to while they are collected. */
const COLLECTED = process.env.NDARRAY_COLLECT_CLAIMS;

const root = resolve(__dirname, '../../../..');

/**
 * Returns the function that registers claims for the test with the compiled file `file`. `prelude` is Python that NumPy runs before
 * each claim, or the name of a file of test/oracle/claims with it.
 */
export function claims(file: string, prelude = ''): Claim {
  const fixture = relative(resolve(root, 'out'), file).replace(/\.test\.js$/, '.fixture.jsonl');
  if (COLLECTED !== undefined) return python => collect(COLLECTED, { fixture, prelude, python });
  const lines = readFileSync(resolve(root, fixture), 'utf8').split('\n').filter(Boolean);
  const answers = new Map(lines.map(line => JSON.parse(line) as Answer).map(one => [one.python, one]));
  return (python, ours) =>
    it(python, async () => {
      const answer = answers.get(python);
      assert.ok(answer, 'is not in the fixture: run `npm run claims`');
      if (answer.error) await refuses(ours, answer.error);
      else agree(await ours(), answer.gives!);
    });
}

function collect(path: string, claim: { fixture: string; prelude: string; python: string }): void {
  appendFileSync(path, `${JSON.stringify({ ...claim, fixture: claim.fixture.replaceAll('\\', '/') })}\n`);
}

async function refuses(ours: () => unknown, [name, message]: readonly [string, string]): Promise<void> {
  let result: unknown;
  try {
    result = await ours();
  } catch (error) {
    if (!(error instanceof np.InspectorError)) throw error;
    assert.deepEqual([error.numpyName, error.message], [name, message]);
    assert.ok(error.action, 'an error says what can be done about it');
    return;
  }
  const told = result instanceof np.NDArray ? np.arrayRepr(result) : String(result);
  assert.fail(`gives ${told}, where NumPy raises ${name}: ${message}`);
}

function agree(ours: unknown, theirs: Encoded): void {
  if (theirs === null) assert.ok(ours === undefined || ours === null, `${String(ours)} is not None`);
  else if (typeof theirs !== 'object') assert.equal(plain(ours), theirs);
  else if (isList(theirs)) agreeAll(ours, theirs);
  else if ('int' in theirs) assert.equal(String(plain(ours)), theirs.int);
  else if ('bytes' in theirs) assert.equal(hex(plain(ours) as Uint8Array), theirs.bytes);
  else if ('float' in theirs) assert.equal(itemsOf(np.array(ours as number, { dtype: '<f8' })), theirs.items);
  else if ('scalar' in theirs) agreeScalar(ours, theirs);
  else if ('shape' in theirs) assert.deepEqual(factsOf(ours), theirs);
  else assert.equal(descr(ours as np.DType), theirs.dtype);
}

const isList = (theirs: object): theirs is readonly Encoded[] => Array.isArray(theirs);

/** The value in a 0-d array. */
const plain = (ours: unknown): unknown =>
  ours instanceof np.NDArray && ours.ndim === 0 ? ours.item() : ours;

function agreeAll(ours: unknown, theirs: readonly Encoded[]): void {
  const list = Array.from(ours as Iterable<unknown>);
  assert.equal(list.length, theirs.length, 'as many');
  theirs.forEach((one, k) => agree(list[k], one));
}

/** Scalars of NumPy's are 0-d arrays here, or values of JavaScript. */
function agreeScalar(ours: unknown, { scalar, items }: { scalar: string; items: string }): void {
  if (ours instanceof np.NDArray) {
    assert.deepEqual([descr(ours.dtype), ours.shape, itemsOf(ours)], [scalar, [], items]);
    return;
  }
  const dtype = np.dtype(scalar);
  const isWide = /^.[iu]8$/.test(scalar);
  if ('biuf'.includes(dtype.kind) && dtype.itemsize <= 8) {
    assert.equal(typeof ours, dtype.kind === 'b' ? 'boolean' : isWide ? 'bigint' : 'number');
  }
  assert.equal(itemsOf(np.array(ours as np.Nested, { dtype })), items, `${String(ours)} as ${scalar}`);
}

const descr = (dtype: np.DType): string => (dtype.fields || dtype.subarray ? np.dtypeText(dtype) : dtype.str);

function factsOf(ours: unknown): ArrayFacts {
  assert.ok(ours instanceof np.NDArray, `${String(ours)} is no array`);
  const { flags } = ours;
  const set = [flags.C_CONTIGUOUS, flags.F_CONTIGUOUS, flags.OWNDATA, flags.WRITEABLE, flags.ALIGNED];
  return {
    dtype: descr(ours.dtype),
    shape: [...ours.shape],
    strides: [...ours.strides],
    flags: Array.from('CFOWA', (letter, k) => (set[k] ? letter : '')).join(''),
    items: itemsOf(ours),
  };
}

const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');

function itemsOf(x: np.NDArray): string {
  const bytes = canonical(x);
  return bytes.length <= 256 ? hex(bytes) : `sha256:${createHash('sha256').update(bytes).digest('hex')}`;
}

/** The bytes of the items in C order, field by field; NaNs are all one, and there is no padding. */
function canonical(x: np.NDArray): Uint8Array {
  const { kind, itemsize, byteOrder, fields } = x.dtype;
  if (fields) return Buffer.concat(fields.map(({ name }) => canonical(x.get([[name]]).get(name))));
  if (kind !== 'f' && kind !== 'c') return x.tobytes();
  const size = kind === 'c' ? itemsize / 2 : itemsize;
  const bytes = x.tobytes();
  for (let at = 0; at < bytes.length; at += size) {
    const item = bytes.subarray(at, at + size);
    if (byteOrder === '>') item.reverse();
    if (isNaNItem(item)) item.set(NOT_A_NUMBER[size]);
  }
  if (size < 16) return bytes;
  const items = Array.from({ length: bytes.length / 16 }, (_, k) => bytes.subarray(16 * k, 16 * k + 10));
  return Buffer.concat(items);
}

const NOT_A_NUMBER: Readonly<Record<number, readonly number[]>> = {
  2: [0, 0x7e],
  4: [0, 0, 0xc0, 0x7f],
  8: [0, 0, 0, 0, 0, 0, 0xf8, 0x7f],
  16: [0, 0, 0, 0, 0, 0, 0, 0xc0, 0xff, 0x7f],
};

function isNaNItem(item: Uint8Array): boolean {
  const view = new DataView(item.buffer, item.byteOffset, item.length);
  if (item.length === 2) return (view.getUint16(0, true) & 0x7fff) > 0x7c00;
  if (item.length === 4) return Number.isNaN(view.getFloat32(0, true));
  if (item.length === 8) return Number.isNaN(view.getFloat64(0, true));
  const isTop = (view.getUint16(8, true) & 0x7fff) === 0x7fff;
  return isTop && view.getBigUint64(0, true) !== 0x8000000000000000n;
}
