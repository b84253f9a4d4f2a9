/**
 * Dtypes against a live NumPy: what it knows of thousands of random ones, and what it says of good and bad spellings.
 * `NDARRAY_ORACLE_CASES` sets how many.
 */
import assert from 'node:assert/strict';
import { sameDType, type DType } from '../../../core/dtype/dtype';
import { parseDType } from '../../../core/dtype/parse/parse';
import { dtypeSource, dtypeText } from '../../../core/dtype/print';
import { parseTypeString } from '../../../core/dtype/parse/typestr';
import { InspectorError } from '../../../core/errors';
import { askNumPy, needsNumPy } from '../python';

const CASES = Number(process.env.NDARRAY_ORACLE_CASES ?? 6000);
const SEED = process.env.NDARRAY_ORACLE_SEED ?? 'dtypes';

interface Facts {
  readonly text: string;
  readonly repr: string;
  readonly str: string;
  readonly name: string;
  readonly itemsize: number;
  readonly alignment: number;
  readonly aligned: boolean;
  readonly fields?: readonly { name: string; offset: number; title: string | null; dtype: Facts }[];
  readonly base?: Facts;
  readonly shape?: readonly number[];
}

interface Case {
  readonly source: string;
  /** Whether NumPy's own text says it all. */
  readonly survives: boolean;
  readonly facts: Facts;
}

type Said = { text: string; itemsize: number; alignment: number } | { error: string; message?: string };

interface Spelling {
  readonly typed: string;
  /** A Python expression, not the inside of a string. */
  readonly literal: boolean;
  readonly pointers?: true;
  /** NumPy's own answer makes no sense. */
  readonly unsound?: true;
}

/** As `facts` of `dtype_facts.py`, but for `repr`. */
function factsOf(dtype: DType): Omit<Facts, 'repr'> {
  const { str, name, itemsize, alignment, isAlignedStruct: aligned, fields, subarray } = dtype;
  return {
    ...{ text: dtypeText(dtype), str, name, itemsize, alignment, aligned },
    ...(fields && {
      fields: fields.map(field => ({
        ...{ name: field.name, offset: field.offset, title: field.title ?? null },
        dtype: factsOf(field.dtype) as Facts,
      })),
    }),
    ...(subarray && { base: factsOf(subarray.base) as Facts, shape: subarray.shape }),
  };
}

function withoutRepr(facts: Facts): Omit<Facts, 'repr'> {
  const { repr, fields, base, ...rest } = facts;
  assert.equal(typeof repr, 'string');
  return {
    ...rest,
    ...(fields && { fields: fields.map(field => ({ ...field, dtype: withoutRepr(field.dtype) as Facts })) }),
    ...(base && { base: withoutRepr(base) as Facts }),
  };
}

function answer({ typed, literal }: Spelling): Said | { pointers: true } {
  try {
    const dtype = literal ? parseDType(typed) : parseTypeString(typed);
    return { text: dtypeText(dtype), itemsize: dtype.itemsize, alignment: dtype.alignment };
  } catch (error) {
    assert.ok(error instanceof InspectorError, String(error));
    assert.ok(error.action, 'every error says what to do');
    if (error.kind === 'unsupported-dtype') return { pointers: true };
    return { error: error.numpyName ?? '', message: error.message };
  }
}

/**
 * Where we part from NumPy on purpose: names with underscores are fine in comma strings (those of ml_dtypes have
 * them), positions count characters, not bytes, and pointers are refused before the rest of a list is read. And where
 * NumPy reads past a table of its own: the divisors of weeks.
 */
const OURS = /_.*,|,.*_|\d.*_|μ|[OT].*,|W\//;

describe('dtypes and NumPy', function () {
  before(function () {
    needsNumPy(this);
  });

  it('agree on names, sizes, alignments, fields and text', async () => {
    const cases = await askNumPy<Case>('dtype/dtype_facts.py', [CASES, SEED]);
    assert.equal(cases.length, CASES);
    for (const { source, facts } of cases) {
      assert.deepEqual(factsOf(parseDType(source)), withoutRepr(facts), source);
    }
  });

  it('read back what NumPy prints of a dtype, and what we print', async () => {
    const cases = await askNumPy<Case>('dtype/dtype_facts.py', [CASES / 4, `${SEED} again`]);
    for (const { source, survives, facts } of cases) {
      const dtype = parseDType(source);
      assert.ok(sameDType(parseDType(dtypeSource(dtype)), dtype), dtypeSource(dtype));
      if (!survives) continue;
      assert.ok(sameDType(parseDType(facts.repr), dtype), facts.repr);
      if (!dtype.subarray || !dtype.isAlignedStruct)
        assert.ok(sameDType(parseDType(facts.text), dtype), facts.text);
    }
    assert.ok(cases.filter(({ survives }) => survives).length > cases.length / 2);
  });

  it('agree on good and bad spellings, word for word', async () => {
    const spellings = await askNumPy<Spelling & Partial<Said>>('dtype/dtype_strings.py', [CASES, SEED]);
    let refused = 0;
    for (const { typed, literal, unsound, ...said } of spellings) {
      if (unsound || OURS.test(typed)) continue;
      const got = answer({ typed, literal });
      if ('error' in said) refused++;
      if ('error' in said && said.error === 'SyntaxError') assert.ok('error' in got, typed);
      else assert.deepEqual(got, said, typed);
    }
    assert.ok(refused > CASES / 4, `only ${refused} were refused`);
  });
});
