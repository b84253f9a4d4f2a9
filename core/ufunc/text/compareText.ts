/** Comparisons of texts, S or U: code by code, without trailing NULs. */
import { numericDType } from '../../dtype/make';
import { codeReader, textCapacity } from '../../dtype/codes';
import { broadcastTo } from '../../layout/broadcast';
import { eachRun, walkOf } from '../../layout/walk';
import { allocateFor } from '../../ndarray/allocate';
import { asArray } from '../../ndarray/create/array';
import { type NDArray, viewOf } from '../../ndarray/ndarray';
import { commonShape } from '../operands';
import type { TextLoop } from '../ufunc';

/** Returns how the item of `x` at one byte offset sorts against that of `y` at another: < 0 where it comes first. */
function comparerOf(x: NDArray, y: NDArray): (atX: number, atY: number) => number {
  const [codeX, codeY] = [x, y].map(({ dtype }) => codeReader(dtype));
  const [viewX, viewY] = [x, y].map(({ buffer }) => new DataView(buffer));
  const [roomX, roomY] = [x, y].map(({ dtype }) => textCapacity(dtype));
  const room = Math.max(roomX, roomY);
  return (atX, atY) => {
    for (let k = 0; k < room; k++) {
      const order = (k < roomX ? codeX(viewX, atX, k) : 0) - (k < roomY ? codeY(viewY, atY, k) : 0);
      if (order !== 0) return order;
    }
    return 0;
  };
}

/** The loop of a comparison that `holds` for the order of x1 against x2: < 0, 0 or > 0. S is not compared with U. */
export const compareText =
  (holds: (order: number) => boolean): TextLoop =>
  (operands, { out }) => {
    const [a, b] = operands.map(value => asArray(value));
    if (a.dtype.kind !== b.dtype.kind) return undefined;
    const shape = commonShape([a, b], out);
    const [x, y] = [a, b].map(one => viewOf(one, broadcastTo(one.layout, shape)));
    const target = out ?? allocateFor([x.layout, y.layout], numericDType('bool'));
    const bytes = new Uint8Array(target.buffer);
    const compare = comparerOf(x, y);
    eachRun(walkOf([target.layout, x.layout, y.layout]), ([to, atX, atY], [step, stepX, stepY], count) => {
      for (let k = 0; k < count; k++)
        bytes[to + k * step] = holds(compare(atX + k * stepX, atY + k * stepY)) ? 1 : 0;
    });
    return target;
  };
