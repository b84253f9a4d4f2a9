import assert from 'node:assert/strict';
import { InspectorError } from '../../../../core/errors';
import { indexChain } from '../../../../webview/state/arrayView';
import { viewFlags } from '../../../../webview/state/flags';
import { linkOf } from '../../../../webview/state/link';
import { formulaTerms, termsText } from '../../../../webview/panels/terms';
import { viewOf } from '../views';

const RECORD = "[('id', '<u4'), ('pos', '<f4', (2,)), ('pad', 'V2')]";

describe('the view that a slice makes', () => {
  it('has the strides of the slice', () => {
    const { layout } = viewOf({ shape: [10, 6] }, '::2, ::-1');
    assert.deepEqual([layout.shape, layout.strides, layout.offset], [[5, 6], [48, -4], 20]);
  });

  it('takes fields, and indices one after another', () => {
    const { layout, dtype } = viewOf({ shape: [8], dtype: RECORD }, "[2:]['pos'][:, 1]");
    assert.deepEqual(
      [dtype.name, layout.shape, layout.strides, layout.offset],
      ['float32', [6], [14], 28 + 4 + 4],
    );
  });

  it('takes the attributes that are views, wherever they stand', () => {
    const facts = (slice: string) => {
      const { dtype, layout } = viewOf({ shape: [4, 3], dtype: '>c8' }, slice);
      return [dtype.str, layout.shape, layout.strides, layout.offset, layout.itemsize];
    };
    assert.deepEqual(facts('.T'), ['>c8', [3, 4], [8, 24], 0, 8]);
    assert.deepEqual(facts('.imag'), ['>f4', [4, 3], [24, 8], 4, 4]);
    assert.deepEqual(facts('[1:].real[:, 2]'), ['>f4', [3], [24], 24 + 16, 4]);
    assert.deepEqual(facts('np.s_[::2] . imag.T [1]'), ['>f4', [2], [48], 8 + 4, 4]);
    const records = { shape: [2], dtype: "[('a', 'i2'), ('z', '<c32')]" };
    assert.deepEqual(viewOf(records, "['z'].imag").layout.offset, 2 + 16);
    assert.throws(() => viewOf({ shape: [3] }, '.imag'), /only complex numbers have a view as \.imag/);
    assert.throws(() => viewOf({ shape: [3] }, '.size'), /invalid syntax/);
    assert.equal(viewOf({ shape: [3], dtype: 'i2' }, '.real').dtype.name, 'int16');
    assert.throws(() => viewOf({ shape: [3], dtype: 'c8' }, '::2.real'), InspectorError);
  });

  it('says what NumPy says of an index that does not fit', () => {
    assert.throws(() => viewOf({ shape: [3] }, '5'), /index 5 is out of bounds for axis 0 with size 3/);
    assert.throws(() => viewOf({ shape: [3], dtype: RECORD }, "'speed'"), /no field of name speed/);
    assert.throws(() => viewOf({ shape: [3] }, "'x'"), InspectorError);
  });

  it('parts a chain only outside of quotes', () => {
    assert.deepEqual(indexChain("['a][b'][1]"), ["['a][b']", '[1]']);
    assert.deepEqual(indexChain('::2, 3'), ['::2, 3']);
    assert.deepEqual(indexChain(`["].T"].T[...].real`), ['["].T"]', '.T', '[...]', '.real']);
  });
});

describe('the flags of the view', () => {
  const flags = (slice: string) =>
    viewFlags(viewOf({ shape: [10, 6] }, slice), 'r').map(
      ({ name, value }) => `${name} ${value ? 'True' : 'False'}`,
    );

  it('are six, in the order of NumPy', () => {
    assert.deepEqual(flags(''), [
      'C_CONTIGUOUS True',
      'F_CONTIGUOUS False',
      'OWNDATA False',
      'WRITEABLE False',
      'ALIGNED True',
      'WRITEBACKIFCOPY False',
    ]);
  });

  it('follow the slice', () => {
    assert.equal(flags(':, 0')[0], 'C_CONTIGUOUS False');
    assert.equal(flags('0')[1], 'F_CONTIGUOUS True');
  });

  it('come with the reason and the fix for each that is False', () => {
    const [c, , owndata, writeable] = viewFlags(viewOf({ shape: [10, 6] }, '::2'), 'r');
    assert.equal(c.why, 'stride[0] is 48, C order needs 24');
    assert.deepEqual(c.fix, { code: 'np.ascontiguousarray(x[::2])', cost: 'copies 120 bytes' });
    assert.match(owndata.why ?? '', /view/);
    assert.match(writeable.why ?? '', /mode 'r'/);
    assert.equal(viewFlags(viewOf({ shape: [2] }), 'r')[0].why, undefined);
  });

  it('know an address that is not aligned', () => {
    const aligned = viewFlags(viewOf({ shape: [4], offset: 3 }), 'r')[4];
    assert.equal(aligned.why, 'offset 3 is not a multiple of 4, the alignment of the items');
  });
});

describe('the link between an item and its bytes', () => {
  it('goes from an item to its bytes and back', () => {
    const view = viewOf({ shape: [10, 6], offset: 64 }, ':, ::-2');
    const link = linkOf(view, { kind: 'item', index: [1, 2], leaf: 0 });
    assert.deepEqual([link.start, link.length], [64 + 24 + 4, 4]);
    assert.deepEqual(linkOf(view, { kind: 'byte', byteOffset: link.start + 3 }).index, [1, 2]);
  });

  it('is the byte alone where it is of no item', () => {
    const link = linkOf(viewOf({ shape: [10, 6] }, ':, ::2'), { kind: 'byte', byteOffset: 5 });
    assert.deepEqual([link.index, link.start, link.length, link.count], [undefined, 5, 1, 0]);
  });

  it('is the column of a structured item, or all of it for its padding', () => {
    const padded = "{'names': ['a', 'b'], 'formats': ['u1', '<u4'], 'offsets': [0, 4], 'itemsize': 8}";
    const view = viewOf({ shape: [4], dtype: padded });
    const b = linkOf(view, { kind: 'byte', byteOffset: 13 });
    assert.deepEqual([b.index, b.leaf, b.start, b.length], [[1], 1, 12, 4]);
    const padding = linkOf(view, { kind: 'byte', byteOffset: 10 });
    assert.deepEqual([padding.index, padding.leaf, padding.start, padding.length], [[1], undefined, 8, 8]);
  });
});

describe('the formula', () => {
  it('has the numbers of the item, and sums to its byte offset', () => {
    const view = viewOf({ shape: [10, 6], offset: 64 }, '::2, ::-1');
    assert.equal(termsText(formulaTerms(view, [3, 2], 0)), '84 + 48 · 3 − 4 · 2');
    assert.equal(view.layout.byteOffset([3, 2]), 84 + 48 * 3 - 4 * 2);
  });

  it('adds the place of a field in its item', () => {
    assert.equal(termsText(formulaTerms(viewOf({ shape: [8], dtype: RECORD }), [2], 2)), '0 + 14 · 2 + 8');
  });
});
