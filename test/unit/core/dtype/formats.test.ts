/** Every row of the table of formats: it parses, is read and written, printed, cast and promoted. */
import assert from 'node:assert/strict';
import { FORMAT_NAMES, FORMATS, isCustomFormat } from '../../../../core/dtype/formats';
import { itemReader } from '../../../../core/dtype/items/read';
import { encodeItem } from '../../../../core/dtype/items/write';
import { parseDType } from '../../../../core/dtype/parse/parse';
import { dtypeSource } from '../../../../core/dtype/print';
import { array, arrayStr, canCast, promoteTypes } from '../../../../core/index';
import { formatItem } from '../../../../core/text/item';

for (const format of FORMAT_NAMES) {
  const row = FORMATS[format];
  const dtype = parseDType(format);

  describe(`the format ${format}`, () => {
    it('is the dtype of each of its names', () => {
      assert.equal(dtype.format, format);
      for (const name of row.names?.split(' ') ?? []) assert.equal(parseDType(name).format, format, name);
      assert.equal(parseDType(dtypeSource(dtype)).format, format);
    });

    it('has bits and parts that fit its size', () => {
      const { bits, part, array: items } = row;
      const sign = bits?.specials === 'fnu' ? 0 : 1;
      if (bits) assert.ok(sign + bits.exponentBits + bits.fractionBits <= 8 * row.itemsize);
      if (part) assert.equal(2 * FORMATS[part].itemsize, row.itemsize);
      if (items) assert.equal(items.BYTES_PER_ELEMENT, row.itemsize);
    });

    it('is written, read and printed', () => {
      const { bytes, exact } = encodeItem(dtype, '1');
      const view = new DataView(bytes.buffer);
      assert.equal(bytes.length, row.itemsize);
      assert.ok(exact);
      assert.notEqual(itemReader(dtype)(view, 0), undefined);
      const text = formatItem(dtype, view, 0);
      assert.deepEqual(encodeItem(dtype, text).bytes, bytes, text);
    });

    it('is cast from and to float64, and printed in arrays', () => {
      const ones = array([1, 1]).astype(format);
      assert.equal(ones.dtype.format, format);
      assert.deepEqual([...ones.astype('float64').flat], [1, 1]);
      assert.match(arrayStr(ones), /^\[ ?\S+ +\S+\]$/);
    });

    it('has a dtype in common with itself, and with others where it is NumPy’s own', () => {
      assert.equal(promoteTypes(dtype, dtype).format, format);
      if (isCustomFormat(format)) return;
      for (const other of FORMAT_NAMES.filter(name => !isCustomFormat(name))) {
        const common = promoteTypes(dtype, parseDType(other));
        assert.ok(canCast(dtype, common) && canCast(other, common), other);
      }
    });
  });
}
