/** Registers ufuncs: makes the public function of each from its registration. */
import type { NDArray } from '../ndarray/ndarray';
import { callUfunc } from './call';
import type { Representation } from './loopTypes';
import type { Operand } from './operands';
import type { UfuncOptions } from './output';
import type { BinaryRegistration, BinaryUfunc, Ufunc, UnaryRegistration } from './ufunc';

/**
 * A universal function of one operand: the result has its shape. `TypeError` (`_UFuncNoLoopError`) where NumPy has no loop
 * for its dtype, `ValueError` where `out` does not fit.
 */
export type UnaryFunction = (x: Operand, options?: UfuncOptions) => NDArray;
/**
 * A universal function of two operands: the result has their broadcast shape, and a dtype by NEP 50. `ValueError` where
 * the shapes do not broadcast, `TypeError` where NumPy has no loop for the dtypes.
 */
export type BinaryFunction = (x1: Operand, x2: Operand, options?: UfuncOptions) => NDArray;

const registered = new Map<UnaryFunction | BinaryFunction, Ufunc>();

/** Registers a ufunc of one operand. */
export function unary<R extends Representation>(registration: UnaryRegistration<R>): UnaryFunction {
  const ufunc: Ufunc = { ...registration, nin: 1 };
  const call: UnaryFunction = (x, options) => callUfunc(ufunc, [x], options);
  registered.set(call, ufunc);
  return call;
}

/** Registers a ufunc of two operands. */
export function binary<R extends Representation>(registration: BinaryRegistration<R>): BinaryFunction {
  const ufunc: Ufunc = { ...registration, nin: 2 };
  const call: BinaryFunction = (x1, x2, options) => callUfunc(ufunc, [x1, x2], options);
  registered.set(call, ufunc);
  return call;
}

/** The registration of a binary function, for reductions by it. */
export function ufuncOf(call: BinaryFunction): BinaryUfunc {
  const ufunc = registered.get(call);
  if (ufunc?.nin !== 2) throw new TypeError('not a ufunc of two operands');
  return ufunc;
}

/** All ufuncs whose modules were loaded. */
export const registeredUfuncs = (): readonly Ufunc[] => [...registered.values()];
