/** The Python runtime against a real debugpy, with the Python of the tests and with an older one where there is one. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { InspectorError } from '../../core/errors';
import { pythonRuntime } from '../../extension/debug/python/runtime';
import type { Observed } from '../../extension/debug/runtime';
import type { PythonProgram } from './debugpy';
import { debugPython, helperSource } from './debugpy';

const PYTHONS = {
  'the Python of the tests': process.env.NDARRAY_TEST_PYTHON ?? 'python3',
  'an older Python, NumPy and debugpy': process.env.NDARRAY_OLD_PYTHON,
};

const SOURCE = `
import numpy as np
def work():
    x = np.arange(12.0).reshape(3, 4)
    y = x[::-1, ::2]
    huge = np.zeros(1 << 29)
    names = [1, 'two', 3.0]
    breakpoint()
    x[0, 1] = 77
    x = np.ones(5)
    breakpoint()
    for k in range(220):
        x[k % 5] += 1
        breakpoint()
work()
`;

const kind = (expected: string) => (error: unknown) =>
  error instanceof InspectorError && error.kind === expected;

for (const [which, python] of Object.entries(PYTHONS)) {
  describe(`a Python program under debugpy: ${which}`, () => {
    const runtime = pythonRuntime(helperSource);
    let program: PythonProgram;

    before(async function () {
      program = await debugPython(this, python, SOURCE);
    });
    after(() => (program as PythonProgram | undefined)?.end());

    const look = async (expression: string, length = 0): Promise<Observed> => {
      const windows = [{ byteOffset: 0, byteLength: length }];
      const subject = { key: 'k', expression, windows, digests: false };
      const found = (await runtime.observe(program.frame, { subjects: [subject] })).subjects.get('k');
      if (!found || found instanceof InspectorError) throw found ?? new Error('no answer');
      return found;
    };
    const doubles = (bytes: Uint8Array): number[] => [...new Float64Array(bytes.slice().buffer)];

    it('describes a view by its strides over its owner', async () => {
      const { description, windows } = await look('y', 96);
      assert.deepEqual(
        { ...description.facts.layout },
        { shape: [3, 2], strides: [-32, 16], offset: 64, itemsize: 8 },
      );
      assert.equal(description.facts.source.byteLength, 96);
      assert.deepEqual(doubles(windows[0].bytes), [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]);
    });

    it('lists the frame, and all of it in the same evaluation as the subjects', async () => {
      const { listing } = await runtime.observe(program.frame, { list: { limit: 50 }, subjects: [] });
      const arrays = listing!.arrays.filter(({ scope }) => scope === 'local');
      assert.deepEqual(
        arrays.map(({ name }) => name),
        ['x', 'y', 'huge'],
      );
      assert.equal(arrays[0].memory!.owner.address, arrays[1].memory!.owner.address);
    });

    it('reads and writes bytes of the owner, and refuses where the old ones are not there', async () => {
      const { description } = await look('x');
      const subject = { key: 'k', expression: 'x', identity: description.identity };
      const before = await runtime.read(program.frame, subject, { byteOffset: 16, byteLength: 8 });
      assert.deepEqual(doubles(before), [2]);
      const newBytes = new Uint8Array(Float64Array.of(-5).buffer);
      await runtime.write(program.frame, subject, { byteOffset: 16, oldBytes: before, newBytes });
      assert.deepEqual(
        doubles(await runtime.read(program.frame, subject, { byteOffset: 16, byteLength: 8 })),
        [-5],
      );
      const again = runtime.write(program.frame, subject, { byteOffset: 16, oldBytes: before, newBytes });
      await assert.rejects(again, kind('memory-changed'));
    });

    it('looks at 4 GB as at a few bytes', async () => {
      const { description, windows } = await look('huge', 4096);
      assert.equal(description.facts.source.byteLength, 2 ** 32);
      assert.equal(windows[0].bytes.length, 4096);
      const last = { key: 'k', expression: 'huge', identity: description.identity };
      const bytes = await runtime.read(program.frame, last, { byteOffset: 2 ** 32 - 8, byteLength: 8 });
      assert.deepEqual(doubles(bytes), [0]);
    });

    it('tells a list as a table of pointers', async () => {
      const { description } = await look('names');
      assert.deepEqual(
        description.boxes!.shown.map(({ typeName }) => typeName),
        ['int', 'str', 'float'],
      );
      assert.equal(description.canWrite, false);
    });

    it('says of an expression what is wrong with it, and leaves no name behind', async () => {
      await assert.rejects(look('nope'), /NameError: name 'nope' is not defined/);
      await assert.rejects(look('1 +'), /SyntaxError/);
      const names = await look('np.array(sorted(set(globals()) | set(locals())))', 1 << 16);
      const text = Buffer.from(names.windows[0].bytes).toString('utf8').replaceAll('\0', '');
      assert.doesNotMatch(text, /inspector/i);
    });

    it('refuses bytes of an array that has become another', async () => {
      const { description } = await look('x');
      await program.next();
      const old = { key: 'k', expression: 'x', identity: description.identity };
      const read = runtime.read(program.frame, old, { byteOffset: 0, byteLength: 8 });
      await assert.rejects(read, kind('memory-changed'));
    });

    it('costs the program less than 8 MB in 200 stops', async function () {
      if (process.platform !== 'linux') this.skip();
      this.timeout(120_000);
      const resident = (): number =>
        Number(/VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${program.pid}/status`, 'utf8'))?.[1]) / 1000;
      let before = 0;
      for (let stop = 0; stop < 210; stop++) {
        await program.next();
        const subject = {
          key: 'k',
          expression: 'x',
          windows: [{ byteOffset: 0, byteLength: 40 }],
          digests: true,
        };
        const wide = {
          key: 'h',
          expression: 'huge',
          windows: [{ byteOffset: 0, byteLength: 65536 }],
          digests: false,
        };
        await runtime.observe(program.frame, { list: { limit: 200 }, subjects: [subject, wide] });
        if (stop === 9) before = resident();
      }
      const grown = resident() - before;
      assert.ok(grown < 8, `${grown} MB more`);
    });
  });
}
