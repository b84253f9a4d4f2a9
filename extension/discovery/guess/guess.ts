/**
 * A file's layout guessed from a few windows of its bytes, its size and its name, for when nobody says what it is.
 * Invariant: pure; at least one guess, at most six, each labelled a guess with its reason, none larger than the file.
 */
import type { Candidate } from '../../../webview/protocol/documentState';
import { t } from '../../l10n';
import { distinctLayouts, resolveLayout, type WrittenLayout } from '../fit';
import { guessDTypes, type DTypeGuess } from './dtypes';
import { nameHints } from './nameHints';
import { guessReason } from './reason';
import type { Sample } from './samples';
import { guessShapes } from './shapes';
import { readValues } from './readValues';
import { informativeSlices } from './words';

const MAX_GUESSES = 6;
const MAX_DTYPES = 4;

/** `samples`: the windows of `samplePlan(byteLength)`. Best first. */
export function guess(samples: readonly Sample[], byteLength: number, fileName: string): Candidate[] {
  if (byteLength === 0) return [fallback(fileName, 0, t('the file is empty'))];
  const dtypes = guessDTypes(samples, fileName);
  if (dtypes.length === 0) {
    return distinctLayouts(
      [fallback(fileName, byteLength, t('every sampled byte is 0')), ...bytesToo(byteLength)],
      MAX_GUESSES,
    );
  }
  const whole = dtypes.filter(({ itemsize }) => byteLength % itemsize === 0);
  const ragged = dtypes.slice(0, 1).filter(({ itemsize }) => byteLength % itemsize !== 0);
  const [first, ...others] = whole
    .slice(0, MAX_DTYPES)
    .map(dtype => layoutsOf(dtype, samples, byteLength, fileName));
  return distinctLayouts(
    [
      ...first.slice(0, 2),
      ...ragged.flatMap(dtype => layoutsOf(dtype, samples, byteLength, fileName).slice(0, 1)),
      ...others.map(layouts => layouts[0]),
      ...first.slice(2),
    ],
    MAX_GUESSES,
  );
}

/** The shapes that items of this dtype may have, best first. */
function layoutsOf(
  guess: DTypeGuess,
  samples: readonly Sample[],
  byteLength: number,
  fileName: string,
): Candidate[] {
  const { dtype, itemsize, reading } = guess;
  const count = Math.floor(byteLength / itemsize);
  const named = nameHints(fileName);
  const sequence = named.sequence || dtype.includes('[');
  const parts = readValues([samples[0].bytes], reading);
  const values = itemsize === reading.width ? parts : parts.filter((_, k) => k % 2 === 0);
  const shapes = guessShapes({
    values,
    count,
    named: named.shape,
    sequence,
    vectors: reading.family === 'float',
  });
  const text = t('guessed from the bytes: {0}', guessReason(guess, informativeSlices(samples)));
  return shapes.map(shape => candidate({ dtype, shape }, byteLength, { kind: 'guess', text }));
}

/** Where the bytes tell nothing: what the name says, else NumPy users' usual float32, else bytes. */
function fallback(fileName: string, byteLength: number, why: string): Candidate {
  const hints = [...nameHints(fileName).dtypes].sort(([, a], [, b]) => a - b);
  const named = hints.map(([name]) => name);
  const dtype = [...named, 'float32', 'uint8'].find(name => fitsWhole(name, byteLength)) ?? 'uint8';
  const text = t('{0}, {1} assumed', why, dtype);
  return candidate({ dtype }, byteLength, { kind: 'fallback', text });
}

function bytesToo(byteLength: number): Candidate[] {
  return ['uint8', 'float64', 'int64', 'int32', 'int16']
    .filter(dtype => fitsWhole(dtype, byteLength))
    .map(dtype =>
      candidate({ dtype }, byteLength, {
        kind: 'fallback',
        text: t('every sampled byte is 0, {0} assumed', dtype),
      }),
    );
}

/** Whether items of `dtype` fill the file to its last byte. */
function fitsWhole(dtype: string, byteLength: number): boolean {
  const bits = /\d+$/.exec(dtype);
  return byteLength % (bits ? Number(bits[0]) / 8 : 1) === 0;
}

function candidate(written: WrittenLayout, byteLength: number, origin: Candidate['origin']): Candidate {
  return { choice: resolveLayout(written, byteLength), origin };
}
