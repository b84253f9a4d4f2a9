import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { InspectorError } from '../../core/errors';
import { javascriptRuntime } from '../../extension/debug/javascript/runtime';
import type { Observed } from '../../extension/debug/runtime';
import { type Debugged, debugNode, needsJsDebug } from './jsDebug';

const PROGRAM = `
class Samples extends Float32Array { get length() { throw new Error('user code ran'); } }
function stop() {
  const buffer = new ArrayBuffer(96);
  new Uint8Array(buffer).set(Array.from({ length: 96 }, (_, at) => (at * 7) % 256));
  const shared = new SharedArrayBuffer(32);
  const views = {};
  const i1 = new Int8Array(buffer, 3, 5), u1 = new Uint8Array(buffer, 3, 5), c1 = new Uint8ClampedArray(buffer, 1, 4);
  const i2 = new Int16Array(buffer, 2, 5), u2 = new Uint16Array(buffer, 2, 5);
  const i4 = new Int32Array(buffer, 4, 5), u4 = new Uint32Array(buffer, 4, 5);
  const i8 = new BigInt64Array(buffer, 8, 5), u8 = new BigUint64Array(buffer, 8, 5);
  const f4 = new Float32Array(buffer, 4, 5), f8 = new Float64Array(buffer, 16, 5);
  const samples = new Samples(buffer, 8, 3);
  const data = new DataView(buffer, 5, 6), node = Buffer.from([1, 2, 3, 4, 5]), onShared = new Uint16Array(shared, 4, 3);
  const large = new Uint8Array(1 << 20).map((_, at) => at % 251);
  const plain = [1, 2, 3], memory = new WebAssembly.Memory({ initial: 1 });
  debugger;
  return [buffer, i1, u1, c1, i2, u2, i4, u4, i8, u8, f4, f8, samples, data, node, onShared, large, plain, memory, views];
}
stop();
`;
const NAMES = ['i1', 'u1', 'c1', 'i2', 'u2', 'i4', 'u4', 'i8', 'u8', 'f4', 'f8', 'data', 'node', 'onShared'];

describe('a Node program under js-debug', function () {
  let folder: string;
  let debugged: Debugged | undefined;

  before(async function () {
    const debuggerFolder = needsJsDebug(this);
    folder = await mkdtemp(join(tmpdir(), 'ndarray-js-'));
    const program = join(folder, 'program.js');
    await writeFile(program, PROGRAM);
    debugged = await debugNode(debuggerFolder, program);
  });
  after(async () => {
    await debugged?.end();
    if (debugged) await rm(folder, { recursive: true });
  });

  const look = async (
    expression: string,
    digests = false,
    byteLength = 65536,
  ): Promise<Observed | InspectorError> => {
    const windows = [{ byteOffset: 0, byteLength }];
    const subjects = [{ key: 'a', expression, windows, digests }];
    return (await javascriptRuntime.observe(debugged!.frame, { subjects })).subjects.get('a')!;
  };
  const seen = async (...args: Parameters<typeof look>): Promise<Observed> => {
    const found = await look(...args);
    if (found instanceof InspectorError) throw found;
    return found;
  };
  const said = async (expression: string): Promise<unknown> => {
    const { session, frameId } = debugged!.frame;
    const args = { expression: `JSON.stringify(${expression})`, frameId, context: 'clipboard' };
    const { result } = (await session.customRequest('evaluate', args)) as { result: string };
    return JSON.parse(JSON.parse(result) as string);
  };

  it('gives every view its own place, and its buffer’s bytes', async () => {
    for (const name of NAMES) {
      const { description, windows } = await seen(name);
      const { layout, source } = description.facts;
      assert.deepEqual(
        [layout.offset, layout.shape[0] * layout.itemsize, source.byteLength],
        await said(`[${name}.byteOffset, ${name}.byteLength, ${name}.buffer.byteLength]`),
      );
      assert.deepEqual([...windows[0].bytes], await said(`[...new Uint8Array(${name}.buffer)]`));
      const subject = { key: 'a', expression: name, identity: description.identity };
      const window = { byteOffset: 3, byteLength: 7 };
      assert.deepEqual(
        await javascriptRuntime.read(debugged!.frame, subject, window),
        windows[0].bytes.slice(3, 10),
      );
      assert.equal(description.unreadable, undefined);
      assert.equal(description.canWrite, true);
    }
  });

  it('reads a subclass without running its code', async () => {
    const { description } = await seen('samples');
    assert.deepEqual([description.facts.typeName, description.facts.dtype], ['Samples', 'float32']);
    assert.deepEqual(description.facts.layout.shape, [3]);
  });

  it('reads a megabyte', async () => {
    const { windows } = await seen('large', false, 1 << 20);
    assert.equal(windows[0].bytes.length, 1 << 20);
    assert(windows[0].bytes.every((byte, at) => byte === at % 251));
  });

  it('stores bytes that the program then sees, and only over the old ones', async () => {
    const { description } = await seen('node.subarray(1)');
    const offset = description.facts.layout.offset;
    const subject = { key: 'a', expression: 'node.subarray(1)', identity: description.identity };
    const edit = { byteOffset: offset, oldBytes: new Uint8Array([2, 3]), newBytes: new Uint8Array([20, 30]) };
    await javascriptRuntime.write(debugged!.frame, subject, edit);
    assert.deepEqual(await said('[...node]'), [1, 20, 30, 4, 5]);
    await assert.rejects(
      javascriptRuntime.write(debugged!.frame, subject, edit),
      (error: unknown) => error instanceof InspectorError && error.kind === 'memory-changed',
    );
    const past = { ...edit, byteOffset: description.facts.source.byteLength - 1 };
    await assert.rejects(
      javascriptRuntime.write(debugged!.frame, subject, past),
      (error: unknown) => error instanceof InspectorError && error.kind === 'out-of-bounds',
    );
  });

  it('digests pages, so that one changed byte tells', async () => {
    const before = (await seen('large', true)).digests!;
    assert.equal(before.length, 256 * 8);
    await said('large[5000] ^= 1');
    const after = (await seen('large', true)).digests!;
    await said('large[5000] ^= 1');
    const changed = [...before.keys()].filter(at => before[at] !== after[at]);
    assert(changed.length > 0 && changed.every(at => Math.floor(at / 8) === 1));
  });

  it('lists the arrays of the frame', async () => {
    const { listing } = await javascriptRuntime.observe(debugged!.frame, {
      list: { limit: 50 },
      subjects: [],
    });
    const byName = new Map(listing!.arrays.map(array => [array.name, array]));
    assert.deepEqual([...byName.keys()].sort(), [...NAMES, 'buffer', 'shared', 'samples', 'large'].sort());
    assert.deepEqual(byName.get('f4')!.shape, [5]);
    assert.equal(byName.get('f4')!.viewOf, 'buffer');
    assert.equal(byName.get('onShared')!.viewOf, 'shared');
    assert.equal(byName.get('i1')!.memory!.owner.address, byName.get('f8')!.memory!.owner.address);
    assert.equal(
      listing!.arrays.every(({ scope }) => scope === 'local'),
      true,
    );
  });

  it('says why an expression is not an array', async () => {
    for (const [expression, message] of [
      ['plain', /plain array/],
      ['missing', /missing is not defined/],
      ['plain +', /SyntaxError/],
    ] as const) {
      const found = await look(expression);
      assert(found instanceof InspectorError);
      assert.equal(found.kind, 'not-inspectable');
      assert.match(found.message, message);
    }
  });

  it('is gone once it has ended', async () => {
    const { session, threadId } = debugged!.frame;
    await session.customRequest('continue', { threadId });
    await new Promise(accept => setTimeout(accept, 500));
    await assert.rejects(
      look('f4'),
      (error: unknown) =>
        error instanceof InspectorError && ['debuggee-gone', 'timed-out'].includes(error.kind),
    );
  });
});
