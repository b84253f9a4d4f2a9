import assert from 'node:assert/strict';
import { InspectorError } from '../../../../core/errors';
import { memorySource } from '../../../../core/file/source/memorySource';
import { discover, type DiscoverInput } from '../../../../extension/discovery/discover';
import { remember } from '../../../../extension/discovery/rememberedLayouts';
import type { Candidate } from '../../../../webview/protocol/documentState';
import type { LayoutChoice } from '../../../../webview/protocol/schema';
import { memento } from './memento';
import { bytesOf, countingSource, npyFile, randomNumbers } from './sources';

const uri = 'file:///w/data/f.dat';
const floats = bytesOf(Float32Array.from({ length: 4096 }, randomNumbers(3)));
const header = "{'descr': '<f8', 'fortran_order': True, 'shape': (3, 4), }";
const npy = npyFile(header, new Uint8Array(96));

const layout = (dtype: string, shape: number[]): LayoutChoice => ({ dtype, shape, order: 'C', offset: 0 });
const fromPython = (choice: LayoutChoice): Candidate => ({
  choice,
  origin: { kind: 'python', text: 'from a.py:1' },
});
const setting = (dtype: string) => [{ glob: 'data/*', dtype }];

function input(more: Partial<DiscoverInput> = {}): DiscoverInput {
  return {
    uri,
    source: memorySource(floats),
    relativePath: 'data/f.dat',
    store: memento(),
    settings: undefined,
    ...more,
  };
}

const kinds = async (more: Partial<DiscoverInput>) => {
  const { chosen, runnersUp } = await discover(input(more));
  return [chosen.origin.kind, ...new Set(runnersUp.map(({ origin }) => origin.kind))];
};
const python = () => Promise.resolve([fromPython(layout('int16', [8192]))]);

describe('the order of discovery', () => {
  it('is: remembered, setting, header, Python, guess', async () => {
    const store = memento();
    await remember(store, uri, layout('int8', [16_384]), floats.length);
    assert.deepEqual(await kinds({}), ['guess', 'guess']);
    assert.deepEqual(await kinds({ python }), ['python', 'guess']);
    assert.deepEqual(await kinds({ python, settings: setting('u4') }), ['setting', 'python', 'guess']);
    assert.deepEqual(await kinds({ python, settings: setting('u4'), store }), [
      'remembered',
      'setting',
      'python',
      'guess',
    ]);
  });

  it('has the header behind a setting and a choice, before the rest; nothing is guessed then', async () => {
    const source = memorySource(npy);
    assert.deepEqual(await kinds({ source, python }), ['npy', 'python']);
    assert.deepEqual(await kinds({ source, settings: setting('u1') }), ['setting', 'npy']);
  });

  it('makes a choice for another size a runner-up', async () => {
    const store = memento();
    await remember(store, uri, layout('int8', [100]), 100);
    assert.deepEqual(await kinds({ store }), ['guess', 'remembered', 'guess']);
  });

  it('names each layout once', async () => {
    const again = () => Promise.resolve([fromPython(layout('float32', [64, 64]))]);
    const { chosen, runnersUp } = await discover(
      input({ python: again, settings: [{ glob: '*', dtype: 'f4', shape: [64, 64] }] }),
    );
    assert.equal(chosen.origin.kind, 'setting');
    assert.ok(runnersUp.every(({ origin }) => origin.kind === 'guess'));
    const texts = [chosen, ...runnersUp].map(({ choice }) => JSON.stringify(choice));
    assert.equal(new Set(texts).size, texts.length);
  });

  it('takes the call that fits, and one that does not only where none does', async () => {
    const large = fromPython(layout('int16', [99_999]));
    const fits = fromPython(layout('int16', [10]));
    const chosen = async (found: Candidate[]) =>
      (await discover(input({ python: () => Promise.resolve(found) }))).chosen;
    assert.deepEqual(await chosen([large, fits]), fits);
    assert.deepEqual(await chosen([large]), large);
    assert.equal((await chosen([])).origin.kind, 'guess');
  });
});

describe('an .npy header in discovery', () => {
  it('gives the layout and its length', async () => {
    const found = await discover(input({ source: memorySource(npy), relativePath: 'data/a.npy' }));
    assert.deepEqual(found.chosen, {
      choice: { dtype: 'float64', shape: [3, 4], order: 'F', offset: 128 },
      origin: { kind: 'npy', text: 'from the .npy header' },
    });
    assert.equal(found.npy?.headerLength, 128);
    assert.equal(found.isText, false);
  });

  it('tells by its hash whether a choice was made for it', async () => {
    const store = memento();
    const source = memorySource(npy);
    const { npy: found } = await discover(input({ source }));
    await remember(store, uri, layout('uint8', [224]), npy.length, found?.hash);
    assert.deepEqual(await kinds({ source, store }), ['remembered', 'npy']);
    const other = npyFile(header.replace('True', 'False'), new Uint8Array(96));
    assert.deepEqual(await kinds({ source: memorySource(other), store }), ['npy', 'remembered']);
  });

  it('that is damaged is said, and the bytes are guessed', async () => {
    for (const [bytes, kind, message] of [
      [npyFile("{'descr': '<f8', 'shape': (3,)}", new Uint8Array(24)), 'invalid-header', /./],
      [
        npyFile("{'descr': '|O', 'fortran_order': False, 'shape': (3,)}", new Uint8Array(24)),
        'unsupported-dtype',
        /./,
      ],
      [npy.subarray(0, 9), 'invalid-header', /./],
      [Uint8Array.from([1, 2, 3, 4]), 'invalid-header', /found 01 02 03 04/],
      [new Uint8Array(0), 'invalid-header', /No data left in file/],
    ] as const) {
      const found = await discover(input({ source: memorySource(bytes), relativePath: 'a.npy' }));
      assert.equal(found.npyError?.kind, kind);
      assert.match(found.npyError.message, message);
      assert.ok(found.npyError.action);
      assert.equal(found.npy, undefined);
      assert.match(found.chosen.origin.kind, /guess|fallback/);
    }
  });

  it('is not missed in files of other names', async () => {
    const found = await discover(input());
    assert.equal(found.npyError, undefined);
  });
});

describe('waiting for Python', () => {
  const candidates = [fromPython(layout('int16', [8192]))];
  /** A search that ends when told to, and the promise of what is handed on afterwards. */
  function slowSearch() {
    let finish: (found: readonly Candidate[]) => void = () => assert.fail('not searched yet');
    let handOn: (found: readonly Candidate[]) => void = () => undefined;
    const handedOn = new Promise<readonly Candidate[]>(done => (handOn = done));
    let calls = 0;
    return {
      python: () => new Promise<readonly Candidate[]>(done => (finish = done)),
      onLatePython: (found: readonly Candidate[]) => {
        calls++;
        handOn(found);
      },
      finish: (found: readonly Candidate[]) => finish(found),
      handedOn,
      calls: () => calls,
    };
  }
  const turns = async () => {
    for (let k = 0; k < 5; k++) await new Promise(done => setImmediate(done));
  };

  it('ends after the time set; what comes later is handed on, once', async () => {
    const search = slowSearch();
    const found = await discover(input({ ...search, pythonWaitMs: 5 }));
    assert.equal(found.chosen.origin.kind, 'guess');
    assert.equal(search.calls(), 0);
    search.finish(candidates);
    assert.deepEqual(await search.handedOn, candidates);
    await turns();
    assert.equal(search.calls(), 1);
  });

  it('does not happen where the layout is known', async () => {
    const search = slowSearch();
    const { chosen } = await discover(input({ ...search, settings: setting('u4'), pythonWaitMs: 1e9 }));
    assert.equal(chosen.origin.kind, 'setting');
    search.finish(candidates);
    assert.deepEqual(await search.handedOn, candidates);
  });

  it('survives a search that fails, finds nothing, or is no longer wanted', async () => {
    const failed = await discover(input({ python: () => Promise.reject(new Error('x')) }));
    assert.equal(failed.chosen.origin.kind, 'guess');
    const empty = slowSearch();
    await discover(input({ ...empty, pythonWaitMs: 0 }));
    empty.finish([]);
    const unwanted = slowSearch();
    const abort = new AbortController();
    await discover(input({ ...unwanted, pythonWaitMs: 0, signal: abort.signal }));
    abort.abort();
    unwanted.finish(candidates);
    await turns();
    assert.equal(empty.calls() + unwanted.calls(), 0);
  });
});

describe('discovery', () => {
  it('reads at most 512 KiB of a file of any size', async () => {
    const source = countingSource(new Uint8Array(4 << 20).fill(7));
    await discover(input({ source }));
    assert.ok(source.bytesRead() <= 512 * 1024);
    const huge = {
      byteLength: 64 * 2 ** 30,
      read: (_at: number, length: number) => Promise.resolve(new Uint8Array(length)),
    };
    const { chosen } = await discover(input({ source: huge }));
    assert.deepEqual(chosen.choice, layout('float32', [16 * 2 ** 30]));
  });

  it('says that a file is text', async () => {
    assert.equal((await discover(input({ source: memorySource(Buffer.from('a,b\n1,2\n')) }))).isText, true);
    assert.equal((await discover(input())).isText, false);
    assert.equal((await discover(input({ source: memorySource(new Uint8Array(0)) }))).isText, false);
  });

  it('hands on what is wrong with the settings', async () => {
    const { problems } = await discover(input({ settings: [{ glob: '*.dat' }] }));
    assert.deepEqual(problems, ['ndarrayInspector.layouts[0] has no "dtype".']);
  });

  it('rejects with what keeps the bytes from being read, and when cancelled', async () => {
    const broken = new InspectorError('file-unreadable', 'no');
    const source = { byteLength: 10, read: () => Promise.reject(broken) };
    await assert.rejects(discover(input({ source })), broken);
    const abort = new AbortController();
    abort.abort();
    await assert.rejects(discover(input({ signal: abort.signal })), { kind: 'aborted' });
  });
});
