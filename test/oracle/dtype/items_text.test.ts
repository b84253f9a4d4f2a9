/**
 * The text of items against a live NumPy: random dtypes over random bytes, all float16, powers of two and ten of the
 * larger floats, the encodings of extended floats, extreme dates. `NDARRAY_ORACLE_CASES` sets how many random ones.
 */
import assert from 'node:assert/strict';
import { FORMAT_NAMES, isCustomFormat } from '../../../core/dtype/formats';
import { parseDType } from '../../../core/dtype/parse/parse';
import { formatItem, itemFormatter } from '../../../core/text/item';
import { askNumPy, needsNumPy } from '../python';

const CASES = Number(process.env.NDARRAY_ORACLE_CASES ?? 6000);
const SEED = process.env.NDARRAY_ORACLE_SEED ?? 'items';

interface Group {
  readonly dtype: string;
  /** Hexadecimal. */
  readonly bytes: string;
  readonly texts: readonly string[];
}

interface CustomGroup extends Group {
  readonly known: Readonly<Record<string, string | number>>;
}

/** The types of ml_dtypes. */
const CUSTOM = FORMAT_NAMES.filter(isCustomFormat);

const viewOf = (hex: string): DataView => new DataView(Uint8Array.from(Buffer.from(hex, 'hex')).buffer);

function checkGroup({ dtype, bytes, texts }: Group): void {
  const view = viewOf(bytes);
  const { itemsize } = parseDType(dtype);
  const format = itemFormatter(parseDType(dtype));
  texts.forEach((text, k) => {
    const at = k * itemsize;
    assert.equal(format(view, at), text, `${dtype} ${bytes.slice(2 * at, 2 * (at + itemsize))}`);
  });
}

describe('item texts and NumPy', function () {
  before(function () {
    needsNumPy(this);
  });

  it('agree on random dtypes over random bytes', async () => {
    const cases = await askNumPy<{ dtype: string; bytes: string; text: string }>('dtype/items_text.py', [
      CASES,
      SEED,
    ]);
    assert.equal(cases.length, CASES);
    for (const { dtype, bytes, text } of cases) {
      assert.equal(formatItem(parseDType(dtype), viewOf(bytes), 0), text, `${dtype} ${bytes}`);
    }
  });

  it('agree at the edges of every float and of every unit of time', async () => {
    const groups = await askNumPy<Group>('dtype/items_edges.py');
    groups.forEach(checkGroup);
    assert.ok(groups.reduce((n, { texts }) => n + texts.length, 0) > 100_000);
  });

  it('agree with ml_dtypes on every value of its floats', async function () {
    const groups = await askNumPy<CustomGroup>('dtype/items_custom.py', CUSTOM);
    if (groups.length === 0) this.skip();
    for (const group of groups) {
      const { str, name, itemsize, alignment } = parseDType(group.dtype);
      assert.deepEqual({ str, name, itemsize, alignment }, group.known);
      checkGroup(group);
    }
  });
});
