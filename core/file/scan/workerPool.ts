/**
 * The threads that scan. They stay a moment after their work, for what is asked next, and keep no program running.
 * Invariant: a thread has one job at a time; one that fails, dies or is stopped is never used again.
 */
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { InspectorError } from '../../errors';
import type { JobReply, Job } from './scanJob';

export const MAX_THREADS = 4;
const IDLE_MILLISECONDS = 2000;
/** Compiled beside this file, and bundled beside the core. */
const PROGRAM = join(__dirname, 'core-worker.js');

const idle: Worker[] = [];
let ending: NodeJS.Timeout | undefined;

export const threadCount = (): number => Math.min(MAX_THREADS, availableParallelism());

export function acquireThreads(count: number): Worker[] {
  clearTimeout(ending);
  const taken = idle.splice(0, count);
  while (taken.length < count) taken.push(started());
  return taken;
}

function started(): Worker {
  const resourceLimits = { maxYoungGenerationSizeMb: 4, maxOldGenerationSizeMb: 64 };
  const worker = new Worker(PROGRAM, { execArgv: [], resourceLimits });
  worker.unref();
  // Whoever waits for it hears of it too; one that is idle is gone, and that is all.
  worker.on('error', () => undefined);
  worker.on('exit', () => {
    const place = idle.indexOf(worker);
    if (place >= 0) idle.splice(place, 1);
  });
  return worker;
}

/** For another job; all are ended when none came for a while. */
export function releaseThreads(workers: readonly Worker[]): void {
  idle.push(...workers);
  clearTimeout(ending);
  ending = setTimeout(() => void terminateThreads(idle.splice(0)), IDLE_MILLISECONDS);
  ending.unref();
}

export async function terminateThreads(workers: readonly Worker[]): Promise<void> {
  await Promise.all(workers.map(worker => worker.terminate()));
}

/** The answer to a job. Rejects where the thread ends without one. */
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
    action: 'Try again; close programs if memory is short.',
    cause,
  });
}
