/** Texts joined, S with S or U with U: trailing NULs are left out of both. Source: `numpy.add`. */
import type { DType } from '../dtype/dtype';
import { bytesDType, textDType } from '../dtype/make';
import { broadcastTo } from '../layout/broadcast';
import { allocateFor } from '../ndarray/allocate';
import { codesReader, storeCodes } from '../casting/convertText';
import { asArray } from '../ndarray/create/array';
import { dtypeRepr } from '../dtype/numpyNames';
import { type NDArray, viewOf } from '../ndarray/ndarray';
import { textLength } from '../casting/promote';
import { eachRun, walkOf } from '../layout/walk';
import { commonShape, noLoop, type Operand } from './operands';

/** A new array; its items have room for both texts, a single one for what it is. `UFuncTypeError` for S and U. */
export function addText(operands: readonly Operand[]): NDArray {
  const [a, b] = operands.map(value => asArray(value));
  if (a.dtype.kind !== b.dtype.kind) throw notAdded(a.dtype, b.dtype);
  const shape = commonShape([a, b]);
  const [x, y] = [a, b].map(one => viewOf(one, broadcastTo(one.layout, shape)));
  const [readX, readY] = [x, y].map(({ dtype, buffer }) => {
    const [read, view] = [codesReader(dtype), new DataView(buffer)];
    return (at: number) => read(view, at);
  });
  const joined = (atX: number, atY: number): number[] => [...readX(atX), ...readY(atY)];
  const room =
    shape.length > 0 ? textLength(x.dtype) + textLength(y.dtype) : joined(x.byteOffset, y.byteOffset).length;
  const dtype = x.dtype.kind === 'S' ? bytesDType(room) : textDType(room);
  const result = allocateFor([x.layout, y.layout], dtype);
  const view = new DataView(result.buffer);
  eachRun(walkOf([result.layout, x.layout, y.layout]), ([to, atX, atY], [step, stepX, stepY], count) => {
    for (let k = 0; k < count; k++)
      storeCodes(view, to + k * step, dtype, joined(atX + k * stepX, atY + k * stepY));
  });
  return result;
}

const notAdded = (one: DType, two: DType) =>
  noLoop(
    'add',
    `ufunc 'add' cannot use operands with types ${dtypeRepr(one)} and ${dtypeRepr(two)}`,
    'UFuncTypeError',
  );
