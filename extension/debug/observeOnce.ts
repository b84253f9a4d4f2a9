/** A look at the present stop for somebody who wants one answer and nothing after it. */
import { InspectorError } from '../../core/errors';
import type { Observer, Subscriber, Stop } from './observer';
import type { Observation, SubjectRequest } from './runtime';
import { t } from '../l10n';

/** What is found at the present stop; rejects where there is none, or where the program cannot be asked. */
export function observeOnce(
  observer: Observer,
  wants: { readonly list?: number; readonly subject?: SubjectRequest },
): Promise<{ stop: Stop; observation: Observation }> {
  if (!observer.stop) return Promise.reject(notStoppedError());
  return new Promise((accept, reject) => {
    const party: Subscriber = {
      follows: () => true,
      wants: () => wants,
      onObservation: (stop, observation) => {
        membership.dispose();
        accept({ stop, observation });
      },
      onError: (_stop, error) => {
        membership.dispose();
        reject(error);
      },
    };
    const membership = observer.subscribe(party);
  });
}

export function notStoppedError(): InspectorError {
  return new InspectorError('debuggee-gone', t('No program is stopped.'), {
    action: t('Stop one at a breakpoint: its arrays can be inspected then.'),
  });
}
