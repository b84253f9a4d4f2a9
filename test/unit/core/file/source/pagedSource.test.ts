import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Abortable, ByteSource } from '../../../../../core/bytes';
import { InspectorError } from '../../../../../core/errors';
import { memorySource } from '../../../../../core/file/source/memorySource';
import { pagedSource } from '../../../../../core/file/source/pagedSource';

const bytes = Uint8Array.from({ length: 1000 }, (_, k) => (k * 7) % 251);

/** A source that records what it is asked, and answers when it is let. */
function slowSource(content: Uint8Array): ByteSource & {
  readonly asked: [offset: number, length: number][];
  readonly signals: (Abortable | undefined)[];
  answer(): void;
  fail(): void;
  content: Uint8Array;
} {
  let waiting: { accept: () => void; reject: (error: Error) => void }[] = [];
  return {
    content,
    asked: [],
    signals: [],
    get byteLength() {
      return this.content.length;
    },
    read(byteOffset, byteLength, signal) {
      this.asked.push([byteOffset, byteLength]);
      this.signals.push(signal);
      return new Promise((resolve, reject) => {
        const part = this.content.slice(byteOffset, byteOffset + byteLength);
        waiting.push({ accept: () => resolve(part), reject });
        signal?.addEventListener('abort', () => reject(new InspectorError('aborted', 'the source stopped')));
      });
    },
    answer() {
      waiting.forEach(({ accept }) => accept());
      waiting = [];
    },
    fail() {
      waiting.forEach(({ reject }) => reject(new InspectorError('file-unreadable', 'the disk is gone')));
      waiting = [];
    },
  };
}

const kindOf = (promise: Promise<unknown>): Promise<string> =>
  promise.then(
    () => 'fine',
    (error: unknown) => (error as InspectorError).kind,
  );

describe('pages of a source', () => {
  it('give the bytes of the source, whatever was read before', async () => {
    const range = fc.tuple(fc.nat(1000), fc.nat(300));
    await fc.assert(
      fc.asyncProperty(
        fc.array(range, { maxLength: 20 }),
        fc.integer({ min: 1, max: 90 }),
        fc.integer({ min: 1, max: 9 }),
        async (ranges, pageSize, maxPages) => {
          const source = pagedSource(memorySource(bytes), { pageSize, maxPages });
          const reads = ranges.map(async ([offset, wanted]) => {
            const length = Math.min(wanted, bytes.length - offset);
            assert.deepEqual(await source.read(offset, length), bytes.slice(offset, offset + length));
          });
          await Promise.all(reads);
        },
      ),
    );
  });

  it('are read once, whole, and neighbours together', async () => {
    const slow = slowSource(bytes);
    const source = pagedSource(slow, { pageSize: 100 });
    const reading = source.read(150, 200);
    slow.answer();
    await reading;
    assert.deepEqual(slow.asked, [[100, 300]]);
    await source.read(100, 300);
    assert.deepEqual(slow.asked, [[100, 300]]);
    assert.equal(source.bytesRead, 300);
    const around = source.read(0, 1000);
    assert.deepEqual(slow.asked.slice(1), [
      [0, 100],
      [400, 600],
    ]);
    slow.answer();
    assert.deepEqual(await around, bytes);
  });

  it('stop at the end of the source, and are read again when it has grown', async () => {
    const slow = slowSource(bytes.slice(0, 250));
    const source = pagedSource(slow, { pageSize: 100 });
    const short = source.read(210, 40);
    slow.answer();
    await short;
    assert.deepEqual(slow.asked, [[200, 50]]);
    slow.content = bytes;
    const long = source.read(210, 80);
    slow.answer();
    assert.deepEqual(await long, bytes.slice(210, 290));
    assert.deepEqual(slow.asked[1], [200, 100]);
  });

  it('are forgotten, the least recently used first', async () => {
    const source = pagedSource(memorySource(bytes), { pageSize: 100, maxPages: 2 });
    for (const page of [0, 1, 0, 2]) await source.read(page * 100, 1);
    assert.equal(source.bytesRead, 300);
    await source.read(0, 1);
    assert.equal(source.bytesRead, 300, 'page 0 was used last but one');
    await source.read(100, 1);
    assert.equal(source.bytesRead, 400);
  });

  it('are passed by when one read needs more of them than are kept', async () => {
    const source = pagedSource(memorySource(bytes), { pageSize: 10, maxPages: 3 });
    assert.deepEqual(await source.read(5, 900), bytes.slice(5, 905));
    assert.equal(source.bytesRead, 900);
  });

  it('on their way are waited for together', async () => {
    const slow = slowSource(bytes);
    const source = pagedSource(slow, { pageSize: 100 });
    const both = Promise.all([source.read(0, 150), source.read(120, 30)]);
    assert.deepEqual(slow.asked, [[0, 200]]);
    slow.answer();
    const [first, second] = await both;
    assert.deepEqual([first, second], [bytes.slice(0, 150), bytes.slice(120, 150)]);
  });

  it('that one reader gives up still reach the other', async () => {
    const slow = slowSource(bytes);
    const source = pagedSource(slow, { pageSize: 100 });
    const controller = new AbortController();
    const given = kindOf(source.read(0, 50, controller.signal));
    const kept = source.read(20, 50);
    controller.abort();
    assert.equal(await given, 'aborted');
    assert.equal(slow.signals[0]?.aborted, false);
    slow.answer();
    assert.deepEqual(await kept, bytes.slice(20, 70));
  });

  it('that every reader gives up are not read any further, and can be read again', async () => {
    const slow = slowSource(bytes);
    const source = pagedSource(slow, { pageSize: 100 });
    const controller = new AbortController();
    const readers = [
      kindOf(source.read(0, 50, controller.signal)),
      kindOf(source.read(20, 50, controller.signal)),
    ];
    controller.abort();
    assert.deepEqual(await Promise.all(readers), ['aborted', 'aborted']);
    assert.equal(slow.signals[0]?.aborted, true);
    const again = source.read(0, 50);
    slow.answer();
    assert.deepEqual(await again, bytes.slice(0, 50));
    assert.equal(await kindOf(source.read(0, 50, controller.signal)), 'aborted');
  });

  it('that could not be read fail their readers, and are tried again', async () => {
    const slow = slowSource(bytes);
    const source = pagedSource(slow, { pageSize: 100 });
    const readers = [kindOf(source.read(0, 50)), kindOf(source.read(20, 500))];
    slow.fail();
    assert.deepEqual(await Promise.all(readers), ['file-unreadable', 'file-unreadable']);
    const again = source.read(0, 50);
    slow.answer();
    assert.deepEqual(await again, bytes.slice(0, 50));
  });

  it('read before an invalidation are not remembered after it', async () => {
    const slow = slowSource(bytes);
    const source = pagedSource(slow, { pageSize: 100 });
    const before = source.read(0, 50);
    source.invalidate();
    slow.content = bytes.map(byte => 255 - byte);
    const after = source.read(0, 50);
    slow.answer();
    assert.deepEqual(await before, bytes.slice(0, 50));
    assert.deepEqual(await after, slow.content.slice(0, 50));
    assert.deepEqual(await source.read(0, 50), slow.content.slice(0, 50));
    assert.equal(slow.asked.length, 2);
    source.invalidate();
    void source.read(0, 50);
    assert.equal(slow.asked.length, 3);
    slow.answer();
  });

  it('outside the source are refused', async () => {
    const source = pagedSource(memorySource(bytes));
    assert.equal(await kindOf(source.read(990, 11)), 'out-of-bounds');
    assert.equal(await kindOf(source.read(-1, 1)), 'out-of-bounds');
    assert.equal((await source.read(1000, 0)).length, 0);
    assert.equal(source.bytesRead, 0);
  });
});
