/** The program of a task's thread: runs one task and sends its result. */
import { parentPort } from 'node:worker_threads';
import { toWire } from '../../core/index';
import type { FromThread, ToThread } from './messages';
import type { Task } from './task';
import { tasks } from './tasks';

const PROGRESS_MILLISECONDS = 50;
const abort = new AbortController();
const send = (message: FromThread): void => parentPort?.postMessage(message);

let lastProgress = 0;
function onProgress(done: number, total: number): void {
  const now = Date.now();
  if (now - lastProgress < PROGRESS_MILLISECONDS && done < total) return;
  lastProgress = now;
  send({ kind: 'progress', done, total });
}

async function run(name: string, params: unknown): Promise<void> {
  try {
    const task = (tasks as Record<string, Task<never, unknown>>)[name];
    const result = await task(params as never, { signal: abort.signal, onProgress });
    send({ kind: 'result', result });
  } catch (error) {
    send({ kind: 'error', error: toWire(error) });
  }
}

parentPort?.on('message', (message: ToThread) => {
  if (message.kind === 'abort') abort.abort();
  else void run(message.name, message.params);
});
