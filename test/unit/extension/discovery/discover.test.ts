import assert from 'node:assert/strict';
import { InspectorError } from '../../../../core/errors';
import { memorySource } from '../../../../core/file/source/memorySource';
import { discover, type Discovery, type DiscoveryOptions } from '../../../../extension/discovery/discover';
import type { DiscoveryInput } from '../../../../extension/discovery/fileUnderDiscovery';
import type { FileUnderDiscovery, LayoutFinder, Neighbours } from '../../../../extension/discovery/finder';
import { FINDERS } from '../../../../extension/discovery/finders/finders';
import { remember, type LayoutStore } from '../../../../extension/discovery/rememberedLayouts';
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

interface Given extends Partial<Pick<DiscoveryInput, 'source' | 'relativePath' | 'neighbours' | 'signal'>> {
  readonly store?: LayoutStore;
  readonly settings?: unknown;
  /** What the workspace's Python says, in place of a search. */
  readonly python?: () => Promise<readonly Candidate[]>;
  readonly more?: Readonly<Record<string, LayoutFinder>>;
}

const noNeighbours: Neighbours = {
  list: () => Promise.resolve([]),
  read: () => Promise.resolve(undefined),
};

function discoverGiven(
  { store = memento(), settings, python, more, ...file }: Given = {},
  options: DiscoveryOptions = {},
): Promise<Discovery> {
  const search: LayoutFinder = {
    isSlow: true,
    find: async () => ({ candidates: (await python?.()) ?? [] }),
  };
  return discover(
    {
      uri,
      path: '/w/data/f.dat',
      source: memorySource(floats),
      relativePath: 'data/f.dat',
      neighbours: noNeighbours,
      workspace: {
        rememberedLayouts: store,
        layoutSettings: settings,
        listPythonFiles: () => Promise.resolve([]),
        readFile: () => Promise.reject(new Error('no such file')),
      },
      ...file,
    },
    { finders: { ...FINDERS, ...(python && { python: search }), ...more }, ...options },
  );
}

const kinds = async (given: Given) => {
  const { chosen, runnersUp } = await discoverGiven(given);
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
    assert.deepEqual(await kinds({ store }), ['guess', 'outdated', 'guess']);
  });

  it('names each layout once', async () => {
    const again = () => Promise.resolve([fromPython(layout('float32', [64, 64]))]);
    const { chosen, runnersUp } = await discoverGiven({
      python: again,
      settings: [{ glob: '*', dtype: 'f4', shape: [64, 64] }],
    });
    assert.equal(chosen.origin.kind, 'setting');
    assert.ok(runnersUp.every(({ origin }) => origin.kind === 'guess'));
    const texts = [chosen, ...runnersUp].map(({ choice }) => JSON.stringify(choice));
    assert.equal(new Set(texts).size, texts.length);
  });

  it('takes the call that fits, and one that does not only where none does', async () => {
    const large = fromPython(layout('int16', [99_999]));
    const fits = fromPython(layout('int16', [10]));
    const chosen = async (found: Candidate[]) =>
      (await discoverGiven({ python: () => Promise.resolve(found) })).chosen;
    assert.deepEqual(await chosen([large, fits]), fits);
    assert.deepEqual(await chosen([large]), large);
    assert.equal((await chosen([])).origin.kind, 'guess');
  });
});

describe('an .npy header in discovery', () => {
  it('gives the layout and its length', async () => {
    const found = await discoverGiven({ source: memorySource(npy), relativePath: 'data/a.npy' });
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
    const { npy: found } = await discoverGiven({ source });
    await remember(store, uri, layout('uint8', [224]), npy.length, found?.hash);
    assert.deepEqual(await kinds({ source, store }), ['remembered', 'npy']);
    const other = npyFile(header.replace('True', 'False'), new Uint8Array(96));
    assert.deepEqual(await kinds({ source: memorySource(other), store }), ['npy', 'outdated']);
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
      const found = await discoverGiven({ source: memorySource(bytes), relativePath: 'a.npy' });
      assert.equal(found.npyError?.kind, kind);
      assert.match(found.npyError.message, message);
      assert.ok(found.npyError.action);
      assert.equal(found.npy, undefined);
      assert.match(found.chosen.origin.kind, /guess|fallback/);
    }
  });

  it('is not missed in files of other names', async () => {
    const found = await discoverGiven();
    assert.equal(found.npyError, undefined);
  });
});

describe('waiting for a slow finder', () => {
  const candidates = [fromPython(layout('int16', [8192]))];
  /** A search that ends when told to, and the promise of the discovery that is handed on afterwards. */
  function slowSearch() {
    let finish: (found: readonly Candidate[]) => void = () => assert.fail('not searched yet');
    let handOn: (better: Discovery) => void = () => undefined;
    const handedOn = new Promise<Discovery>(done => (handOn = done));
    let calls = 0;
    return {
      python: () => new Promise<readonly Candidate[]>(done => (finish = done)),
      onLate: (better: Discovery) => {
        calls++;
        handOn(better);
      },
      finish: (found: readonly Candidate[]) => finish(found),
      handedOn,
      calls: () => calls,
    };
  }
  const turns = async () => {
    for (let k = 0; k < 5; k++) await new Promise(done => setImmediate(done));
  };

  it('ends after the time set; what comes later outranks a guess, and is handed on once', async () => {
    const { python: search, onLate, finish, handedOn, calls } = slowSearch();
    const found = await discoverGiven({ python: search }, { onLate, slowWaitMs: 5 });
    assert.equal(found.chosen.origin.kind, 'guess');
    assert.equal(calls(), 0);
    finish(candidates);
    const better = await handedOn;
    assert.deepEqual(better.chosen, candidates[0]);
    assert.deepEqual(better.runnersUp[0], found.chosen);
    await turns();
    assert.equal(calls(), 1);
  });

  it('does not happen where the layout is known, which what comes later does not outrank', async () => {
    const { python: search, onLate, finish, handedOn } = slowSearch();
    const given = { python: search, settings: setting('u4') };
    const { chosen } = await discoverGiven(given, { onLate, slowWaitMs: 1e9 });
    assert.equal(chosen.origin.kind, 'setting');
    finish(candidates);
    const better = await handedOn;
    assert.deepEqual(better.chosen, chosen);
    assert.deepEqual(better.runnersUp[0], candidates[0]);
  });

  it('survives a search that fails, finds nothing, or is no longer wanted', async () => {
    const failed = await discoverGiven({ python: () => Promise.reject(new Error('x')) });
    assert.equal(failed.chosen.origin.kind, 'guess');
    const empty = slowSearch();
    await discoverGiven({ python: empty.python }, { onLate: empty.onLate, slowWaitMs: 0 });
    empty.finish([]);
    const unwanted = slowSearch();
    const abort = new AbortController();
    await discoverGiven(
      { python: unwanted.python, signal: abort.signal },
      { onLate: unwanted.onLate, slowWaitMs: 0 },
    );
    abort.abort();
    unwanted.finish(candidates);
    await turns();
    assert.equal(empty.calls() + unwanted.calls(), 0);
  });
});

describe('a finder', () => {
  it('sees the files beside the one under discovery, and its mistakes are reported', async () => {
    const seen: Pick<FileUnderDiscovery, 'name' | 'byteLength'>[] = [];
    const sidecar: LayoutFinder = {
      find: async ({ name, byteLength, neighbours }) => {
        seen.push({ name, byteLength });
        const [beside] = await neighbours.list();
        const dtype = String(await neighbours.read(beside, 100));
        return { candidates: [fromPython(layout(dtype, [4]))], problems: ['too short'] };
      },
    };
    const neighbours: Neighbours = {
      list: () => Promise.resolve(['f.hdr']),
      read: name => Promise.resolve(name === 'f.hdr' ? Buffer.from('int16') : undefined),
    };
    const { chosen, problems } = await discoverGiven({ more: { sidecar }, neighbours });
    assert.deepEqual(chosen.choice, layout('int16', [4]));
    assert.deepEqual(problems, ['too short']);
    assert.deepEqual(seen, [{ name: 'f.dat', byteLength: floats.length }]);
  });
});

describe('discovery', () => {
  it('reads at most 512 KiB of a file of any size', async () => {
    const source = countingSource(new Uint8Array(4 << 20).fill(7));
    await discoverGiven({ source });
    assert.ok(source.bytesRead() <= 512 * 1024);
    const huge = {
      byteLength: 64 * 2 ** 30,
      read: (_at: number, length: number) => Promise.resolve(new Uint8Array(length)),
    };
    const { chosen } = await discoverGiven({ source: huge });
    assert.deepEqual(chosen.choice, layout('float32', [16 * 2 ** 30]));
  });

  it('says that a file is text', async () => {
    assert.equal((await discoverGiven({ source: memorySource(Buffer.from('a,b\n1,2\n')) })).isText, true);
    assert.equal((await discoverGiven()).isText, false);
    assert.equal((await discoverGiven({ source: memorySource(new Uint8Array(0)) })).isText, false);
  });

  it('hands on what is wrong with the settings', async () => {
    const { problems } = await discoverGiven({ settings: [{ glob: '*.dat' }] });
    assert.deepEqual(problems, ['ndarrayInspector.layouts[0] has no "dtype".']);
  });

  it('rejects with what keeps the bytes from being read, and when cancelled', async () => {
    const broken = new InspectorError('file-unreadable', 'no');
    const source = { byteLength: 10, read: () => Promise.reject(broken) };
    await assert.rejects(discoverGiven({ source }), broken);
    const abort = new AbortController();
    abort.abort();
    await assert.rejects(discoverGiven({ signal: abort.signal }), { kind: 'aborted' });
  });
});
