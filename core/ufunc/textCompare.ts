/** Comparisons of text, S or U: code by code, trailing NULs left out. */
import { allocateFor } from '../ndarray/allocate';
import { numericDType } from '../dtype/make';
import { codeReader, roomOf } from '../dtype/codes';
import { broadcastTo } from '../layout/broadcast';
import { asArray } from '../ndarray/create/array';
import { type NDArray, viewOf } from '../ndarray/ndarray';
import { eachRun, walkOf } from '../layout/walk';
import { commonShape, type Operand } from './operands';
import type { UfuncOptions } from './output';
import { COMPARISONS } from './loops';

/** Which of two items comes first, less than 0 where `x`'s does: NULs at the end count as nothing. */
function orderer(x: NDArray, y: NDArray): (atX: number, atY: number) => number {
  const [codeX, codeY] = [x, y].map(({ dtype }) => codeReader(dtype));
  const [viewX, viewY] = [x, y].map(({ buffer }) => new DataView(buffer));
  const [roomX, roomY] = [x, y].map(({ dtype }) => roomOf(dtype));
  const room = Math.max(roomX, roomY);
  return (atX, atY) => {
    for (let k = 0; k < room; k++) {
      const order = (k < roomX ? codeX(viewX, atX, k) : 0) - (k < roomY ? codeY(viewY, atY, k) : 0);
      if (order !== 0) return order;
    }
    return 0;
  };
}

export function compareText(name: string, operands: readonly Operand[], { out }: UfuncOptions): NDArray {
  const [a, b] = operands.map(value => asArray(value));
  const shape = commonShape([a, b], out);
  const [x, y] = [a, b].map(one => viewOf(one, broadcastTo(one.layout, shape)));
  const target = out ?? allocateFor([x.layout, y.layout], numericDType('bool'));
  const bytes = new Uint8Array(target.buffer);
  const orderOf = orderer(x, y);
  const verdict = COMPARISONS[name];
  eachRun(walkOf([target.layout, x.layout, y.layout]), ([to, atX, atY], [step, stepX, stepY], count) => {
    for (let k = 0; k < count; k++) {
      bytes[to + k * step] = verdict(orderOf(atX + k * stepX, atY + k * stepY)) ? 1 : 0;
    }
  });
  return target;
}
