import assert from 'node:assert/strict';
import { InspectorError } from '../../../../../core/errors';
import { javascriptRuntime } from '../../../../../extension/debug/javascript/runtime';
import type { ByteWindow, Frame, GivenLayout, Observed } from '../../../../../extension/debug/runtime';
import { program } from './program';

const look = async (
  frame: Frame,
  expression: string,
  wanted: { windows?: readonly ByteWindow[]; digests?: boolean; layout?: GivenLayout } = {},
): Promise<Observed | InspectorError> => {
  const subject = { key: 'a', expression, windows: [], digests: false, ...wanted };
  const { subjects } = await javascriptRuntime.observe(frame, { subjects: [subject] });
  return subjects.get('a')!;
};
const seen = async (...args: Parameters<typeof look>): Promise<Observed> => {
  const found = await look(...args);
  if (found instanceof InspectorError) throw found;
  return found;
};
const problem = async (...args: Parameters<typeof look>): Promise<InspectorError> => {
  const found = await look(...args);
  assert(found instanceof InspectorError);
  assert(found.action);
  return found;
};
const kind = (expected: string) => (error: unknown) =>
  error instanceof InspectorError && error.kind === expected && error.action !== undefined;

const buffer = new ArrayBuffer(64);
const bytes = new Uint8Array(buffer);
bytes.set(Array.from(bytes, (_, at) => at * 3));

describe('describing what is in a JavaScript program', () => {
  it('says dtype, shape and place of every kind of view, as its own slots do', async () => {
    const views: Record<string, [ArrayBufferView, string]> = {
      i1: [new Int8Array(buffer, 8, 3), 'int8'],
      u1: [new Uint8Array(buffer, 8, 3), 'uint8'],
      c1: [new Uint8ClampedArray(buffer, 8, 3), 'uint8'],
      i2: [new Int16Array(buffer, 8, 3), 'int16'],
      u2: [new Uint16Array(buffer, 8, 3), 'uint16'],
      i4: [new Int32Array(buffer, 8, 3), 'int32'],
      u4: [new Uint32Array(buffer, 8, 3), 'uint32'],
      i8: [new BigInt64Array(buffer, 8, 3), 'int64'],
      u8: [new BigUint64Array(buffer, 8, 3), 'uint64'],
      f4: [new Float32Array(buffer, 8, 3), 'float32'],
      f8: [new Float64Array(buffer, 8, 3), 'float64'],
    };
    const { frame } = program(
      Object.fromEntries(Object.entries(views).map(([name, [view]]) => [name, view])),
    );
    for (const [name, [view, dtype]] of Object.entries(views)) {
      const { description } = await seen(frame, name);
      const { facts } = description;
      assert.equal(facts.dtype, dtype);
      assert.equal(facts.typeName, view.constructor.name);
      const itemsize = view.byteLength / 3;
      assert.deepEqual(facts.layout, { shape: [3], strides: [itemsize], offset: 8, itemsize });
      assert.deepEqual(facts.flags, {
        C_CONTIGUOUS: true,
        F_CONTIGUOUS: true,
        OWNDATA: false,
        WRITEABLE: true,
        ALIGNED: true,
        WRITEBACKIFCOPY: false,
      });
      assert.deepEqual(facts.owners, [
        { name, typeName: view.constructor.name, byteLength: view.byteLength },
        { name: `${name}.buffer`, typeName: 'ArrayBuffer', byteLength: 64 },
      ]);
      assert.equal(facts.source.byteLength, 64);
      assert.equal(facts.source.address, undefined);
      assert.equal(description.asksLayout, false);
      assert.equal(description.canWrite, true);
    }
  });

  it('takes buffers as bytes whose layout is the user’s to give', async () => {
    const variables = {
      whole: buffer,
      shared: new SharedArrayBuffer(16),
      data: new DataView(buffer, 5, 7),
      node: Buffer.from(buffer, 3, 4),
    };
    const { frame } = program(variables);
    const shapes = { whole: [64, 0], shared: [16, 0], data: [7, 5], node: [4, 3] } as const;
    for (const [name, [length, offset]] of Object.entries(shapes)) {
      const { facts, asksLayout } = (await seen(frame, name)).description;
      assert.equal(facts.dtype, 'uint8');
      assert.deepEqual(facts.layout, { shape: [length], strides: [1], offset, itemsize: 1 });
      assert.equal(asksLayout, true);
    }
    const own = await seen(frame, 'whole');
    assert.equal(own.description.facts.flags.OWNDATA, true);
    assert.equal(own.description.facts.owners.length, 1);
    const { notes, facts } = (await seen(frame, 'shared')).description;
    assert.equal(facts.typeName, 'SharedArrayBuffer');
    assert.match(notes[0], /other threads/);
  });

  it('draws a given layout from byte 0 of the owner', async () => {
    const layout = { dtype: '<i2', shape: [2, 3], order: 'F', offset: 4 } as const;
    const { facts } = (await seen(program({ whole: buffer }).frame, 'whole', { layout })).description;
    assert.equal(facts.dtype, 'int16');
    assert.deepEqual(facts.layout, { shape: [2, 3], strides: [2, 4], offset: 4, itemsize: 2 });
    assert.equal(facts.flags.C_CONTIGUOUS, false);
    const mistake = await problem(program({ whole: buffer }).frame, 'whole', {
      layout: { ...layout, dtype: 'flaot' },
    });
    assert.equal(mistake.kind, 'invalid-dtype');
  });

  it('believes no class about itself, and runs none of its code', async () => {
    let ran = 0;
    class Liar extends Float32Array {
      override get length(): number {
        return ++ran;
      }
      override get byteOffset(): number {
        return ++ran;
      }
      override get buffer(): ArrayBuffer {
        ran++;
        return new ArrayBuffer(1);
      }
      override get [Symbol.toStringTag](): 'Float32Array' {
        ran++;
        return 'Int8Array' as 'Float32Array';
      }
    }
    const { frame } = program({ liar: new Liar(buffer, 16, 2) });
    const found = await seen(frame, 'liar', { windows: [{ byteOffset: 16, byteLength: 8 }], digests: true });
    assert.equal(found.description.facts.dtype, 'float32');
    assert.equal(found.description.facts.typeName, 'Liar');
    assert.deepEqual(found.description.facts.layout.shape, [2]);
    assert.deepEqual(found.windows[0].bytes, bytes.slice(16, 24));
    assert.equal(ran, 0);
  });

  it('takes any expression, with a comment at its end, too', async () => {
    const { frame } = program({ rows: [new Int16Array(4), new Int16Array(buffer, 2, 5)] });
    const { facts } = (await seen(frame, 'rows[1].subarray(1) // the second')).description;
    assert.deepEqual(facts.layout, { shape: [4], strides: [2], offset: 4, itemsize: 2 });
  });

  it('says why there is nothing to draw', async () => {
    const gone = new ArrayBuffer(8);
    structuredClone(gone, { transfer: [gone] });
    const { frame } = program({ plain: [1, 2], gone, number: 5, nothing: null });
    assert.match((await problem(frame, 'plain')).action!, /Float64Array\.from\(plain\)/);
    assert.match((await problem(frame, 'gone')).message, /detached/);
    assert.match((await problem(frame, 'number')).message, /number is number/);
    assert.match((await problem(frame, 'nothing')).message, /is null/);
    assert.match((await problem(frame, 'missing')).message, /ReferenceError: missing is not defined/);
    assert.match((await problem(frame, 'plain +')).message, /SyntaxError/);
    for (const expression of ['plain', 'missing', 'plain +'])
      assert.equal((await problem(frame, expression)).kind, 'not-inspectable');
  });
});

describe('bytes of a JavaScript program', () => {
  const variables = { view: new Float32Array(buffer, 8, 4) };
  const subject = (identity: string) => ({ key: 'a', expression: 'view', identity });

  it('are those of the owner, and parts outside of it are left out', async () => {
    const windows = [
      { byteOffset: -4, byteLength: 12 },
      { byteOffset: 60, byteLength: 100 },
      { byteOffset: 64, byteLength: 8 },
    ];
    const found = await seen(program(variables).frame, 'view', { windows });
    assert.deepEqual(found.windows, [
      { byteOffset: 0, bytes: bytes.slice(0, 8) },
      { byteOffset: 60, bytes: bytes.slice(60) },
    ]);
  });

  it('come by reference where they are many', async () => {
    const large = new Uint8Array(600000).map((_, at) => at % 251);
    const { frame, commands } = program({ large });
    const windows = [
      { byteOffset: 1000, byteLength: 300000 },
      { byteOffset: 599990, byteLength: 300000 },
    ];
    const found = await seen(frame, 'large', { windows });
    assert.deepEqual(
      found.windows.map(({ bytes: read }) => read),
      [large.slice(1000, 301000), large.slice(599990)],
    );
    assert(commands.includes('readMemory'));
  });

  it('are read where the array is still the same, and not otherwise', async () => {
    const mutable: Record<string, unknown> = { ...variables };
    const { frame } = program(mutable);
    const { identity } = (await seen(frame, 'view')).description;
    const window = { byteOffset: 4, byteLength: 6 };
    assert.deepEqual(await javascriptRuntime.read(frame, subject(identity), window), bytes.slice(4, 10));
    mutable.view = new Float32Array(buffer, 8, 3);
    await assert.rejects(javascriptRuntime.read(frame, subject(identity), window), kind('memory-changed'));
    mutable.view = 5;
    await assert.rejects(javascriptRuntime.read(frame, subject(identity), window));
  });

  it('are not read past the end', async () => {
    const { frame } = program(variables);
    const { identity } = (await seen(frame, 'view')).description;
    const window = { byteOffset: 60, byteLength: 5 };
    await assert.rejects(javascriptRuntime.read(frame, subject(identity), window), kind('out-of-bounds'));
  });

  it('are stored where the old ones are still there', async () => {
    const own = { view: new Uint8Array([1, 2, 3, 4]) };
    const { frame } = program(own);
    const { identity } = (await seen(frame, 'view')).description;
    const edit = { byteOffset: 1, oldBytes: new Uint8Array([2, 3]), newBytes: new Uint8Array([8, 9]) };
    await javascriptRuntime.write(frame, subject(identity), edit);
    assert.deepEqual([...own.view], [1, 8, 9, 4]);
    await assert.rejects(javascriptRuntime.write(frame, subject(identity), edit), kind('memory-changed'));
    const late = { ...edit, byteOffset: 3 };
    await assert.rejects(javascriptRuntime.write(frame, subject(identity), late), kind('out-of-bounds'));
    assert.deepEqual([...own.view], [1, 8, 9, 4]);
  });

  it('stay unread, and unasked for, where the debugger has no memory', async () => {
    const { frame, commands } = program(variables, { memory: false });
    const found = await seen(frame, 'view', { windows: [{ byteOffset: 0, byteLength: 8 }] });
    assert.equal(found.description.unreadable, 'the debugger cannot read memory');
    assert.equal(found.description.canWrite, false);
    assert.deepEqual(found.windows, []);
    assert.equal(found.description.facts.dtype, 'float32');
    const edit = { byteOffset: 0, oldBytes: new Uint8Array(1), newBytes: new Uint8Array(1) };
    const { identity } = found.description;
    await assert.rejects(javascriptRuntime.write(frame, subject(identity), edit), kind('read-only'));
    assert(!commands.includes('readMemory') && !commands.includes('writeMemory'));
  });

  it('have a digest for each page, which one changed byte changes', async () => {
    const large = { large: new Uint8Array(3 * 4096 + 5).map((_, at) => at % 251) };
    const { frame } = program(large);
    const before = (await seen(frame, 'large', { digests: true })).digests!;
    assert.equal(before.length, 4 * 8);
    assert.deepEqual((await seen(frame, 'large', { digests: true })).digests, before);
    for (const [at, page] of [
      [4096, 1],
      [3 * 4096 - 1, 2],
      [3 * 4096 + 4, 3],
    ]) {
      large.large[at] ^= 1;
      const after = (await seen(frame, 'large', { digests: true })).digests!;
      for (let each = 0; each < 4; each++) {
        const part = (of: Uint8Array): string =>
          Buffer.from(of.slice(each * 8, each * 8 + 8)).toString('hex');
        assert.equal(part(after) === part(before), each !== page);
      }
      large.large[at] ^= 1;
    }
  });
});

describe('listing a JavaScript frame', () => {
  it('tells arrays with their places, and which buffers they share', async () => {
    const variables = {
      x: new Float32Array(buffer, 8, 4),
      count: 3,
      whole: buffer,
      other: new Int16Array(2),
      plain: [1],
    };
    const { listing } = await javascriptRuntime.observe(program(variables).frame, {
      list: { limit: 10 },
      subjects: [],
    });
    assert.equal(listing!.more, 0);
    assert.deepEqual(
      listing!.arrays.map(({ name, dtype, shape, viewOf }) => ({ name, dtype, shape, viewOf })),
      [
        { name: 'x', dtype: 'float32', shape: [4], viewOf: 'whole' },
        { name: 'whole', dtype: 'uint8', shape: [64], viewOf: undefined },
        { name: 'other', dtype: 'int16', shape: [2], viewOf: undefined },
      ],
    );
    const [x, whole, other] = listing!.arrays.map(array => array.memory!);
    assert.equal(x.owner.address, whole.owner.address);
    assert.notEqual(x.owner.address, other.owner.address);
    assert.equal(x.address, x.owner.address + 8n);
  });

  it('stops at the limit and counts the rest', async () => {
    const variables = { a: new Int8Array(1), b: new Int8Array(1), c: new Int8Array(1) };
    const { listing } = await javascriptRuntime.observe(program(variables).frame, {
      list: { limit: 2 },
      subjects: [],
    });
    assert.deepEqual([listing!.arrays.map(({ name }) => name), listing!.more], [['a', 'b'], 1]);
  });

  it('tells what the variables’ texts say where the frame cannot be evaluated', async () => {
    const { frame } = program({ x: new Float32Array(3), n: 1 }, { refuses: ['evaluate'] });
    const { listing } = await javascriptRuntime.observe(frame, { list: { limit: 9 }, subjects: [] });
    assert.deepEqual(listing!.arrays, [
      { name: 'x', scope: 'local', typeName: 'Float32Array', dtype: 'float32', shape: [3] },
    ]);
  });
});
