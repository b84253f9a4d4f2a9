/** Equality of dtypes, and the leaf columns of structured ones. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { leafFields, sameDType } from '../../../../core/dtype/dtype';
import { parseDType } from '../../../../core/dtype/parse/parse';

describe('sameDType', () => {
  it('tells apart what differs in any part', () => {
    const texts = [
      '<f4',
      '>f4',
      'i4',
      'u4',
      'S4',
      'V4',
      '<U1',
      '>U1',
      'm8[s]',
      'm8[2s]',
      'M8[s]',
      '2i2',
      "[('a', 'i4')]",
      "[('b', 'i4')]",
      "[(('t', 'a'), 'i4')]",
      "[('a', 'V4')]",
      "np.dtype([('a', 'i4')], align=True)",
      "{'names': ['a'], 'formats': ['i2'], 'offsets': [2]}",
      "{'names': ['a'], 'formats': ['i2'], 'offsets': [1], 'itemsize': 4}",
      '(2,1)i2',
      '(1,2)i2',
      '4i1',
      'float8_e4m3',
      'float8_e5m2',
      'f2',
      'bfloat16',
    ];
    for (const a of texts) {
      for (const b of texts) assert.equal(sameDType(parseDType(a), parseDType(b)), a === b, `${a} and ${b}`);
    }
  });
});

describe('leafFields', () => {
  const paths = (text: string, limit = 100) =>
    leafFields(parseDType(text), limit).leaves.map(({ path }) => path);

  it('names nested fields and the items of subarrays', () => {
    const text = "[('pos', [('x', 'f4'), ('y', 'f4')]), ('m', '(2,2)i2'), ('p', [('q', 'i1')], (2,))]";
    assert.deepEqual(paths(text), [
      'pos.x',
      'pos.y',
      'm[0,0]',
      'm[0,1]',
      'm[1,0]',
      'm[1,1]',
      'p[0].q',
      'p[1].q',
    ]);
  });

  it('places each leaf where its bytes are', () => {
    const { leaves } = leafFields(
      parseDType("[('a', 'i1'), ('b', [('c', 'V3'), ('d', '>i2', (2,))], (2,))]"),
      100,
    );
    assert.deepEqual(
      leaves.map(({ offset }) => offset),
      [0, 1, 4, 6, 8, 11, 13],
    );
    assert.deepEqual(
      leaves.map(({ dtype }) => dtype.str),
      ['|i1', '|V3', '>i2', '>i2', '|V3', '>i2', '>i2'],
    );
  });

  it('is one leaf without a path for a plain dtype', () => {
    assert.deepEqual(leafFields(parseDType('f4'), 5), {
      leaves: [{ path: '', dtype: parseDType('f4'), offset: 0 }],
      total: 1,
    });
  });

  it('counts past the limit without walking there', () => {
    const { leaves, total } = leafFields(parseDType("[('a', 'i1', (30000, 30000)), ('b', 'f4')]"), 3);
    assert.equal(total, 900_000_001);
    assert.deepEqual(
      leaves.map(({ path }) => path),
      ['a[0,0]', 'a[0,1]', 'a[0,2]'],
    );
  });

  it('is quick where there are many of nothing', () => {
    for (const text of [
      "[('a', [], (2000000000,)), ('b', 'i1')]",
      "[('a', [('z', 'f8', (0,))], (2000000000,)), ('b', 'i1')]",
    ]) {
      assert.deepEqual(paths(text), ['b']);
    }
  });

  it('stays inside the item', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('i1', '(2,3)f4', 'S5', '2V3', '0f8'), { maxLength: 5 }),
        formats => {
          const dtype = parseDType([...formats, '?'].join(','));
          const { leaves, total } = leafFields(dtype, 1000);
          assert.equal(leaves.length, total);
          assert.equal(
            leaves.reduce((n, leaf) => n + leaf.dtype.itemsize, 0),
            dtype.itemsize,
          );
          for (const leaf of leaves) assert.ok(leaf.offset + leaf.dtype.itemsize <= dtype.itemsize);
        },
      ),
    );
  });
});
