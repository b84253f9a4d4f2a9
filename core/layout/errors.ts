/** The errors of this folder: NumPy's message and exception name, and what the user can do. */
import { InspectorError } from '../errors';
import { notAnInteger } from './arguments';

/** `(2,3)`, `(5,)`, `()`: a shape as NumPy's C code writes it in its messages. */
export function tupleText(values: readonly number[]): string {
  return `(${values.join(',')}${values.length === 1 ? ',' : ''})`;
}

/** `(2, 3)`, `(5,)`, `()`: as Python's `repr` writes a tuple. */
export function tupleRepr(values: readonly number[]): string {
  return `(${values.join(', ')}${values.length === 1 ? ',' : ''})`;
}

/** An `invalid-shape` error: `ValueError` in NumPy. */
export function shapeError(message: string, action: string): InspectorError {
  return new InspectorError('invalid-shape', message, { action, numpyName: 'ValueError' });
}

/** An `invalid-index` error. */
export function indexError(message: string, action: string, numpyName = 'IndexError'): InspectorError {
  return new InspectorError('invalid-index', message, { action, numpyName });
}

/** NumPy's `AxisError`; `prefix` is put before the message. */
export function axisOutOfBounds(axis: number, ndim: number, prefix = ''): InspectorError {
  return indexError(
    `${prefix}axis ${axis} is out of bounds for array of dimension ${ndim}`,
    ndim === 0 ? 'A 0-dimensional array has no axes.' : `Give an axis from ${-ndim} to ${ndim - 1}.`,
    'AxisError',
  );
}

/** `axis` with a negative one counted from the end; `AxisError` when there is no such axis. */
export function normalAxis(axis: number, ndim: number, prefix = ''): number {
  if (!Number.isInteger(axis)) throw notAnInteger('axes', axis);
  if (axis < -ndim || axis >= ndim) throw axisOutOfBounds(axis, ndim, prefix);
  return axis < 0 ? axis + ndim : axis;
}
