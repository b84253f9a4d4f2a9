/**
 * How good the guess is, measured on files that NumPy wrote: uniform and normal noise, ramps, walks, pictures, audio,
 * tokens, labels, times, complex signals, both byte orders. The thresholds are a little below what was reached on
 * seeds that were not looked at while the guess was made. `NDARRAY_ORACLE_CASES` sets how many files.
 */
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { guess } from '../../../extension/discovery/guess/guess';
import { isPlainText } from '../../../extension/discovery/guess/plainText';
import { samplePlan, type Sample } from '../../../extension/discovery/guess/samples';
import { temporaryFolder } from '../folder';
import { askNumPy, needsNumPy } from '../python';

interface Written {
  readonly kind: string;
  readonly file: string;
  readonly dtype: string;
  readonly shape: readonly number[];
  /** Other dtypes that no look at the bytes can tell from the one written. */
  readonly ambiguous: readonly string[];
}

interface Score {
  files: number;
  dtypeFirst: number;
  /** The first guess is the dtype, or one that cannot be told from it. */
  dtypeAlike: number;
  dtypeInThree: number;
  layoutFirst: number;
  layoutOffered: number;
}

const NOTHING: Score = {
  files: 0,
  dtypeFirst: 0,
  dtypeAlike: 0,
  dtypeInThree: 0,
  layoutFirst: 0,
  layoutOffered: 0,
};
const COUNT = Math.min(5000, Number(process.env.NDARRAY_ORACLE_CASES ?? 290));

async function samplesOf(file: string): Promise<{ samples: Sample[]; byteLength: number }> {
  const bytes = new Uint8Array(await readFile(file));
  const samples = samplePlan(bytes.length).map(({ byteOffset, byteLength }) => ({
    byteOffset,
    bytes: bytes.slice(byteOffset, byteOffset + byteLength),
  }));
  return { samples, byteLength: bytes.length };
}

async function scoreOf({ file, dtype, shape, ambiguous }: Written): Promise<Score> {
  const { samples, byteLength } = await samplesOf(file);
  assert.equal(isPlainText(samples[0].bytes), false, `${file} is not text`);
  const choices = guess(samples, byteLength, 'data.dat').map(({ choice }) => choice);
  const dtypes = [...new Set(choices.map(choice => choice.dtype))];
  const isRight = choices.map(choice => choice.dtype === dtype && String(choice.shape) === String(shape));
  return {
    files: 1,
    dtypeFirst: Number(dtypes[0] === dtype),
    dtypeAlike: Number([dtype, ...ambiguous].includes(dtypes[0])),
    dtypeInThree: Number(dtypes.slice(0, 3).includes(dtype)),
    layoutFirst: Number(isRight[0]),
    layoutOffered: Number(isRight.includes(true)),
  };
}

function sum(a: Score, b: Score): Score {
  return {
    files: a.files + b.files,
    dtypeFirst: a.dtypeFirst + b.dtypeFirst,
    dtypeAlike: a.dtypeAlike + b.dtypeAlike,
    dtypeInThree: a.dtypeInThree + b.dtypeInThree,
    layoutFirst: a.layoutFirst + b.layoutFirst,
    layoutOffered: a.layoutOffered + b.layoutOffered,
  };
}

function line(kind: string, score: Score): string {
  const share = (count: number) => `${((100 * count) / score.files).toFixed(1)} %`.padStart(8);
  const { dtypeFirst, dtypeInThree, layoutFirst, layoutOffered } = score;
  const shares = [dtypeFirst, dtypeInThree, layoutFirst, layoutOffered].map(share).join('');
  return `      ${kind.padEnd(16)}${String(score.files).padStart(5)}${shares}`;
}

describe('the guess on files that NumPy wrote', () => {
  const temporary = temporaryFolder();

  it('finds the dtype first in 94 % and among three in 99 %, the shape too in 70 %', async function () {
    needsNumPy(this);
    const folder = temporary();
    const scores = new Map<string, Score>();
    for (const written of await askNumPy<Written>('discovery/discovery_guess.py', [folder, 20_240, COUNT])) {
      scores.set(written.kind, sum(scores.get(written.kind) ?? NOTHING, await scoreOf(written)));
    }
    const all = [...scores.values()].reduce(sum, NOTHING);
    const rows = [...scores, ['all', all] as const].map(([kind, score]) => line(kind, score));
    console.log(['      kind            files   dtype   in 3  layout offered', ...rows].join('\n'));
    assert.equal(all.files, COUNT);
    assert.ok(all.dtypeFirst >= 0.94 * COUNT, `dtype first: ${all.dtypeFirst} of ${COUNT}`);
    assert.ok(all.dtypeAlike >= 0.97 * COUNT, `dtype or its like first: ${all.dtypeAlike} of ${COUNT}`);
    assert.ok(all.dtypeInThree >= 0.99 * COUNT, `dtype among three: ${all.dtypeInThree} of ${COUNT}`);
    assert.ok(all.layoutFirst >= 0.7 * COUNT, `layout first: ${all.layoutFirst} of ${COUNT}`);
    assert.ok(all.layoutOffered >= 0.76 * COUNT, `layout offered: ${all.layoutOffered} of ${COUNT}`);
  });
});
