import assert from 'node:assert/strict';
import { findLayoutCalls, type LayoutCall } from '../../../../../extension/discovery/python/layoutCalls';

const one = (source: string): LayoutCall => {
  const calls = findLayoutCalls(source);
  assert.equal(calls.length, 1, source);
  return calls[0];
};
/** dtype, shape, order, offset of the only call. */
const layout = (source: string) => {
  const { dtype, shape, order, offset } = one(source);
  return [dtype, shape, order, offset];
};

describe('np.memmap in a source', () => {
  it('is read with keywords and by position', () => {
    const expected = {
      kind: 'memmap',
      path: 'f.dat',
      dtype: 'float32',
      shape: [3, 4],
      order: 'F',
      offset: 128,
      mode: 'w+',
      line: 2,
      incomplete: false,
    };
    const head = 'import numpy as np\n\n';
    assert.deepEqual(
      one(`${head}m = np.memmap("f.dat", dtype="float32", mode="w+", offset=128, shape=(3, 4), order="F")`),
      expected,
    );
    assert.deepEqual(one(`${head}m = np.memmap('f.dat', '<f4', 'w+', 128, (3, 4), 'F')`), expected);
  });

  it('is found under every name it is imported by', () => {
    for (const source of [
      'import numpy\nnumpy.memmap("a")',
      'import numpy as xp\nxp.memmap("a")',
      'from numpy import memmap\nmemmap("a")',
      'from numpy import (array, memmap as mm)\nmm("a")',
      'from numpy import (\n  array,  # one\n  memmap,\n)\nmemmap("a")',
      'np.memmap("a")',
    ]) {
      assert.equal(one(source).path, 'a', source);
    }
    assert.deepEqual(
      findLayoutCalls('from other import memmap\nmemmap("a")\nother.memmap("b")\nxp.memmap("c")'),
      [],
    );
  });

  it('has NumPy’s defaults for what is left out, and nothing for what is not known', () => {
    assert.deepEqual(layout('np.memmap("a")'), ['uint8', undefined, 'C', 0]);
    assert.equal(one('np.memmap("a")').mode, 'r+');
    const unread = one('np.memmap("a", dtype=args.dtype, shape=(n, 4))');
    assert.equal(unread.dtype, undefined);
    assert.deepEqual(unread.shape, [-1, 4]);
    assert.ok(unread.incomplete);
    assert.ok(one('np.memmap("a", **options)').incomplete);
    assert.equal(one('np.memmap("a", **options)').dtype, undefined);
    assert.deepEqual(findLayoutCalls('np.memmap(path)\nnp.memmap()\nnp.memmap(*args)'), []);
  });

  it('takes dtypes in all their spellings', () => {
    const dtype = (text: string) => one(`np.memmap("a", ${text})`).dtype;
    assert.equal(dtype('np.float32'), 'float32');
    assert.equal(dtype('float'), 'float64');
    assert.equal(dtype('np.dtype("<i2")'), 'int16');
    assert.equal(dtype('np.dtype(np.uint16).newbyteorder(">")'), '>u2');
    assert.equal(dtype('"datetime64[ns]"'), 'datetime64[ns]');
    assert.equal(dtype('[("x", "<f4"), ("y", np.int16, (2,))]'), "[('x', '<f4'), ('y', '<i2', (2,))]");
    assert.match(dtype('np.dtype([("a", "u1"), ("b", "f8")], align=True)') ?? '', /'itemsize': ?16/);
    assert.match(dtype('{"names": ["a"], "formats": ["f4"], "itemsize": 8}') ?? '', /'itemsize': ?8/);
    assert.equal(dtype('object'), undefined);
    assert.equal(dtype('dtype=some.thing'), undefined);
  });
});

describe('names and numbers in a source', () => {
  const shape = (before: string, text: string) => one(`${before}\nnp.memmap("a", "u1", shape=${text})`).shape;

  it('are resolved where they are bound to literals', () => {
    assert.deepEqual(shape('N = 10\nM: int = 4', '(N, M)'), [10, 4]);
    assert.deepEqual(shape('H, W = 480, 640', '(H, W)'), [480, 640]);
    assert.deepEqual(shape('a = b = 7', '(a, b)'), [7, 7]);
    assert.deepEqual(shape('S = (2, 3)', 'S'), [2, 3]);
    assert.deepEqual(shape('S = (2, 3)', '(5, *S)'), [5, 2, 3]);
    assert.deepEqual(shape('S = [2, 3]\n(H, W) = S', '(W, H, S[0], S[-1], len(S))'), [3, 2, 2, 3, 2]);
    assert.deepEqual(shape('N = 5', 'N'), [5]);
    assert.deepEqual(shape('N = 5', '(N, -1)'), [5, -1]);
  });

  it('are computed with', () => {
    assert.deepEqual(
      shape('N = 3', '(N * 4, 2**20, N + 1, -(-N), 1 << 4, 7 // 2, 7 % 4)'),
      [12, 1048576, 4, 3, 16, 3, 3],
    );
    assert.deepEqual(shape('', '(int(1e6), 0x10, 1_000, (4))'), [1000000, 16, 1000, 4]);
    assert.deepEqual(shape('S = (2,)', 'S + (3,) * 2'), [2, 3, 3]);
    assert.deepEqual(shape('x = np.zeros((4, 5))', '(x.shape[1], *x.shape)'), [5, 4, 5]);
    assert.deepEqual(shape('import math\nS = (4, 5)', 'math.prod(S)'), [20]);
  });

  it('are looked up as Python does', () => {
    const inFunction = (body: string, head = 'def f():') =>
      `N = 1\n${head}\n${body}\n  np.memmap("a", "u1", shape=(N,))`;
    assert.deepEqual(one(inFunction('  pass')).shape, [1]);
    assert.deepEqual(one(inFunction('  N = 2')).shape, [2]);
    assert.deepEqual(one(inFunction('  pass', 'def f(N=3):')).shape, [3]);
    assert.deepEqual(one(inFunction('  pass', 'def f(N):')).shape, [-1]);
    assert.deepEqual(one(inFunction('  N += 2')).shape, [-1]);
    assert.deepEqual(one(inFunction('  for N in x: pass')).shape, [-1]);
    assert.deepEqual(
      one('class A:\n  N = 2\n  def f(self):\n    np.memmap("a", "u1", shape=(N,))').shape,
      [-1],
    );
    assert.deepEqual(one('def f():\n  np.memmap("a", "u1", shape=(N,))\nN = 9').shape, [9]);
    assert.deepEqual(
      findLayoutCalls('N = 1\nnp.memmap("a", "u1", shape=N)\nN = 2\nnp.memmap("a", "u1", shape=N)').map(
        ({ shape: s }) => s,
      ),
      [[1], [2]],
    );
    assert.deepEqual(shape('N = 4\nN = N * 2', 'N'), [8]);
  });

  it('end in what is not known when they go round, grow or go deep', () => {
    assert.deepEqual(shape('A = B\nB = A', '(A, 2)'), [-1, 2]);
    assert.deepEqual(shape('', '(2 ** 64 ** 64, 1 // 0, 2 ** -1, 5)'), [-1, -1, -1, 5]);
    assert.deepEqual(shape(`N = ${'('.repeat(3000)}1${')'.repeat(3000)}`, '(N, 2)'), [-1, 2]);
    const doubling = Array.from({ length: 60 }, (_, k) => `a${k + 1} = a${k} + a${k}`).join('\n');
    const long = shape(`a0 = (1,)\n${doubling}`, 'a60');
    assert.ok((long?.length ?? 0) < 100_000);
  });
});

describe('the path of a call', () => {
  const path = (text: string, before = '') => one(`${before}\nnp.memmap(${text})`).path;

  it('is put together as far as it is known', () => {
    assert.equal(path('r"a\\b.dat"'), 'a/b.dat');
    assert.equal(path('"a" "b.dat"'), 'ab.dat');
    assert.equal(path('f"a.dat"'), 'a.dat');
    assert.equal(path('f"{D}/a{N}.dat"', 'D = "data"\nN = 3'), 'data/a3.dat');
    assert.equal(path('f"{args.dir}/a.dat"'), '/a.dat');
    assert.equal(path('Path("data") / "a.dat"', 'from pathlib import Path'), 'data/a.dat');
    assert.equal(path('pathlib.Path("x", "a.dat")', 'import pathlib'), 'x/a.dat');
    assert.equal(path('DIR / "sub" / "a.dat"'), '/sub/a.dat');
    assert.equal(path('str(DIR.joinpath("a.dat").resolve())', 'DIR = Path("d")'), 'd/a.dat');
    assert.equal(path('os.path.join(root, "sub", "a.dat")'), '/sub/a.dat');
    assert.equal(path('join("d/", "a.dat")', 'from os.path import join'), 'd/a.dat');
    assert.equal(path('os.path.join("d", "/abs/a.dat")'), '/abs/a.dat');
    assert.equal(path('ROOT + "a.dat"'), 'a.dat');
    assert.equal(path('filename="a.dat"'), 'a.dat');
    assert.equal(path('NAME', 'NAME = "a.dat"'), 'a.dat');
  });

  it('goes through open files', () => {
    assert.equal(one('with open("a.dat", "rb") as f, open("b") as g:\n  np.fromfile(f, "u1")').path, 'a.dat');
    assert.equal(one('f = Path("a.dat").open("rb")\nnp.fromfile(f, "u1")').path, 'a.dat');
  });
});

describe('np.fromfile in a source', () => {
  it('has its own defaults', () => {
    assert.deepEqual(layout('np.fromfile("a")'), ['float64', undefined, 'C', 0]);
    assert.deepEqual(layout('np.fromfile("a", np.int16, count=10, offset=4)'), ['int16', [10], 'C', 4]);
    assert.deepEqual(layout('np.fromfile("a", "u1", -1)'), ['uint8', undefined, 'C', 0]);
  });

  it('takes the shape of the reshape around it', () => {
    assert.deepEqual(layout('x = np.fromfile("a", "f4").reshape(-1, 3)'), ['float32', [-1, 3], 'C', 0]);
    assert.deepEqual(layout('np.fromfile("a", "f4", 12).reshape((-1, 3), order="F").sum()'), [
      'float32',
      [4, 3],
      'F',
      0,
    ]);
    assert.deepEqual(layout('np.memmap("a", "f4").reshape(H, 3)'), ['float32', [-1, 3], 'C', 0]);
    assert.deepEqual(layout('foo(np.fromfile("a", "f4")).reshape(2, 2)'), ['float32', undefined, 'C', 0]);
  });

  it('with a separator reads text, which is none of ours', () => {
    assert.deepEqual(
      findLayoutCalls('np.fromfile("a", sep=",")\nnp.fromfile("a", "f4", -1, s)\nx.tofile("a", sep=" ")'),
      [],
    );
  });
});

describe('arrays written in a source', () => {
  const written = (array: string, before = '') => {
    const { dtype, shape } = one(`${before}\nx = ${array}\nx.tofile("a.dat")`);
    return [dtype, shape];
  };

  it('have the dtype and shape they were made with', () => {
    assert.deepEqual(written('np.zeros((3, 4), dtype="f4")'), ['float32', [3, 4]]);
    assert.deepEqual(written('np.ones(5)'), ['float64', [5]]);
    assert.deepEqual(written('np.empty((2, 3), np.int16)'), ['int16', [2, 3]]);
    assert.deepEqual(written('np.full((2, 2), 7)'), ['int64', [2, 2]]);
    assert.deepEqual(written('np.arange(10, dtype="i4")'), ['int32', [10]]);
    assert.deepEqual(written('np.arange(2, 10, 3)'), ['int64', [3]]);
    assert.deepEqual(written('np.arange(0, 1, 0.25)'), ['float64', [4]]);
    assert.deepEqual(written('np.arange(n)'), [undefined, [-1]]);
    assert.deepEqual(written('np.linspace(0, 1, 11)'), ['float64', [11]]);
    assert.deepEqual(written('np.linspace(0, 1)'), ['float64', [50]]);
    assert.deepEqual(written('np.eye(3)'), ['float64', [3, 3]]);
    assert.deepEqual(written('np.array([[1, 2, 3], [4, 5, 6]])'), ['int64', [2, 3]]);
    assert.deepEqual(written('np.array([1, 2.5], dtype=np.float16)'), ['float16', [2]]);
    assert.deepEqual(written('np.random.rand(3, 4)'), ['float64', [3, 4]]);
    assert.deepEqual(written('np.random.randint(0, 9, (2, 5))'), ['int64', [2, 5]]);
    assert.deepEqual(written('rng.random((2, 5), dtype=np.float32)', 'rng = np.random.default_rng(0)'), [
      'float32',
      [2, 5],
    ]);
    assert.deepEqual(
      written('rng.integers(0, 255, size=(2, 5), dtype="u1")', 'rng = np.random.default_rng()'),
      ['uint8', [2, 5]],
    );
  });

  it('change them as NumPy does', () => {
    assert.deepEqual(written('np.random.rand(3, 4).astype(np.float32)'), ['float32', [3, 4]]);
    assert.deepEqual(written('np.arange(12).reshape(3, 4)'), ['int64', [3, 4]]);
    assert.deepEqual(written('np.arange(12).reshape((2, -1)).T'), ['int64', [6, 2]]);
    assert.deepEqual(written('np.zeros((2, 3)).ravel()'), ['float64', [6]]);
    assert.deepEqual(written('(np.random.rand(3, 4) * 255).astype("u1")'), ['uint8', [3, 4]]);
    assert.deepEqual(written('np.arange(4) / 2'), ['float64', [4]]);
    assert.deepEqual(written('np.arange(4, dtype="u1") / 2'), [undefined, [4]]);
    assert.deepEqual(written('np.zeros_like(y, dtype="i2")', 'y = np.ones((2, 2))'), ['int16', [2, 2]]);
    assert.deepEqual(written('np.ascontiguousarray(np.zeros((2, 3), order="F"))'), ['float64', [2, 3]]);
    assert.deepEqual(written('np.zeros(3).mystery()'), [undefined, undefined]);
    assert.deepEqual(written('load()'), [undefined, undefined]);
  });

  it('are seen when their bytes are written', () => {
    const source =
      'with open("a.dat", "wb") as f:\n  f.write(np.zeros((2, 3), "i2").tobytes())\nf.write("text")';
    assert.deepEqual(layout(source), ['int16', [2, 3], 'C', 0]);
  });

  it('are seen in open_memmap', () => {
    const source = 'from numpy.lib.format import open_memmap\nopen_memmap("a.npy", "w+", "f8", (3, 2), True)';
    assert.deepEqual(layout(source), ['float64', [3, 2], 'F', 0]);
  });
});

describe('any source', () => {
  it('is gone through without an exception', () => {
    for (const source of [
      '',
      'np.memmap(',
      'np.memmap("a.dat" dtype=)',
      'def f(:\n  np.memmap("a", shape=(1,',
      'x.tofile()',
      '.tofile("a")',
      'np.memmap("a", f"{")',
      'import\nfrom x import\nfrom . import *\nx = = 3',
      'np.memmap("\\N{bad}", "f4")',
      'f.write(*x)',
    ]) {
      assert.ok(Array.isArray(findLayoutCalls(source)), source);
    }
  });
});
