/** Finds in a document what its webview asks for, as a task: a search of a large file takes its time. */
import type { Abortable } from '../../../core/bytes';
import type { FindNews, Found } from '../../../webview/protocol/findSchema';
import type { FindRequest } from '../../../webview/protocol/requestParams';
import { runTask } from '../../tasks/runTask';
import type { ArrayPlace } from '../../tasks/task';

/** Null where there is none. Rejects with kind `aborted` as soon as `asked` says so. */
export async function runFind(
  place: ArrayPlace,
  request: FindRequest,
  asked: Abortable,
  onProgress: (news: FindNews) => void,
): Promise<Found> {
  const abort = new AbortController();
  const onAbort = (): void => abort.abort();
  asked.addEventListener('abort', onAbort);
  if (asked.aborted) onAbort();
  try {
    const found = await runTask(
      'find',
      { place, ...request },
      {
        signal: abort.signal,
        // What is said after the end would be taken for the progress of the next one.
        onProgress: (done, total) => abort.signal.aborted || onProgress({ done, total }),
      },
    );
    return found && { ...found, index: [...found.index] };
  } finally {
    asked.removeEventListener('abort', onAbort);
  }
}
