import assert from 'node:assert/strict';
import { InspectorError } from '../../../../core/errors';
import { clip, readExactly, readAvailable, writeChecked } from '../../../../extension/debug/memoryReference';
import type { Frame } from '../../../../extension/debug/runtime';

interface Asked {
  readonly offset: number;
  readonly count: number;
  readonly data?: string;
}

/** An adapter that gives at most `most` bytes an answer, none from `readable` on, and stores only where `stores`. */
function adapter(
  bytes: Uint8Array,
  { most = 1000, readable = bytes.length, stores = true, capable = true } = {},
): { frame: Frame; commands: string[] } {
  const commands: string[] = [];
  const customRequest = async (command: string, args?: unknown): Promise<unknown> => {
    commands.push(command);
    await Promise.resolve();
    const { offset, count, data } = args as Asked;
    if (command === 'writeMemory') {
      if (stores) bytes.set(Buffer.from(data!, 'base64'), offset);
      return { bytesWritten: 1 << 20 };
    }
    const part = bytes.slice(offset, Math.min(readable, offset + Math.min(most, count)));
    if (part.length === 0) return { address: '0x0', unreadableBytes: count };
    return { address: '0x0', data: Buffer.from(part).toString('base64') };
  };
  const session = { id: 's', type: 'lldb-dap', customRequest };
  const capabilities = { supportsReadMemoryRequest: capable, supportsWriteMemoryRequest: capable };
  return { frame: { session, capabilities, threadId: 1, frameId: 1 }, commands };
}

const kind = (expected: string) => (error: unknown) =>
  error instanceof InspectorError && error.kind === expected && error.action !== undefined;
const bytes = (): Uint8Array => new Uint8Array(5000).map((_, at) => at % 251);
const memory = { reference: '0x10', byteLength: 5000 };

describe('memory by reference', () => {
  it('is asked for again where an answer is short', async () => {
    const { frame, commands } = adapter(bytes());
    const read = await readExactly(frame, memory, { byteOffset: 100, byteLength: 4500 });
    assert.deepEqual(read, bytes().slice(100, 4600));
    assert.equal(commands.length, 5);
  });

  it('ends where it cannot be read, and says so', async () => {
    const { frame } = adapter(bytes(), { readable: 2048 });
    const window = { byteOffset: 2000, byteLength: 100 };
    const found = await readAvailable(frame, memory, window);
    assert.deepEqual(found.bytes, bytes().slice(2000, 2048));
    assert.equal(found.unreadable, 'bytes 2048 to 2099 cannot be read');
    await assert.rejects(readExactly(frame, memory, window), kind('not-inspectable'));
  });

  it('is never asked for past its end, nor of an adapter that has none', async () => {
    const { frame, commands } = adapter(bytes());
    for (const [byteOffset, byteLength] of [
      [-1, 4],
      [4999, 2],
    ])
      await assert.rejects(readExactly(frame, memory, { byteOffset, byteLength }), kind('out-of-bounds'));
    const many = { byteOffset: 0, byteLength: (1 << 20) + 1 };
    await assert.rejects(readExactly(frame, { ...memory, byteLength: 1 << 21 }, many), kind('too-large'));
    const without = adapter(bytes(), { capable: false });
    const edit = { byteOffset: 0, oldBytes: new Uint8Array(1), newBytes: new Uint8Array(1) };
    await assert.rejects(readExactly(without.frame, memory, { byteOffset: 0, byteLength: 1 }));
    await assert.rejects(writeChecked(without.frame, memory, edit), kind('read-only'));
    assert.deepEqual([...commands, ...without.commands], []);
  });

  it('is believed to be stored only where it reads back', async () => {
    const edit = { byteOffset: 1, oldBytes: new Uint8Array([1, 2]), newBytes: new Uint8Array([8, 9]) };
    const own = bytes();
    await writeChecked(adapter(own).frame, memory, edit);
    assert.deepEqual([...own.slice(0, 4)], [0, 8, 9, 3]);
    await assert.rejects(writeChecked(adapter(own).frame, memory, edit), kind('memory-changed'));
    await assert.rejects(
      writeChecked(adapter(bytes(), { stores: false }).frame, memory, edit),
      kind('read-only'),
    );
    const longer = { ...edit, newBytes: new Uint8Array(3) };
    await assert.rejects(writeChecked(adapter(own).frame, memory, longer), kind('invalid-input'));
  });

  it('clips windows to what there is', () => {
    assert.deepEqual(clip({ byteOffset: -5, byteLength: 10 }, 100), { byteOffset: 0, byteLength: 5 });
    assert.deepEqual(clip({ byteOffset: 95, byteLength: 10 }, 100), { byteOffset: 95, byteLength: 5 });
    assert.deepEqual(clip({ byteOffset: 200, byteLength: 10 }, 100), { byteOffset: 100, byteLength: 0 });
  });
});
