import assert from 'node:assert/strict';
import * as np from '../../../../../core/index';
import { matcherOf } from '../../../../../extension/tasks/find/matcher';
import { parseQuery } from '../../../../../extension/tasks/find/query';

/** The numbers of the items that match, by what each is written as. */
function matching(dtypeText: string, items: readonly string[], text: string, tolerance = ''): number[] {
  const dtype = np.parseDType(dtypeText);
  const bytes = new Uint8Array(items.length * dtype.itemsize);
  items.forEach((item, k) => bytes.set(np.encodeItem(dtype, item).bytes, k * dtype.itemsize));
  const matches = matcherOf(dtype, parseQuery(text, tolerance));
  return items.flatMap((_, k) =>
    matches({ bytes, stride: dtype.itemsize, offset: 0 }, { first: k, end: k + 1, step: 1 }) === k ? [k] : [],
  );
}

const FLOATS = ['0', '-0.0', '0.1', 'nan', 'inf', '-inf', '-nan'];

describe('what matches', () => {
  for (const dtype of ['<f4', '>f8', '<f2', '<f16', 'bfloat16', '>f16']) {
    it(`is nan, an infinity or zero of either sign, among ${dtype}`, () => {
      assert.deepEqual(matching(dtype, FLOATS, 'nan'), [3, 6]);
      assert.deepEqual(matching(dtype, FLOATS, '!= nan'), [0, 1, 2, 4, 5]);
      assert.deepEqual(matching(dtype, FLOATS, '> nan'), []);
      assert.deepEqual(matching(dtype, FLOATS, 'inf'), [4]);
      assert.deepEqual(matching(dtype, FLOATS, '-inf'), [5]);
      assert.deepEqual(matching(dtype, FLOATS, '0'), [0, 1]);
      assert.deepEqual(matching(dtype, FLOATS, '!= 0'), [2, 3, 4, 5, 6]);
      assert.deepEqual(matching(dtype, FLOATS, '> 0'), [2, 4]);
      assert.deepEqual(matching(dtype, FLOATS, '> inf'), []);
      assert.deepEqual(matching(dtype, FLOATS, '<= -0.0'), [0, 1, 5]);
    });
    it(`is the value as ${dtype} stores it`, () => {
      assert.deepEqual(matching(dtype, FLOATS, '0.1'), [2]);
      assert.deepEqual(matching(dtype, FLOATS, '>= 0.1'), [2, 4]);
      assert.deepEqual(matching(dtype, FLOATS, '> 0.1'), [4]);
    });
    it(`is near within a tolerance, among ${dtype}`, () => {
      const items = ['1', '1.25', '1.5', 'inf', 'nan'];
      assert.deepEqual(matching(dtype, items, '1.125', '0.125'), [0, 1]);
      assert.deepEqual(matching(dtype, items, '1.125 ± 0.375'), [0, 1, 2]);
      assert.deepEqual(matching(dtype, items, '!= 1.125', '0.125'), [2, 3, 4]);
      assert.deepEqual(matching(dtype, items, 'inf', '1'), [3]);
      assert.deepEqual(matching(dtype, items, 'nan', '1'), [4]);
    });
  }
  it('is never an infinity where a value is too large for the dtype', () => {
    assert.deepEqual(matching('<f2', ['inf', '65504'], '1e6'), []);
    assert.deepEqual(matching('<f2', ['inf', '65504'], '< 1e6'), [1]);
  });
  it('is exact among 64-bit integers', () => {
    const items = ['9007199254740992', '9007199254740993', '-1'];
    assert.deepEqual(matching('<i8', items, '9007199254740993'), [1]);
    assert.deepEqual(matching('>i8', items, '> 9007199254740992'), [1]);
    assert.deepEqual(matching('<i8', items, '9007199254740993', '1.5'), [0, 1]);
    assert.deepEqual(matching('<u8', ['18446744073709551615', '0'], '18446744073709551615'), [0]);
  });
  it('is compared with fractions among integers', () => {
    for (const dtype of ['<i2', '<i8', '>u8']) {
      assert.deepEqual(matching(dtype, ['1', '2', '3'], '> 1.5'), [1, 2]);
      assert.deepEqual(matching(dtype, ['1', '2', '3'], '>= 1.5'), [1, 2]);
      assert.deepEqual(matching(dtype, ['1', '2', '3'], '< 2.5'), [0, 1]);
      assert.deepEqual(matching(dtype, ['1', '2', '3'], '<= 2.0'), [0, 1]);
      assert.deepEqual(matching(dtype, ['1', '2', '3'], '2', '1'), [0, 1, 2]);
    }
  });
  it('is a time, or NaT', () => {
    const items = ['2024-01-02', 'NaT', '2024-01-05'];
    assert.deepEqual(matching('<M8[D]', items, '2024-01-02'), [0]);
    assert.deepEqual(matching('>M8[D]', items, '> 2024-01-02'), [2]);
    assert.deepEqual(matching('<M8[D]', items, 'NaT'), [1]);
    assert.deepEqual(matching('<M8[D]', items, '!= NaT'), [0, 2]);
    assert.deepEqual(matching('<M8[D]', items, '< 2024-01-05'), [0]);
    assert.deepEqual(matching('<m8[h]', ['5', '24'], '1 day'), [1]);
    assert.deepEqual(matching('<M8[D]', items, '2024-01-03', '1'), [0]);
  });
  it('is a complex number', () => {
    const items = ['1+2j', '1+2.1j', 'nan', 'inf'];
    assert.deepEqual(matching('<c8', items, '1+2j'), [0]);
    assert.deepEqual(matching('>c16', items, '1+2j', '0.2'), [0, 1]);
    assert.deepEqual(matching('<c32', items, '!= 1+2j'), [1, 2, 3]);
    assert.deepEqual(matching('<c8', items, 'nan'), [2]);
    assert.throws(() => matching('<c8', items, '> 1'), /have no order/);
  });
  it('is text, raw bytes, or a truth', () => {
    const items = ["'a'", "'ab'", "'<b'", "''"];
    for (const dtype of ['S3', '<U3', '>U3']) {
      assert.deepEqual(matching(dtype, items, 'ab'), [1]);
      assert.deepEqual(matching(dtype, items, "'<b'"), [2]);
      assert.deepEqual(matching(dtype, items, "!= ''"), [0, 1, 2]);
      assert.deepEqual(matching(dtype, items, '>= a'), [0, 1]);
    }
    assert.deepEqual(matching('V2', ['0a0b', '0a0c'], '0a0c'), [1]);
    assert.throws(() => matching('V2', ['0a0b'], '> 0a0b'), /have no order/);
    assert.throws(() => matching('S3', items, 'a', '1'), { fields: { control: 'tolerance' } });
    assert.deepEqual(matching('?', ['True', 'False'], 'True'), [0]);
  });
  it('is refused in words of what is wrong', () => {
    assert.throws(() => matching('<i4', [], '0.5'), /invalid literal for int/);
    assert.throws(() => matching('|u1', [], '300'), /out of bounds for uint8/);
    assert.throws(() => matching('<f4', [], 'many'), /could not convert string to float/);
    assert.throws(() => matching('<f4', [], '  '), /No value to find/);
    assert.throws(() => matching('<f4', [], '1', '-1'), { fields: { control: 'tolerance' } });
    assert.throws(() => matching('<f4', [], '1', 'few'), { fields: { control: 'tolerance' } });
    assert.throws(() => matching('<f4', [], '> 1', '1'), { fields: { control: 'tolerance' } });
  });
});
