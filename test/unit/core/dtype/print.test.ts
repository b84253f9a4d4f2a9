/** Printing a dtype and reading it back. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { sameDType, TIME_UNITS, type DType } from '../../../../core/dtype/dtype';
import { FORMAT_NAMES, isCustomFormat } from '../../../../core/dtype/formats';
import {
  bytesDType,
  numericDType,
  subarrayDType,
  textDType,
  timeDType,
  voidDType,
} from '../../../../core/dtype/make';
import { parseDType } from '../../../../core/dtype/parse/parse';
import { dtypeSource, dtypeText } from '../../../../core/dtype/print';
import { packedStruct, placedStruct, type FieldSpec } from '../../../../core/dtype/parse/struct';

const order = fc.constantFrom('<' as const, '>' as const);
const length = fc.nat({ max: 40 });
const unit = fc.record({
  name: fc.constantFrom(...TIME_UNITS),
  count: fc.integer({ min: 1, max: 2 ** 31 - 1 }),
});

// ml_dtypes has no byte order in its text, so no big-endian one can be typed.
const numeric = fc
  .tuple(fc.constantFrom(...FORMAT_NAMES), order)
  .map(([format, o]) => numericDType(format, isCustomFormat(format) ? '<' : o));
const scalar: fc.Arbitrary<DType> = fc.oneof(
  numeric,
  length.map(bytesDType),
  fc.tuple(length, order).map(([n, o]) => textDType(n, o)),
  length.map(voidDType),
  fc
    .tuple(fc.constantFrom('M' as const, 'm' as const), unit, order)
    .map(([kind, u, o]) => timeDType(kind, u.name === 'generic' ? { ...u, count: 1 } : u, o)),
);

/** Names and titles that differ, whatever characters they have. */
const specs = (dtype: fc.Arbitrary<DType>): fc.Arbitrary<FieldSpec[]> =>
  fc
    .array(fc.tuple(fc.string({ unit: 'binary' }), fc.option(fc.string(), { nil: undefined }), dtype), {
      maxLength: 4,
    })
    .map(list =>
      list.map(([name, title, d], k) => ({
        name: `${name}${k}`,
        dtype: d,
        ...(title === undefined ? {} : { title: `${k}t${title}` }),
      })),
    );

const { dtype } = fc.letrec<{ dtype: DType }>(tie => ({
  dtype: fc.oneof(
    { depthSize: 'small', maxDepth: 4, withCrossShrink: true },
    scalar,
    fc.tuple(specs(tie('dtype')), fc.boolean()).map(([fields, aligned]) => packedStruct(fields, aligned)),
    fc
      .tuple(specs(tie('dtype')), fc.array(length, { minLength: 4, maxLength: 4 }), length)
      .map(([fields, offsets, extra]) => {
        const places = offsets.slice(0, fields.length);
        const { itemsize } = placedStruct(fields, places, undefined, false);
        return placedStruct(fields, places, itemsize + extra, false);
      }),
    fc
      .tuple(tie('dtype'), fc.array(fc.nat({ max: 3 }), { minLength: 1, maxLength: 3 }))
      // NumPy takes the shape of what has no bytes for its length; and no item may reach 2 GiB.
      .map(([base, shape]) =>
        base.itemsize === 0 || base.itemsize > 2 ** 16 ? base : subarrayDType(base, shape),
      ),
  ),
}));

describe('dtypeSource', () => {
  it('is read back as an equal dtype', () => {
    fc.assert(
      fc.property(dtype, one => {
        const source = dtypeSource(one);
        assert.ok(sameDType(parseDType(source), one), source);
      }),
      { numRuns: 500 },
    );
  });

  it('keeps the alignment of nested structs, which NumPy loses', () => {
    const inner = "np.dtype([('c', 'i1'), ('d', '<f8')], align=True)";
    const outer = parseDType(`[('a', 'i1'), ('b', ${inner})]`);
    assert.equal(outer.itemsize, 17);
    assert.equal(dtypeText(outer), "[('a', 'i1'), ('b', [('c', 'i1'), ('d', '<f8')])]");
    assert.equal(dtypeSource(outer), `[('a', 'i1'), ('b', ${inner})]`);
  });
});

describe('dtypeText', () => {
  const unaligned = (one: DType): boolean =>
    !one.isAlignedStruct &&
    (one.fields ?? []).every(field => unaligned(field.dtype)) &&
    (!one.subarray || unaligned(one.subarray.base));

  it('is read back as an equal dtype where nothing is aligned', () => {
    fc.assert(
      fc.property(dtype.filter(unaligned), one => {
        assert.ok(sameDType(parseDType(dtypeText(one)), one), dtypeText(one));
      }),
      { numRuns: 500 },
    );
  });

  it('prints as NumPy does', () => {
    const same = [
      'float32',
      '>f8',
      '|S10',
      '<U5',
      '>U5',
      '|V3',
      'datetime64[25s]',
      '>m8[ns]',
      'bool',
      'float128',
      'bfloat16',
      "('<f4', (2, 3))",
      "[('x', '<f4'), ('y', '>i2', (2,))]",
      "[(('t', 'x'), '?')]",
      "{'names': ['x'], 'formats': ['S3'], 'offsets': [2], 'itemsize': 8}",
      "{'names': ['x'], 'formats': ['<i8'], 'offsets': [0], 'itemsize': 8, 'aligned': True}",
      "[('x', 'V'), ('y', '<U'), ('z', [])]",
      '[]',
    ];
    for (const text of same) assert.equal(dtypeText(parseDType(text)), text);
  });
});
