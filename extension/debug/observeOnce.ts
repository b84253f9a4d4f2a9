/** A single observation of the current stop. */
import { InspectorError } from '../../core/errors';
import type { Observer, Subscriber, Stop } from './observer';
import type { Observation, SubjectRequest } from './runtime';
import { t } from '../l10n';

/** Observes the current stop. Rejects with `debuggee-gone` where no program is stopped, or with the runtime's error. */
export function observeOnce(
  observer: Observer,
  wants: { readonly list?: number; readonly subject?: SubjectRequest },
): Promise<{ stop: Stop; observation: Observation }> {
  if (!observer.stop) return Promise.reject(notStoppedError());
  return new Promise((accept, reject) => {
    const subscriber: Subscriber = {
      follows: () => true,
      wants: () => wants,
      onObservation: (stop, observation) => {
        subscription.dispose();
        accept({ stop, observation });
      },
      onError: (_stop, error) => {
        subscription.dispose();
        reject(error);
      },
    };
    const subscription = observer.subscribe(subscriber);
  });
}

/** The error where no program is stopped. */
export function notStoppedError(): InspectorError {
  return new InspectorError('debuggee-gone', t('No program is stopped.'), {
    action: t('Stop a program at a breakpoint to inspect its arrays.'),
  });
}
