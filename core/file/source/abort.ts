/** Cancellable waiting: the caller's promise rejects at once, whatever the work behind it does. */
import type { Abortable } from '../../bytes';
import { InspectorError } from '../../errors';

/** Returns the error of a cancelled read. Its cause is the signal's reason. */
export function abortedError(signal: Abortable): InspectorError {
  return new InspectorError('aborted', 'the read was cancelled', { cause: signal.reason });
}

/** Returns `promise`, or rejects with kind `aborted` as soon as `signal` fires. */
export function abortable<T>(promise: Promise<T>, signal: Abortable | undefined): Promise<T> {
  if (!signal) return promise;
  return new Promise((resolve, reject) => {
    const onAbort = (): void => reject(abortedError(signal));
    signal.addEventListener('abort', onAbort, { once: true });
    if (signal.aborted) onAbort();
    promise.then(resolve, reject).finally(() => signal.removeEventListener('abort', onAbort));
  });
}
