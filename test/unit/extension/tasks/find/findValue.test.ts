/** What is found among values, against a search that looks at every item in turn. */
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import * as np from '../../../../../core/index';
import type { SearchStart } from '../../../../../extension/tasks/find/findValue';
import { findValue } from '../../../../../extension/tasks/find/findValue';
import { parseQuery } from '../../../../../extension/tasks/find/query';

const context = { signal: new AbortController().signal, onProgress: () => undefined };

const OPERATORS: Readonly<Record<string, (x: number, y: number) => boolean>> = {
  '': (x, y) => x === y,
  '==': (x, y) => x === y,
  '!=': (x, y) => x !== y,
  '>': (x, y) => x > y,
  '>=': (x, y) => x >= y,
  '<': (x, y) => x < y,
  '<=': (x, y) => x <= y,
};
/** In the order of `np.dtype.name`; all small whole numbers are numbers of theirs. */
const DTYPES = [
  ...['<f4', '>f4', '<f8', '>f8', '<f2', '>f2', '<i4', '>i4', '<u2', '>u2', '|i1', '|u1'],
  ...['<i8', '>i8', '<u8', '>u8', '<f16', '<M8[s]', '>m8[D]', 'bfloat16'],
];
const STRUCTURED = [
  "[('x', '<f4'), ('y', '>i2')]",
  "{'names': ['a', 'b'], 'formats': ['<i8', '<f4'], 'offsets': [4, 0], 'itemsize': 16}",
  "[('p', '<i2', (2,)), ('q', '|u1')]",
];

const slicing = fc.constantFrom('...', '::2', '::-1', '1:', '..., ::-1', '..., ::2', '::-1, ...', '...');

describe('findValue', () => {
  const folder = mkdtempSync(join(tmpdir(), 'ndarray-find-'));
  const path = join(folder, 'items.dat');
  const open: np.MemMap[] = [];
  after(() => rmSync(folder, { recursive: true, force: true }));
  afterEach(async () => {
    for (const map of open.splice(0)) await map.close();
  });

  /** A map of fresh bytes. */
  async function mapOf(bytes: Uint8Array, options: np.MemmapOptions): Promise<np.MemMap> {
    writeFileSync(path, bytes);
    const map = await np.memmap(path, { ...options, mode: 'r' });
    open.push(map);
    return map;
  }

  /** Everything that is found, in the order it is found in, with `text` typed; the last step comes back to the first. */
  async function all(map: np.MemMap, text: string, isBackward: boolean, maxBytes: number): Promise<string[]> {
    const query = parseQuery(text, '');
    const found: string[] = [];
    for (let from: SearchStart | undefined; ;) {
      const next = await findValue(map, query, from, isBackward, context, maxBytes);
      if (!next) return found;
      const place = `${next.index.join()} ${next.leaf} ${next.byteOffset}`;
      if (next.isWrapped) {
        assert.equal(place, found[0], 'it starts again with the first');
        return found;
      }
      assert.ok(found.length <= map.size * 8, 'it comes to an end');
      found.push(place);
      from = next;
    }
  }

  /** The same, item by item. */
  async function naive(
    map: np.MemMap,
    bytes: Uint8Array,
    matches: (x: number) => boolean,
  ): Promise<string[]> {
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
    const { leaves } = np.leafFields(map.dtype, 4096);
    const found: string[] = [];
    for (let item = 0; item < map.size; item++) {
      const index = np.unravelIndex(item, map.shape);
      leaves.forEach(({ dtype, offset }, leaf) => {
        const at = map.layout.byteOffset(index) + offset;
        const x = np.itemReader(dtype)(view, at);
        const number =
          typeof x === 'object' && 'significand' in x ? Number(np.formatItem(dtype, view, at)) : Number(x);
        if (matches(number)) found.push(`${index.join()} ${leaf} ${at}`);
      });
    }
    return Promise.resolve(found);
  }

  /** Small numbers, each in the bytes of its dtype. */
  function bytesOf(dtype: np.DType, values: readonly number[]): Uint8Array<ArrayBuffer> {
    const bytes = new Uint8Array(values.length * dtype.itemsize).fill(0xa5);
    const { leaves } = np.leafFields(dtype, 4096);
    values.forEach((value, k) => {
      leaves.forEach((leaf, at) => {
        const item = np.encodeItem(leaf.dtype, String((value + at) % 4)).bytes;
        bytes.set(item, k * dtype.itemsize + leaf.offset);
      });
    });
    return bytes;
  }

  for (const text of [...DTYPES, ...STRUCTURED]) {
    it(`finds all of every layout of ${text}, both ways`, () =>
      fc.assert(
        fc.asyncProperty(
          fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 0, maxLength: 3 }),
          fc.array(fc.nat(3), { minLength: 125, maxLength: 125 }),
          fc.constantFrom<'C' | 'F'>('C', 'F'),
          slicing,
          fc.boolean(),
          fc.constantFrom(...Object.keys(OPERATORS)),
          fc.nat(3),
          fc.integer({ min: 1, max: 100 }),
          async (shape, values, order, slices, isTransposed, operator, value, maxBytes) => {
            const dtype = np.dtype(text.startsWith('[') || text.startsWith('{') ? np.parseDType(text) : text);
            const bytes = bytesOf(dtype, values);
            const whole = await mapOf(bytes, { dtype, shape, order });
            const sliced =
              shape.length > 0
                ? whole.get(slices.startsWith('...,') && shape.length < 1 ? '...' : slices)
                : whole;
            const map = isTransposed ? sliced.T : sliced;
            const expected = await naive(map, bytes, x => OPERATORS[operator](x, value));
            const typed = `${operator} ${value}`;
            assert.deepEqual(await all(map, typed, false, maxBytes), expected);
            assert.deepEqual(await all(map, typed, true, maxBytes), expected.reverse());
            await whole.close();
          },
        ),
        { numRuns: 25 },
      ));
  }
});
