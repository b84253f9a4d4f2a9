/** The concatenation of texts, S with S or U with U, without trailing NULs. Source: `numpy.add`. */
import { bytesDType, textDType } from '../../dtype/make';
import { dtypeRepr } from '../../dtype/numpyNames';
import { codesReader, storeCodes } from '../../casting/convertText';
import { textLength } from '../../casting/promote';
import { broadcastTo } from '../../layout/broadcast';
import { eachRun, walkOf } from '../../layout/walk';
import { allocateFor } from '../../ndarray/allocate';
import { copyInto } from '../../ndarray/copy/copyInto';
import { asArray } from '../../ndarray/create/array';
import { type NDArray, viewOf } from '../../ndarray/ndarray';
import { commonShape, noLoop, type Operand } from '../operands';
import { checkOutput } from '../output';
import type { TextLoop } from '../ufunc';

/** The loop of `add`. `UFuncTypeError` for S with U. */
export const concatenate: TextLoop = (operands, { out, casting }) => {
  const result = concatenated(operands);
  if (!out) return result;
  checkOutput('add', result.dtype, out, casting);
  copyInto(out, viewOf(result, broadcastTo(result.layout, commonShape([result], out))));
  return out;
};

/** A new array. Its items have room for both texts, a single one for its own length. */
function concatenated(operands: readonly Operand[]): NDArray {
  const [a, b] = operands.map(value => asArray(value));
  if (a.dtype.kind !== b.dtype.kind) {
    const types = `${dtypeRepr(a.dtype)} and ${dtypeRepr(b.dtype)}`;
    throw noLoop('add', `ufunc 'add' cannot use operands with types ${types}`, 'UFuncTypeError');
  }
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
