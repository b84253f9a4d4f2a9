import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import * as np from '../../../../../core/index';
import { contiguousLayout } from '../../../../../core/layout/layout';
import { findBytes } from '../../../../../extension/tasks/find/findBytes';
import { parsePattern } from '../../../../../extension/tasks/find/pattern';
import { runTask } from '../../../../../extension/tasks/runTask';
import type { FindParams } from '../../../../../extension/tasks/find/find';

const context = { signal: new AbortController().signal, onProgress: () => undefined };

describe('a pattern of bytes', () => {
  const wanted = (text: string): readonly number[] => parsePattern(text).wanted;
  it('is hex digits, any bytes and text, one after the other', () => {
    assert.deepEqual(wanted('DE AD be ef'), [0xde, 0xad, 0xbe, 0xef]);
    assert.deepEqual(wanted('hex: DEADBEEF'), [0xde, 0xad, 0xbe, 0xef]);
    assert.deepEqual(wanted('0xDE 0xAD'), [0xde, 0xad]);
    assert.deepEqual(wanted('01 ?? 02??03'), [1, -1, 2, -1, 3]);
    assert.deepEqual(wanted('"ab" 00 \'c\''), [97, 98, 0, 99]);
    assert.deepEqual(wanted('"é\\n\\""'), [0xc3, 0xa9, 10, 34]);
    assert.deepEqual(wanted('text: a b'), [97, 32, 98]);
  });
  for (const text of ['', '??', '?? ??', 'DE A', 'xyz', '"open', 'DE-AD', '""'])
    it(`is not ${JSON.stringify(text)}`, () =>
      assert.throws(() => parsePattern(text), { kind: 'invalid-input', action: /hex digits/ }));
});

describe('findBytes', () => {
  const folder = mkdtempSync(join(tmpdir(), 'ndarray-find-'));
  const path = join(folder, 'some.dat');
  after(() => rmSync(folder, { recursive: true, force: true }));

  it('finds every match, across the borders of what is read at a time, both ways', () =>
    fc.assert(
      fc.asyncProperty(
        fc.array(fc.nat(2), { maxLength: 40 }),
        fc.array(fc.integer({ min: -1, max: 2 }), { minLength: 1, maxLength: 5 }),
        fc.integer({ min: 1, max: 12 }),
        async (bytes, pattern, windowBytes) => {
          fc.pre(pattern.some(byte => byte >= 0) && bytes.length > 0);
          const starts = bytes.flatMap((_, at) =>
            at + pattern.length <= bytes.length &&
            pattern.every((byte, k) => byte < 0 || byte === bytes[at + k])
              ? [at]
              : [],
          );
          writeFileSync(path, Uint8Array.from(bytes));
          const map = await np.memmap(path, { mode: 'r' });
          const text = pattern.map(byte => (byte < 0 ? '??' : `0${byte}`)).join(' ');
          for (const isBackward of [false, true]) {
            const found: number[] = [];
            for (let from: number | undefined; ;) {
              const next = await findBytes(map, parsePattern(text), from, isBackward, context, windowBytes);
              if (!next) break;
              from = next.byteOffset;
              if (next.isWrapped) {
                assert.equal(from, found[0]);
                break;
              }
              found.push(from);
            }
            assert.deepEqual(found, isBackward ? starts.reverse() : starts);
          }
          await map.close();
        },
      ),
      { numRuns: 200 },
    ));
});

describe('the task find', () => {
  const folder = mkdtempSync(join(tmpdir(), 'ndarray-find-'));
  const path = join(folder, 'sparse.dat');
  const MiB = 2 ** 20;
  after(() => rmSync(folder, { recursive: true, force: true }));

  const params = (more: Partial<FindParams>, bytes = 64 * MiB): FindParams => ({
    place: { path, dtype: '<f4', layout: contiguousLayout([bytes / 4], 4).toFields(), unsaved: [] },
    what: 'value',
    text: '!= 0',
    tolerance: '',
    isBackward: false,
    ...more,
  });

  it('finds a value far inside, forward and backward, and what is not saved', async () => {
    writeFileSync(path, '');
    truncateSync(path, 64 * MiB);
    const byteOffset = 63 * MiB;
    const { place } = params({});
    const unsaved = [{ byteOffset, bytes: new Uint8Array(Float32Array.of(-8).buffer) }];
    const edited = { ...place, unsaved };
    const expected = { index: [byteOffset / 4], leaf: 0, byteOffset, text: '-8.0', isWrapped: false };
    assert.equal(await runTask('find', params({})), null);
    assert.deepEqual(await runTask('find', params({ place: edited })), expected);
    assert.deepEqual(await runTask('find', params({ place: edited, isBackward: true })), expected);
    const from = { index: [byteOffset / 4 + 1], leaf: 0, byteOffset: byteOffset + 4 };
    assert.deepEqual(await runTask('find', params({ place: edited, from })), {
      ...expected,
      isWrapped: true,
    });
  });

  it('tells how far it is, and ends at once when it is aborted', async () => {
    writeFileSync(path, '');
    truncateSync(path, 2 ** 36);
    const abort = new AbortController();
    const told: number[] = [];
    const running = runTask('find', params({}, 2 ** 36), {
      signal: abort.signal,
      onProgress: (done, total) => {
        told.push(done / total);
        abort.abort();
      },
    });
    await assert.rejects(running, { kind: 'aborted' });
    assert.ok(told.length > 0 && told[0] > 0 && told[0] < 1);
  });

  it('rejects with what is wrong with the text, at its box', async () => {
    writeFileSync(path, new Uint8Array(16));
    await assert.rejects(runTask('find', params({ text: '1', tolerance: 'x' }, 16)), {
      kind: 'invalid-input',
      fields: { control: 'tolerance' },
    });
    await assert.rejects(runTask('find', params({ what: 'bytes', text: 'xyz' }, 16)), /not a byte pattern/);
  });
});
