/** Comparisons of text, S or U: code by code, trailing NULs left out. */
import { allocateFor } from '../ndarray/allocate';
import { numericDType } from '../dtype/make';
import { codesAt, strippedBytes } from '../dtype/read';
import { broadcastTo } from '../layout/broadcast';
import { asArray } from '../ndarray/create';
import { type NDArray, viewOf } from '../ndarray/ndarray';
import { eachRun, walkOf } from '../ndarray/walk';
import { commonShape, type Operand } from './operands';
import type { UfuncOptions } from './ufunc';

const VERDICTS: Readonly<Record<string, (order: number) => boolean>> = {
  equal: order => order === 0,
  notEqual: order => order !== 0,
  less: order => order < 0,
  lessEqual: order => order <= 0,
  greater: order => order > 0,
  greaterEqual: order => order >= 0,
};

export const isComparison = (name: string): boolean => name in VERDICTS;

/** What reads the codes of one item: bytes of S, code points of U. */
export function codesReader({
  dtype,
  buffer,
}: NDArray): (at: number) => Iterable<number> & ArrayLike<number> {
  const view = new DataView(buffer);
  return dtype.kind === 'S' ? at => strippedBytes(view, at, dtype.itemsize) : at => codesAt(view, at, dtype);
}

function orderOf(a: ArrayLike<number>, b: ArrayLike<number>): number {
  const length = Math.min(a.length, b.length);
  for (let k = 0; k < length; k++) if (a[k] !== b[k]) return a[k] - b[k];
  return a.length - b.length;
}

export function compareText(name: string, operands: readonly Operand[], { out }: UfuncOptions): NDArray {
  const [a, b] = operands.map(value => asArray(value));
  const shape = commonShape([a, b], out);
  const [x, y] = [a, b].map(one => viewOf(one, broadcastTo(one.layout, shape)));
  const target = out ?? allocateFor([x.layout, y.layout], numericDType('bool'));
  const bytes = new Uint8Array(target.buffer);
  const [readX, readY] = [codesReader(x), codesReader(y)];
  const verdict = VERDICTS[name];
  eachRun(walkOf([target.layout, x.layout, y.layout]), ([to, atX, atY], [step, stepX, stepY], count) => {
    for (let k = 0; k < count; k++) {
      bytes[to + k * step] = verdict(orderOf(readX(atX + k * stepX), readY(atY + k * stepY))) ? 1 : 0;
    }
  });
  return target;
}
