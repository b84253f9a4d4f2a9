/** Runs the loop of a ufunc over arrays of one shape. */
import type { DType } from '../../dtype/dtype';
import { isExtendedFormat } from '../../dtype/formats';
import { eachRun, walkOf } from '../../layout/walk';
import type { NDArray } from '../../ndarray/ndarray';
import { longdoubleRefusal } from '../operands';
import type { Ufunc } from '../ufunc';
import { complexPlan } from './complexLoop';
import { runFloatLoop } from './floatLoop';
import { int64Plan, isInt64Loop } from './int64Loop';
import { numberPlan } from './numberLoop';
import { BLOCK_ITEMS, type Plan } from './plan';

/** Computes `out = ufunc(...inputs)` in the dtype `loop`; inputs and output have one shape. */
export function runLoop(ufunc: Ufunc, loop: DType, inputs: readonly NDArray[], out: NDArray): void {
  if (ufunc.nin === 2 && runFloatLoop(ufunc, loop, inputs, out)) return;
  const plan = planOf(ufunc, loop, inputs, out);
  eachRun(walkOf([out.layout, ...inputs.map(x => x.layout)]), (offsets, steps, count) => {
    for (let done = 0; done < count; done += BLOCK_ITEMS) {
      const length = Math.min(BLOCK_ITEMS, count - done);
      plan.loads.forEach((load, k) => load(offsets[k + 1] + done * steps[k + 1], steps[k + 1], length));
      plan.compute(length);
      plan.store(offsets[0] + done * steps[0], steps[0], length);
    }
  });
}

function planOf(ufunc: Ufunc, loop: DType, inputs: readonly NDArray[], out: NDArray): Plan {
  if (isExtendedFormat(loop.format)) throw longdoubleRefusal(ufunc.name, 'operands');
  if (loop.kind === 'c') return complexPlan(ufunc, loop, inputs, out);
  return isInt64Loop(loop) ? int64Plan(ufunc, loop, inputs, out) : numberPlan(ufunc, loop, inputs, out);
}
