/** Runs a task with a notification that shows its progress and a button to cancel it. The only user of VS Code here. */
import * as vscode from 'vscode';
import { asInspectorError } from '../../core/errors';
import { runTask } from './runTask';
import type { TaskContext } from './task';
import type { TaskName, TaskParams, TaskResult } from './tasks';

/**
 * Returns the task's result, or undefined where it was cancelled. Rejects with the task's error. `watch` receives the
 * progress too, and can cancel the task.
 */
export function runWithProgress<N extends TaskName>(
  title: string,
  name: N,
  params: TaskParams<N>,
  watch: Partial<TaskContext> = {},
): Promise<TaskResult<N> | undefined> {
  const options = { location: vscode.ProgressLocation.Notification, title, cancellable: true };
  return Promise.resolve(
    vscode.window.withProgress(options, async (progress, token) => {
      const abort = new AbortController();
      const stop = (): void => abort.abort();
      const cancelling = token.onCancellationRequested(stop);
      watch.signal?.addEventListener('abort', stop, { once: true });
      let shown = 0;
      const onProgress = (done: number, total: number): void => {
        const percent = total > 0 ? Math.floor((100 * done) / total) : 100;
        progress.report({ increment: percent - shown, message: `${percent} %` });
        shown = percent;
        watch.onProgress?.(done, total);
      };
      try {
        return await runTask(name, params, { signal: abort.signal, onProgress });
      } catch (error) {
        if (asInspectorError(error).kind === 'aborted') return undefined;
        throw error;
      } finally {
        cancelling.dispose();
        watch.signal?.removeEventListener('abort', stop);
      }
    }),
  );
}
