/** The call of a ufunc on datetimes and timedeltas, in ticks of the unit that the operands have in common. */
import type { DType } from '../../dtype/dtype';
import { numericDType } from '../../dtype/make';
import { conversionOf } from '../../casting/conversion';
import { broadcastTo } from '../../layout/broadcast';
import { eachRun, walkOf } from '../../layout/walk';
import { astype } from '../../ndarray/create/astype';
import { type NDArray, viewOf } from '../../ndarray/ndarray';
import { commonShape, type Operand, operandArray } from '../operands';
import { allocateResult, checkInput, checkOutput, type UfuncOptions } from '../output';
import { notSupported } from '../refusals';
import type { Ufunc } from '../ufunc';
import type { TimeLoop } from './timeLoops';

const INT64 = numericDType('int64');
const FLOAT64 = numericDType('float64');

/** Calls the ufunc with operands at least one of which is a time. Returns `out` where it is given, else a new array. */
export function callOnTimes(
  ufunc: Ufunc,
  operands: readonly Operand[],
  dtypes: readonly DType[],
  { out, casting }: UfuncOptions,
): NDArray {
  const { name, time, refusal = notSupported } = ufunc;
  const loop = time?.(...dtypes);
  if (!loop) throw refusal(name, operands, dtypes);
  const { inputs, result } = loop;
  // Months and years are no number of days, and a timedelta is no datetime.
  dtypes.forEach((dtype, k) => {
    if (dtype.unit) checkInput(name, [k, dtypes.length], dtype, inputs[k], casting);
  });
  const given = operands.map((value, k) => operandArray(value, dtypes[k]));
  const arrays = given.map((x, k) =>
    hasOwnUnit(x) || !inputs[k].unit ? astype(x, inputs[k]) : asTicks(x, inputs[k]),
  );
  checkOutput(name, result, out, casting);
  const shape = commonShape(given, out);
  const views = arrays.map(x => viewOf(x, broadcastTo(x.layout, shape)));
  const target =
    out ?? allocateResult(given, shape, x => x.dtype.str !== inputs[given.indexOf(x)].str, result);
  runTimeLoop(loop, views, target);
  return target;
}

/** Whether the array has a unit other than generic: generic times, as integers, count ticks of any unit. */
const hasOwnUnit = ({ dtype }: NDArray): boolean => dtype.unit !== undefined && dtype.unit.name !== 'generic';

const asTicks = (x: NDArray, dtype: DType): NDArray => {
  const ticks = astype(x, INT64);
  return viewOf(ticks, ticks.layout, { dtype });
};

function runTimeLoop({ operation, result }: TimeLoop, views: readonly NDArray[], target: NDArray): void {
  const item = new DataView(new ArrayBuffer(8));
  const itemDType = result.kind === 'f' ? FLOAT64 : result.kind === 'b' ? INT64 : result;
  const store = conversionOf(target.buffer, target.dtype, item.buffer, itemDType);
  const readers = views.map(({ buffer, dtype }) => {
    const view = new DataView(buffer);
    return dtype.kind === 'f'
      ? (at: number) => view.getFloat64(at, true)
      : (at: number) => view.getBigInt64(at, true);
  });
  eachRun(walkOf([target.layout, ...views.map(view => view.layout)]), (offsets, steps, count) => {
    for (let k = 0; k < count; k++) {
      const value = operation(...readers.map((read, n) => read(offsets[n + 1] + k * steps[n + 1])));
      if (typeof value === 'number') item.setFloat64(0, value, true);
      else item.setBigInt64(0, value, true);
      store(offsets[0] + k * steps[0], 0, 0, 0, 1);
    }
  });
}
