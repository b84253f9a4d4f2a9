/**
 * Runs each task in a thread of its own. A spare thread can be started while the user still answers questions.
 * Independent of VS Code. Invariant: every run settles and ends its thread; an unused spare ends after a minute.
 */
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { fromWire, InspectorError } from '../../core/errors';
import { t, threadTexts } from '../l10n';
import type { FromThread, ToThread } from './messages';
import type { TaskContext } from './task';
import type { TaskName, TaskParams, TaskResult } from './tasks';

/** Compiled beside this file, and bundled beside the parts of the extension. */
const PROGRAM = join(__dirname, 'task-worker.js');
/** A thread that ignores its cancellation for this long is terminated. */
const GRACE_MILLISECONDS = 5000;

/** How long a spare thread waits for a task. */
const SPARE_MILLISECONDS = 60_000;

let spare: { readonly worker: Worker; readonly clock: NodeJS.Timeout } | undefined;

/** Starts a spare thread for the next task, which takes about 100 ms. */
export function prepareThread(): void {
  if (spare) return;
  const worker = startThread();
  worker.unref();
  const clock = setTimeout(() => void takeSpare()?.terminate(), SPARE_MILLISECONDS);
  clock.unref();
  // A thread that failed to start or has ended is not used.
  worker.once('error', takeSpare).once('exit', takeSpare);
  spare = { worker, clock };
}

function takeSpare(): Worker | undefined {
  if (!spare) return undefined;
  const { worker, clock } = spare;
  spare = undefined;
  clearTimeout(clock);
  worker.removeAllListeners();
  worker.ref();
  return worker;
}

/** A small young generation: garbage is collected soon, and the host's memory stays small. */
const resourceLimits = { maxYoungGenerationSizeMb: 4 };
const startThread = (): Worker =>
  new Worker(PROGRAM, { execArgv: [], workerData: threadTexts(), resourceLimits });

/** Runs the task `name`. Rejects with its `InspectorError`; of kind `aborted` where `signal` cancelled it. */
export async function runTask<N extends TaskName>(
  name: N,
  params: TaskParams<N>,
  { signal, onProgress }: Partial<TaskContext> = {},
): Promise<TaskResult<N>> {
  const worker = takeSpare() ?? startThread();
  const send = (message: ToThread): void => worker.postMessage(message);
  let grace: NodeJS.Timeout | undefined;
  const onAbort = (): void => {
    send({ kind: 'abort' });
    grace = setTimeout(() => void worker.terminate(), GRACE_MILLISECONDS);
  };
  signal?.addEventListener('abort', onAbort, { once: true });
  try {
    send({ kind: 'run', name, params });
    if (signal?.aborted) onAbort();
    return (await answerOf(worker, onProgress)) as TaskResult<N>;
  } catch (error) {
    throw signal?.aborted
      ? new InspectorError('aborted', t('{0} was cancelled', name), { cause: error })
      : error;
  } finally {
    clearTimeout(grace);
    signal?.removeEventListener('abort', onAbort);
    await worker.terminate();
  }
}

function answerOf(worker: Worker, onProgress: TaskContext['onProgress'] | undefined): Promise<unknown> {
  return new Promise((resolve, reject) => {
    worker.on('message', (message: FromThread) => {
      if (message.kind === 'progress') onProgress?.(message.done, message.total);
      else if (message.kind === 'result') resolve(message.result);
      else reject(fromWire(message.error));
    });
    worker.on('error', cause => reject(endedError(cause)));
    worker.on('exit', () => reject(endedError(undefined)));
  });
}

function endedError(cause: unknown): InspectorError {
  const why = cause instanceof Error ? `: ${cause.message}` : '';
  return new InspectorError('internal', t('the worker thread ended early{0}', why), {
    action: t('Try again; close other programs if memory is low.'),
    cause,
  });
}
