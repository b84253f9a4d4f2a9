/**
 * A pool of scanning threads. Idle threads stay for a moment to be reused, and do not keep the process alive.
 * Invariant: a thread has one job at a time. A thread that fails, dies or is stopped is never reused.
 */
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { InspectorError } from '../../errors';
import type { JobReply, Job } from './scanJob';

/** The maximum number of threads of a scan. */
const MAX_THREADS = 4;
const IDLE_MILLISECONDS = 2000;
/** Compiled beside this file, and bundled beside the core. */
const PROGRAM = join(__dirname, 'core-worker.js');

const idle: Worker[] = [];
let ending: NodeJS.Timeout | undefined;

/** Returns the default number of threads. */
export const threadCount = (): number => Math.min(MAX_THREADS, availableParallelism());

/** Takes `count` threads from the pool, and starts missing ones. */
export function acquireThreads(count: number): Worker[] {
  clearTimeout(ending);
  const workers = idle.splice(0, count);
  while (workers.length < count) workers.push(started());
  return workers;
}

function started(): Worker {
  const resourceLimits = { maxYoungGenerationSizeMb: 4, maxOldGenerationSizeMb: 64 };
  const worker = new Worker(PROGRAM, { execArgv: [], resourceLimits });
  worker.unref();
  // `runJob` handles errors of a running job. An idle thread just leaves the pool.
  worker.on('error', () => undefined);
  worker.on('exit', () => {
    const place = idle.indexOf(worker);
    if (place >= 0) idle.splice(place, 1);
  });
  return worker;
}

/** Returns threads to the pool, which ends them if they stay idle. */
export function releaseThreads(workers: readonly Worker[]): void {
  idle.push(...workers);
  clearTimeout(ending);
  ending = setTimeout(() => void terminateThreads(idle.splice(0)), IDLE_MILLISECONDS);
  ending.unref();
}

/** Stops threads at once, whatever they are doing. */
export async function terminateThreads(workers: readonly Worker[]): Promise<void> {
  await Promise.all(workers.map(worker => worker.terminate()));
}

/** Sends a job to a thread and returns its reply. Rejects if the thread ends without one. */
export function runJob(worker: Worker, job: Job): Promise<JobReply> {
  return new Promise((resolve, reject) => {
    const listeners = {
      message: (answer: JobReply) => settle(() => resolve(answer)),
      error: (cause: unknown) => settle(() => reject(deadError(cause))),
      exit: () => settle(() => reject(deadError(undefined))),
    };
    const settle = (then: () => void): void => {
      for (const [name, listener] of Object.entries(listeners)) worker.off(name, listener);
      worker.unref();
      then();
    };
    for (const [name, listener] of Object.entries(listeners)) worker.on(name, listener);
    worker.ref();
    worker.postMessage(job);
  });
}

function deadError(cause: unknown): InspectorError {
  const why = cause instanceof Error ? `: ${cause.message}` : '';
  return new InspectorError('internal', `a thread that read the file ended before its work did${why}`, {
    action: 'Try again; close other programs if memory is low.',
    cause,
  });
}
