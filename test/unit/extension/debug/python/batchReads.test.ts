import assert from 'node:assert/strict';
import { batchedReads } from '../../../../../extension/debug/python/batchReads';
import { type ByteWindow, type Frame, MAX_REQUEST_BYTES } from '../../../../../extension/debug/runtime';

const frame = (frameId = 2): Frame => ({
  session: { id: 's', type: 'debugpy', customRequest: () => Promise.resolve() },
  capabilities: {},
  threadId: 1,
  frameId,
});
const x = { key: 'k', expression: 'x', identity: 'one' };
const at = (byteOffset: number, byteLength = 1): ByteWindow => ({ byteOffset, byteLength });

/** A `read` whose bytes are the offsets asked for; and the requests that were made. */
function counting() {
  const requests: (readonly ByteWindow[])[] = [];
  const read = batchedReads((_frame, _subject, windows) => {
    requests.push(windows);
    return Promise.resolve(windows.map(({ byteOffset }) => Uint8Array.of(byteOffset)));
  });
  return { read, requests };
}

describe('reads of one turn', () => {
  it('travel together, and each gets its own bytes', async () => {
    const { read, requests } = counting();
    const found = await Promise.all([7, 3, 5].map(offset => read(frame(), x, at(offset))));
    assert.deepEqual(found, [Uint8Array.of(7), Uint8Array.of(3), Uint8Array.of(5)]);
    assert.deepEqual(requests, [[at(7), at(3), at(5)]]);
  });

  it('travel apart where they are of another frame or another array', async () => {
    const { read, requests } = counting();
    const other = { ...x, identity: 'two' };
    await Promise.all([read(frame(), x, at(0)), read(frame(3), x, at(1)), read(frame(), other, at(2))]);
    assert.deepEqual(requests, [[at(0)], [at(1)], [at(2)]]);
  });

  it('are as many requests as their bytes need', async () => {
    const { read, requests } = counting();
    const half = MAX_REQUEST_BYTES / 2;
    await Promise.all([0, 1, 2].map(offset => read(frame(), x, at(offset, half))));
    assert.deepEqual(
      requests.map(windows => windows.length),
      [2, 1],
    );
  });

  it('fail together, and the next ones do not', async () => {
    let failures = 1;
    const read = batchedReads((_frame, _subject, windows) =>
      failures-- > 0
        ? Promise.reject(new Error('gone'))
        : Promise.resolve(windows.map(() => new Uint8Array())),
    );
    const both = await Promise.allSettled([read(frame(), x, at(0)), read(frame(), x, at(1))]);
    assert.deepEqual(
      both.map(({ status }) => status),
      ['rejected', 'rejected'],
    );
    assert.equal((await read(frame(), x, at(0))).length, 0);
  });
});
