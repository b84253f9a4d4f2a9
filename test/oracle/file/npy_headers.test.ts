/**
 * .npy headers against a live NumPy: written by it, written by hand and damaged. What NumPy reads is read alike, what it
 * refuses is refused, in its words where they are its own. `NDARRAY_ORACLE_CASES` sets how many.
 */
import assert from 'node:assert/strict';
import type { DType } from '../../../core/dtype/dtype';
import { parseDType } from '../../../core/dtype/parse/parse';
import { InspectorError } from '../../../core/errors';
import { memorySource } from '../../../core/file/source/memorySource';
import { type NpyHeader, parseNpyHeader, readNpyHeader } from '../../../core/file/npy/header';
import { askNumPy, needsNumPy } from '../python';

interface DTypeFacts {
  readonly itemsize: number;
  readonly kind: string;
  readonly str?: string;
  readonly shape?: readonly number[];
  readonly base?: DTypeFacts;
  readonly fields?: readonly (readonly [name: string, offset: number, dtype: DTypeFacts])[];
}

interface Case {
  readonly bytes: string;
  readonly numpy:
    | { readonly error: string; readonly name: string }
    | {
        readonly error?: undefined;
        readonly shape: readonly (number | boolean)[];
        readonly fortranOrder: boolean;
        readonly dtype: DTypeFacts;
        readonly headerLength: number;
        readonly version: readonly number[];
      };
}

function dtypeFacts(dtype: DType): DTypeFacts {
  const { itemsize, kind, subarray, fields, str } = dtype;
  if (subarray) return { itemsize, kind, shape: subarray.shape, base: dtypeFacts(subarray.base) };
  if (!fields) return { itemsize, kind, str };
  return { itemsize, kind, fields: fields.map(field => [field.name, field.offset, dtypeFacts(field.dtype)]) };
}

async function headerOf(hex: string): Promise<NpyHeader | InspectorError> {
  try {
    const bytes = Uint8Array.from(Buffer.from(hex, 'hex'));
    const header = await readNpyHeader(memorySource(bytes));
    assert.deepEqual(parseNpyHeader(bytes), header);
    return header;
  } catch (error) {
    if (error instanceof InspectorError) return error;
    throw error;
  }
}

/** Python's own words, of its parser and its unpacking: the refusal counts, not how it is put. */
const PYTHONS_OWN =
  /^(malformed node|too many values|tuple index|not enough values|\('EOF|'utf-8' codec|'<' not supported)/;

/** What NumPy finds wrong with the header itself. */
const HEADERS_OWN = /^(Header|EOF|shape is|fortran_order is|the magic|we only|Object arrays)/;

function sameWords(got: string, said: string, name: string): boolean {
  if (PYTHONS_OWN.test(said) || name === 'MemoryError' || name === 'RecursionError') return true;
  // The core takes fewer literals than Python (no complex numbers, no tuple without its brackets) and says so at once.
  if (said.startsWith('Cannot parse header: ') || got.startsWith('Cannot parse header: ')) {
    return got.startsWith('Cannot parse header: ');
  }
  // NumPy says this of the TypeErrors that a descr causes, and lets others through as they are.
  const descr = 'descr is not a valid dtype descriptor: ';
  if (got.startsWith(descr) && !said.startsWith(descr)) return !HEADERS_OWN.test(said);
  // Long headers are quoted in part.
  return got.endsWith('…') ? said.startsWith(got.slice(0, -1)) : got === said;
}

const CASES = Number(process.env.NDARRAY_ORACLE_CASES ?? 4000);
const SEED = Number(process.env.NDARRAY_ORACLE_SEED ?? 20240607);

describe('.npy headers against NumPy', () => {
  let cases: readonly Case[] = [];

  before(async function () {
    needsNumPy(this);
    cases = await askNumPy<Case>('file/npy_cases.py', [CASES, SEED]);
    assert.equal(cases.length, CASES);
  });

  it('are read as NumPy reads them', async () => {
    const good = cases.filter(({ numpy }) => numpy.error === undefined);
    assert.ok(good.length > CASES / 2);
    for (const { bytes, numpy } of good) {
      const header = await headerOf(bytes);
      const text = Buffer.from(bytes, 'hex').toString('latin1');
      if (header instanceof InspectorError) assert.fail(`${header.kind} ${header.message}: ${text}`);
      const { dtype, dtypeText, shape, ...rest } = header;
      assert.deepEqual(
        { ...rest, dtype: dtypeFacts(dtype), shape },
        { ...numpy, shape: 'shape' in numpy ? numpy.shape.map(Number) : [] },
        text,
      );
      assert.deepEqual(parseDType(dtypeText), dtype, text);
    }
  });

  it('are refused where NumPy refuses them, in its words', async () => {
    const bad = cases.filter(({ numpy }) => numpy.error !== undefined);
    assert.ok(bad.length > CASES / 6);
    for (const { bytes, numpy } of bad) {
      const header = await headerOf(bytes);
      const text = Buffer.from(bytes, 'hex').toString('latin1').slice(0, 300);
      if (!(header instanceof InspectorError)) assert.fail(`not refused: ${text}, NumPy: ${numpy.error}`);
      assert.ok(header.kind === 'invalid-header' || header.kind === 'unsupported-dtype', header.message);
      assert.ok(header.action, 'an error says what to do');
      if ('name' in numpy)
        assert.ok(
          sameWords(header.message, numpy.error, numpy.name),
          `${header.message}\nNumPy: ${numpy.error}\n${text}`,
        );
    }
  });
});
