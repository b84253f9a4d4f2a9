import assert from 'node:assert/strict';
import { InspectorError } from '../../core/errors';
import { nativeRuntime } from '../../extension/debug/native/runtime';
import type { GivenLayout, Observed } from '../../extension/debug/runtime';
import { debugNative, type Native } from './lldbDap';

const SOURCE = `
#include <array>
#include <complex>
#include <csignal>
#include <cstdint>
#include <vector>
struct Point { double x; int y; };
using Grid = double[2][3];
int main() {
  double a[3][4];
  for (int i = 0; i < 12; i++) a[i / 4][i % 4] = i * 1.5;
  const int64_t k[3] = {1, -2, 3};
  std::vector<float> v{1.5f, 2.5f, 3.5f};
  std::vector<double> empty;
  std::vector<bool> bits{true, false};
  std::vector<std::array<int16_t, 2>> pairs{{1, 2}, {3, 4}};
  std::vector<float> &v_reference = v;
  double (&a_reference)[3][4] = a;
  double (*row)[4] = &a[1];
  std::array<std::array<int, 3>, 2> s{{{1, 2, 3}, {4, 5, 6}}};
  std::complex<float> c[2] = {{1, 2}, {3, 4}};
  int16_t *p = new int16_t[20];
  for (int i = 0; i < 20; i++) p[i] = i;
  void *raw = p;
  float *null = nullptr;
  float *wild = reinterpret_cast<float *>(0x10);
  Point points[2] = {{1, 2}, {3, 4}};
  std::vector<Point> point_vector{{1, 2}, {3, 4}, {5, 6}};
  Grid grid = {{1, 2, 3}, {4, 5, 6}};
  std::vector<int> many(600000, 7);
  double number = 2.5;
  raise(SIGTRAP);
  return int(a[0][0] + k[0] + v[0] + p[0] + number);
}
`;

const little = (text: string, values: readonly number[]): Uint8Array => {
  const make = { f4: Float32Array, f8: Float64Array, i2: Int16Array, i4: Int32Array }[text]!;
  return new Uint8Array(new make(values).buffer);
};
const kind = (expected: string) => (error: unknown) =>
  error instanceof InspectorError && error.kind === expected && error.action !== undefined;

describe('a C++ program under lldb-dap', function () {
  let native: Native | undefined;
  before(async function () {
    native = await debugNative(this, SOURCE);
  });
  after(() => native?.end());

  const look = async (
    expression: string,
    wanted: { digests?: boolean; layout?: GivenLayout } = {},
  ): Promise<Observed | InspectorError> => {
    const windows = [{ byteOffset: 0, byteLength: 65536 }];
    const subjects = [{ key: 'a', expression, windows, digests: false, ...wanted }];
    return (await nativeRuntime.observe(native!.frame, { subjects })).subjects.get('a')!;
  };
  const seen = async (...args: Parameters<typeof look>): Promise<Observed> => {
    const found = await look(...args);
    if (found instanceof InspectorError) throw found;
    return found;
  };

  it('gives arrays with dtype, shape and bytes', async () => {
    const a = Array.from({ length: 12 }, (_, at) => at * 1.5);
    for (const [expression, dtype, shape, bytes] of [
      ['a', 'float64', [3, 4], little('f8', a)],
      ['a[1]', 'float64', [4], little('f8', a.slice(4, 8))],
      ['a_reference', 'float64', [3, 4], little('f8', a)],
      ['v', 'float32', [3], little('f4', [1.5, 2.5, 3.5])],
      ['v_reference', 'float32', [3], little('f4', [1.5, 2.5, 3.5])],
      ['empty', 'float64', [0], undefined],
      ['pairs', 'int16', [2, 2], little('i2', [1, 2, 3, 4])],
      ['s', 'int32', [2, 3], little('i4', [1, 2, 3, 4, 5, 6])],
      ['c', 'complex64', [2], little('f4', [1, 2, 3, 4])],
      ['grid', 'float64', [2, 3], little('f8', [1, 2, 3, 4, 5, 6])],
      ['number', 'float64', [], little('f8', [2.5])],
    ] as const) {
      const { description, windows } = await seen(expression);
      const { facts } = description;
      assert.deepEqual([facts.dtype, facts.layout.shape], [dtype, shape], expression);
      assert.deepEqual(windows.at(0)?.bytes, bytes, expression);
      assert.equal(facts.flags.C_CONTIGUOUS, true);
      assert.equal(description.asksLayout, false);
      assert.equal(facts.source.byteLength, bytes?.length ?? 0);
      if (bytes) assert.match(facts.source.address!, /^\d+$/);
    }
  });

  it('gives what pointers point at, as far as is asked for', async () => {
    const { description, windows } = await seen('p');
    assert.deepEqual([description.facts.dtype, description.facts.layout.shape], ['int16', [16]]);
    assert.deepEqual(
      windows[0].bytes,
      little(
        'i2',
        Array.from({ length: 16 }, (_, at) => at),
      ),
    );
    assert.equal(description.asksLayout, true);
    assert.match(description.notes[0], /16 are shown/);
    const layout = { dtype: 'int16', shape: [4, 5], order: 'F', offset: 0 } as const;
    const given = await seen('p', { layout });
    assert.deepEqual(given.description.facts.layout.strides, [2, 8]);
    assert.deepEqual(
      given.windows[0].bytes,
      little(
        'i2',
        Array.from({ length: 20 }, (_, at) => at),
      ),
    );
    const raw = await seen('raw', { layout });
    assert.deepEqual(raw.windows[0].bytes, given.windows[0].bytes);
    const row = await seen('row', { layout: { dtype: 'f8', shape: [4], order: 'C', offset: 0 } });
    assert.deepEqual(row.windows[0].bytes, little('f8', [6, 7.5, 9, 10.5]));
  });

  it('gives structs as bytes, as many as they have', async () => {
    const { description, windows } = await seen('points');
    assert.deepEqual([description.facts.dtype, description.facts.layout.shape], ['uint8', [32]]);
    assert.equal(description.asksLayout, true);
    assert.match(description.notes[0], /Point\[2\] has no dtype/);
    const vector = await seen('point_vector');
    assert.deepEqual(vector.description.facts.layout.shape, [48]);
    assert.equal(new DataView(vector.windows[0].bytes.buffer).getFloat64(32, true), 5);
    const one = await seen('points[1]');
    assert.deepEqual(one.description.facts.layout.shape, [16]);
    assert.equal(new DataView(windows[0].bytes.buffer).getFloat64(16, true), 3);
  });

  it('says what cannot be read', async () => {
    const { description, windows } = await seen('wild');
    assert.deepEqual(windows, []);
    assert.match(description.notes.join(' '), /bytes 0 to 63 cannot be read/);
    const subject = { key: 'a', expression: 'wild', identity: description.identity };
    await assert.rejects(
      nativeRuntime.read(native!.frame, subject, { byteOffset: 0, byteLength: 8 }),
      kind('not-inspectable'),
    );
    for (const [expression, message] of [
      ['null', /null pointer/],
      ['bits', /packs its bools/],
      ['missing', /undeclared identifier/],
      ['a +', /expected expression/],
    ] as const) {
      const found = await look(expression);
      assert(found instanceof InspectorError && found.action);
      assert.equal(found.kind, 'not-inspectable');
      assert.match(found.message, message);
    }
  });

  it('reads and digests more than one request’s worth', async () => {
    const { description, digests } = await seen('many', { digests: true });
    const { byteLength } = description.facts.source;
    assert.equal(byteLength, 2400000);
    assert.equal(digests!.length, Math.ceil(byteLength / 4096) * 8);
    const subject = { key: 'a', expression: 'many', identity: description.identity };
    const window = { byteOffset: byteLength - (1 << 20), byteLength: 1 << 20 };
    const bytes = await nativeRuntime.read(native!.frame, subject, window);
    assert(new Int32Array(bytes.buffer).every(item => item === 7));
    const past = { ...window, byteOffset: window.byteOffset + 1 };
    await assert.rejects(nativeRuntime.read(native!.frame, subject, past), kind('out-of-bounds'));
  });

  it('stores bytes over the old ones only, and no constants', async () => {
    const { description } = await seen('v');
    assert.equal(description.canWrite, true);
    const subject = { key: 'a', expression: 'v', identity: description.identity };
    const edit = { byteOffset: 4, oldBytes: little('f4', [2.5]), newBytes: little('f4', [20]) };
    await nativeRuntime.write(native!.frame, subject, edit);
    assert.deepEqual((await seen('v')).windows[0].bytes, little('f4', [1.5, 20, 3.5]));
    await assert.rejects(nativeRuntime.write(native!.frame, subject, edit), kind('memory-changed'));
    const other = { ...subject, expression: 'v_reference' };
    await assert.rejects(nativeRuntime.write(native!.frame, other, edit), kind('memory-changed'));
    const constant = (await seen('k')).description;
    assert.equal(constant.canWrite, false);
    assert.equal(constant.facts.flags.WRITEABLE, false);
    await assert.rejects(
      nativeRuntime.write(native!.frame, { key: 'a', expression: 'k', identity: constant.identity }, edit),
      kind('read-only'),
    );
  });

  it('lists the arrays of the frame', async () => {
    const { listing } = await nativeRuntime.observe(native!.frame, { list: { limit: 50 }, subjects: [] });
    const byName = new Map(listing!.arrays.map(array => [array.name, array]));
    const names = [
      'a',
      'a_reference',
      'bits',
      'c',
      'empty',
      'k',
      'many',
      'pairs',
      'point_vector',
      'points',
      's',
      'v',
      'v_reference',
    ];
    assert.deepEqual([...byName.keys()].sort(), names);
    assert.deepEqual(byName.get('a')!.shape, [3, 4]);
    assert.deepEqual(byName.get('many')!.shape, [600000]);
    assert.equal(byName.get('a')!.memory!.address, byName.get('a_reference')!.memory!.address);
    const { facts } = (await seen('a')).description;
    assert.equal(String(byName.get('a')!.memory!.address), facts.source.address);
  });

  it('is gone once it has ended', async () => {
    const { session, threadId } = native!.frame;
    await session.customRequest('continue', { threadId });
    await new Promise(accept => setTimeout(accept, 500));
    await assert.rejects(look('a'), kind('debuggee-gone'));
  });
});
