import assert from 'node:assert/strict';
import { memmapLine, npyLoadLine } from '../../../../../extension/editor/view/memmapLine';

const choice = { dtype: 'float32', shape: [3, 4], order: 'C', offset: 0 } as const;
const lineOf = (change: object): string => memmapLine('a.dat', 'r', { ...choice, shape: [3, 4], ...change });

describe('memmapLine', () => {
  it('leaves defaults out', () => {
    assert.equal(lineOf({}), "np.memmap('a.dat', dtype='float32', mode='r', shape=(3, 4))");
  });
  it('writes order, offset and one-axis shapes as Python has them', () => {
    assert.equal(
      lineOf({ order: 'F', offset: 64, shape: [7] }),
      "np.memmap('a.dat', dtype='float32', mode='r', offset=64, shape=(7,), order='F')",
    );
  });
  it('keeps structured dtypes as literals and quotes strings safely', () => {
    const line = memmapLine("it's\\a\n.dat", 'r+', { ...choice, shape: [2], dtype: "[('x', '<f4')]" });
    assert.equal(
      line,
      "np.memmap('it\\'s\\\\a\\x0a.dat', dtype=np.dtype([('x', '<f4')]), mode='r+', shape=(2,))",
    );
  });
  it('keeps the alignment of a struct', () => {
    const dtype = "np.dtype([('a', 'u1'), ('b', '<f8')], align=True)";
    assert.ok(lineOf({ dtype }).includes(`dtype=${dtype},`));
  });
  it('names the kinds of ml_dtypes by their class', () => {
    assert.match(lineOf({ dtype: 'bfloat16' }), /dtype=ml_dtypes\.bfloat16,/);
  });
  it('reaches padded rows through as_strided', () => {
    assert.equal(
      lineOf({ strides: [32, 4], offset: 8 }),
      "np.lib.stride_tricks.as_strided(np.memmap('a.dat', dtype='float32', mode='r', offset=8), shape=(3, 4), strides=(32, 4))",
    );
  });
  it('loads a .npy by its header', () => {
    assert.equal(npyLoadLine('a.npy', 'r'), "np.load('a.npy', mmap_mode='r')");
  });
});
