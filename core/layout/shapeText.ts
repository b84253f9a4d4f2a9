/**
 * Shapes as people write them, `10000 x 10000`, `(10000, -1)`, `5`, and as the product writes them.
 * Invariant: `parseShape(shapeText(shape))` equals `shape`.
 */
import { InspectorError } from '../errors';
import { shapeError, tupleText } from './errors';
import { checkShape, MAX_NDIM } from './layout';

const MAX_LENGTH = 2_000;
const ACTION = 'Write lengths with × or commas between them: 10000 × 10000, or (10000, -1).';

/** `10000 × 10000`; `5`; `()` for a 0-dimensional array. */
export function shapeText(shape: readonly number[]): string {
  return shape.length === 0 ? '()' : shape.join(' × ');
}

/**
 * The shape that a text means: lengths separated by `x`, `×`, `*` or commas, with or without brackets, one of them −1
 * at most. Throws `invalid-shape`.
 */
export function parseShape(text: string): number[] {
  const body = unbracketed(text.trim());
  if (text.length > MAX_LENGTH) throw notAShape(text);
  if (body === '') {
    if (text.trim() === '') throw shapeError('the shape is empty', ACTION);
    return [];
  }
  const words = body.replace(/,\s*$/, '').split(/[,x×X*]/);
  if (words.length > MAX_NDIM)
    checkShape(
      words.map(() => 1),
      1,
    );
  const shape = words.map(word => lengthOf(word.trim(), text));
  if (shape.filter(length => length < 0).length > 1) {
    throw shapeError('can only specify one unknown dimension', `Keep one −1 in ${tupleText(shape)}.`);
  }
  checkShape(
    shape.map(length => (length < 0 ? 1 : length)),
    1,
  );
  return shape;
}

function unbracketed(text: string): string {
  return /^\(.*\)$|^\[.*\]$/s.test(text) ? text.slice(1, -1).trim() : text;
}

function lengthOf(word: string, text: string): number {
  if (!/^[+\-−]?\d+(?:_\d+)*$/.test(word)) throw notAShape(text);
  const length = Number(word.replaceAll('_', '').replace('−', '-')) + 0;
  if (length < -1) {
    throw shapeError(
      'negative dimensions are not allowed',
      `Got ${length}: give lengths of 0 or more, or −1 once for as much as fits.`,
    );
  }
  if (!Number.isSafeInteger(length)) {
    throw shapeError('Maximum allowed dimension exceeded', `Got ${word}: give lengths below 2^53.`);
  }
  return length;
}

function notAShape(text: string): Error {
  const shown = text.length > 60 ? `${text.slice(0, 60)}…` : text;
  return shapeError(`'${shown}' is not a shape`, ACTION);
}

/**
 * `shape` with its −1, if any, replaced by as much as fits in `byteLength` bytes from `offset`; bytes left over at
 * the end are the caller's to mention. Throws `invalid-shape` where nothing can be inferred, `out-of-bounds` for an
 * offset past the end.
 */
export function inferShape(
  shape: readonly number[],
  byteLength: number,
  itemsize: number,
  offset = 0,
): readonly number[] {
  if (!shape.includes(-1)) return shape;
  if (offset > byteLength) {
    throw new InspectorError(
      'out-of-bounds',
      `offset ${offset} is past the end: there are ${byteLength} bytes`,
      {
        action: `Give an offset from 0 to ${byteLength}.`,
      },
    );
  }
  const stepBytes = shape.reduce((product, length) => (length === -1 ? product : product * length), itemsize);
  if (stepBytes === 0) {
    throw shapeError(
      `cannot infer the −1 of shape ${tupleText(shape)} with items of ${itemsize} bytes: any length fits`,
      'Write the length instead of −1.',
    );
  }
  const inferred = Math.floor((byteLength - offset) / stepBytes);
  const full = shape.map(length => (length === -1 ? inferred : length));
  checkShape(full, itemsize);
  return full;
}
