import assert from 'node:assert/strict';
import { searchPython, type PythonSearch } from '../../../../../extension/discovery/python/searchPython';

interface Workspace {
  readonly files: Readonly<Record<string, string>>;
  readonly filePath?: string;
  readonly byteLength?: number;
}

function search(
  { files, filePath = '/w/data/f.dat', byteLength = 48 }: Workspace,
  more: Partial<PythonSearch> = {},
) {
  const read: string[] = [];
  const found = searchPython({
    listFiles: () => Promise.resolve(Object.keys(files)),
    readFile: uri => {
      read.push(uri);
      return files[uri] === 'unreadable'
        ? Promise.reject(new Error('gone'))
        : Promise.resolve(Buffer.from(files[uri]));
    },
    filePath,
    byteLength,
    ...more,
  });
  return { found, read };
}

const memmap = (layout: string, path = 'f.dat') =>
  `import numpy as np\nx = np.memmap("${path}", ${layout})\n`;

describe('the search of the workspace’s Python', () => {
  it('gives the layout, and the place it comes from', async () => {
    const uri = 'file:///w/my%20code/train.py';
    const [candidate] = await search({ files: { [uri]: memmap('dtype="f4", shape=(3, 4)') } }).found;
    assert.deepEqual(candidate, {
      choice: { dtype: 'float32', shape: [3, 4], order: 'C', offset: 0 },
      origin: { kind: 'python', text: 'from train.py:2', location: { uri, line: 1 } },
    });
  });

  it('passes over files that do not name the file, and names that only end alike', async () => {
    const { found } = search({
      files: {
        'file:///w/a.py': memmap('dtype="f4"', 'g.dat'),
        'file:///w/b.py': memmap('dtype="f4"', 'leaf.dat'),
        'file:///w/c.py': 'print("f.dat")',
        'file:///w/d.py': 'unreadable',
      },
    });
    assert.deepEqual(await found, []);
  });

  it('puts what fills the file first, then what leaves bytes over, then what does not fit', async () => {
    const source = [
      'import numpy as np',
      'np.memmap("f.dat", "f4", shape=(100,))',
      'np.memmap("f.dat", "f4", shape=(2,))',
      'np.memmap("f.dat", "f4", shape=(12,))',
    ].join('\n');
    const found = await search({ files: { 'file:///w/a.py': source } }).found;
    assert.deepEqual(
      found.map(({ choice }) => choice.shape[0]),
      [12, 2, 100],
    );
  });

  it('prefers the path that names more of the file, then the one who writes, then the nearer', async () => {
    const order = async (files: Record<string, string>) =>
      (await search({ files }).found).map(({ choice }) => choice.dtype);
    assert.deepEqual(
      await order({
        'file:///w/a.py': memmap('"i4"', 'other/f.dat') + memmap('"f4"') + memmap('"u4"', '../data/f.dat'),
      }),
      ['uint32', 'float32', 'int32'],
    );
    assert.deepEqual(
      await order({
        'file:///w/a.py': memmap('"i4", mode="r", shape=12') + memmap('"f4", mode="w+", shape=12'),
      }),
      ['float32', 'int32'],
    );
    assert.deepEqual(
      await order({ 'file:///w/x/y/a.py': memmap('"i4"'), 'file:///w/data/b.py': memmap('"f4"') }),
      ['float32', 'int32'],
    );
  });

  it('infers what the source leaves open', async () => {
    const files = {
      'file:///w/a.py': memmap('"u2", shape=(n, 4)') + memmap('"u1", shape=(n, m)') + memmap('t, shape=3'),
    };
    const found = await search({ files }).found;
    assert.deepEqual(
      found.map(({ choice }) => [choice.dtype, choice.shape]),
      [
        ['uint16', [6, 4]],
        ['uint8', [48]],
      ],
    );
  });

  it('puts the array of open_memmap behind its header', async () => {
    const source = 'import numpy as np\nnp.lib.format.open_memmap("f.npy", "w+", "f8", (3, 2))';
    const [{ choice }] = await search({
      files: { 'file:///w/a.py': source },
      filePath: '/w/f.npy',
      byteLength: 176,
    }).found;
    assert.equal(choice.offset, 128);
  });

  it('names each layout once', async () => {
    const files = {
      'file:///w/a.py': memmap('"f4"') + memmap('"float32"'),
      'file:///w/b.py': memmap('np.float32'),
    };
    assert.equal((await search({ files }).found).length, 1);
  });

  it('keeps to its budget', async () => {
    const files = Object.fromEntries(
      Array.from({ length: 50 }, (_, k) => [`file:///w/${k}.py`, memmap(`"u1", shape=(${k + 1},)`)]),
    );
    const counted = search({ files }, { budget: { filesRead: 10 } });
    assert.ok((await counted.found).length <= 10);
    assert.equal(counted.read.length, 10);
    assert.equal((await search({ files }, { budget: { bytesPerFile: 20 } }).found).length, 0);
    assert.equal((await search({ files }, { budget: { bytesInAll: 100 } }).found).length, 2);
    assert.equal((await search({ files }, { budget: { filesListed: 0 } }).found).length, 0);
    assert.equal((await search({ files }, { budget: { milliseconds: -1 } }).found).length, 0);
  });

  it('takes no time to list the files from that to read them', async () => {
    const listFiles = async (): Promise<string[]> => {
      await new Promise(accept => setTimeout(accept, 400));
      return ['file:///w/a.py'];
    };
    const files = { 'file:///w/a.py': memmap('"f4"') };
    const { found } = search({ files }, { listFiles, budget: { milliseconds: 300 } });
    assert.equal((await found).length, 1);
  });

  it('reads the nearest files where it cannot read all', async () => {
    const files = { 'file:///w/a/b.py': '', 'file:///w/data/c.py': memmap('"f4"'), 'file:///w/d.py': '' };
    const { found, read } = search({ files }, { budget: { filesRead: 1 } });
    assert.equal((await found).length, 1);
    assert.deepEqual(read, ['file:///w/data/c.py']);
  });

  it('stops when cancelled', async () => {
    const abort = new AbortController();
    const files = Object.fromEntries(
      Array.from({ length: 40 }, (_, k) => [`file:///w/${k}.py`, memmap('"f4"')]),
    );
    const { found, read } = search(
      { files },
      {
        signal: abort.signal,
        readFile: uri => {
          read.push(uri);
          abort.abort();
          return Promise.resolve(Buffer.from(files[uri]));
        },
      },
    );
    assert.deepEqual(await found, []);
    assert.ok(read.length <= 8);
  });
});
