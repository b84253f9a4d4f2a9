/** Checks of the parameters of distributions, in NumPy's words. */
import { InspectorError } from '../errors';

/** `scale` unless it is negative (−0 is). `ValueError`. */
export function checkScale(scale: number): number {
  if (scale < 0 || Object.is(scale, -0)) {
    throw new InspectorError('invalid-input', 'scale < 0', {
      numpyName: 'ValueError',
      action: 'Give a scale of 0 or more.',
    });
  }
  return scale;
}

/** high − low unless that is no finite number: an `OverflowError` with this message. */
export function checkSpan(low: number, high: number, message: string): number {
  const span = high - low;
  if (Number.isFinite(span)) return span;
  throw new InspectorError('invalid-input', message, {
    numpyName: 'OverflowError',
    action: 'Give bounds whose difference is a finite number.',
  });
}
