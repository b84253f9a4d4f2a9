/** A copied NumPy literal, run by a live NumPy, makes the bytes that were copied: random items, and blocks of them. */
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { leafFields } from '../../../core/dtype/dtype';
import { parseDType } from '../../../core/dtype/parse/parse';
import { itemFormatter } from '../../../core/text/item';
import { arrayLiteral } from '../../../webview/clipboard/literal';
import { askNumPy, needsNumPy } from '../python';

const CASES = Number(process.env.NDARRAY_ORACLE_CASES ?? 6000);
const SEED = process.env.NDARRAY_ORACLE_SEED ?? 'literals';

interface Item {
  readonly dtype: string;
  /** Hexadecimal. */
  readonly bytes: string;
  readonly text?: string;
}

const viewOf = (hex: string): DataView => new DataView(Uint8Array.from(Buffer.from(hex, 'hex')).buffer);

/** Whether the text of the item says all of its bytes, and Python can write it. */
function isTold({ dtype, bytes, text }: Item): boolean {
  const { fields, kind, unit, itemsize } = parseDType(dtype);
  // A bool may be any byte, and of ticks of several units, or of weeks, NumPy multiplies what it reads, which may overflow.
  if (kind === 'M' && unit?.name === 'W' && /^-?\d{9}/.test(text ?? '')) return false;
  // Two surrogates beside each other are one character here, and two in NumPy.
  if (kind === 'U' && /[\u{10000}-\u{10ffff}]/u.test(text ?? '') && /d[89ab]0000|0000d[89ab]/.test(bytes))
    return false;
  if (kind === 'b') return bytes === '00' || bytes === '01';
  return fields === undefined && (unit?.count ?? 1) === 1 && !(kind === 'c' && itemsize > 16);
}

/** What NumPy makes other bytes of. */
async function different(lines: readonly (readonly [line: string, bytes: string])[]): Promise<object[]> {
  const folder = mkdtempSync(join(tmpdir(), 'ndarray-literals-'));
  try {
    const path = join(folder, 'lines.json');
    writeFileSync(path, JSON.stringify(lines));
    return await askNumPy<object>('dtype/literals.py', [path]);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The literal of `rows` × `columns` items, one after another in `bytes`. */
function literalOf({ dtype, bytes }: Item, rows: number, columns: number): string {
  const { leaves } = leafFields(parseDType(dtype), 100);
  const { itemsize } = parseDType(dtype);
  const view = viewOf(bytes);
  const all = { top: 0, left: 0, bottom: rows - 1, right: columns * leaves.length - 1 };
  return arrayLiteral(leaves, all, (row, column) => {
    const leaf = leaves[column % leaves.length];
    const item = row * columns + Math.floor(column / leaves.length);
    return itemFormatter(leaf.dtype)(view, item * itemsize + leaf.offset);
  });
}

describe('copied literals and NumPy', function () {
  before(function () {
    needsNumPy(this);
  });

  it('make the same bytes of random items', async () => {
    const items = await askNumPy<Item>('dtype/items_text.py', [CASES, SEED]);
    const told = items.filter(isTold);
    assert.ok(told.length > CASES / 4, `${told.length}`);
    assert.deepEqual(await different(told.map(item => [literalOf(item, 1, 1), item.bytes])), []);
  });

  it('make the same bytes of blocks, rows and columns', async () => {
    const bytes = Buffer.from(Float32Array.from({ length: 12 }, (_, k) => k / 7).buffer).toString('hex');
    const shapes = [
      [3, 4],
      [1, 12],
      [12, 1],
    ];
    const lines = shapes.map(([rows, columns]) => literalOf({ dtype: '<f4', bytes }, rows, columns));
    assert.deepEqual(await different(lines.map(line => [line, bytes])), []);
    assert.match(lines[0], /^np\.array\(\[\[0\.0, 0\.14285715, .*\],\n {10}\[.*\]\], dtype='float32'\)$/s);
  });

  it('make times of several units', async () => {
    const bytes = '0300000000000000ffffffffffffffff0000000000000080';
    const lines = ['<m8[25s]', '<M8[25s]'].map(dtype => literalOf({ dtype, bytes }, 1, 3));
    assert.match(lines[0], /^np\.array\(\[3, -1, 'NaT'\]/);
    assert.deepEqual(await different(lines.map(line => [line, bytes])), []);
  });

  it('are refused where Python has none', () => {
    assert.throws(() => literalOf({ dtype: '<c32', bytes: '00'.repeat(32) }, 1, 1), /no literal/);
  });

  it('make tuples of structured items', async () => {
    const dtype = "[('id', '<u2'), ('where', [('x', '>f4'), ('name', 'S3')])]";
    const bytes = '01003f80000061620002004000000063640a';
    const line = literalOf({ dtype, bytes }, 1, 2);
    assert.equal(
      line,
      "np.array([(1, 1.0, b'ab'), (2, 2.0, b'cd\\n')], dtype=[('id', 'uint16'), ('where.x', '>f4'), ('where.name', '|S3')])",
    );
    assert.deepEqual(await different([[line, bytes]]), []);
  });
});
