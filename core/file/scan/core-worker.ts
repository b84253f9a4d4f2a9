/** A scanning thread: it is sent jobs, takes segments of them as long as there are any, and answers each job once. */
import { parentPort } from 'node:worker_threads';
import { instantiate, type Kernels } from '../../kernels/instance';
import { type Answer, type Job, PROGRESS_ITEMS } from './job';
import { SegmentWorker } from './segment';

let kernels: Kernels | undefined;

function answer(job: Job): Answer {
  const { starts, control } = job;
  try {
    kernels ??= instantiate(job.module);
    const worker = new SegmentWorker(kernels, job);
    for (;;) {
      const segment = Atomics.add(control, 0, 1);
      if (segment >= starts.length - 1) break;
      if (!worker.work(segment)) return { kind: 'ended' };
      Atomics.add(control, 1, Math.round((starts[segment + 1] - starts[segment]) / PROGRESS_ITEMS));
    }
    worker.tell();
    return { kind: 'done' };
  } catch (cause) {
    const code = cause instanceof Error && 'code' in cause ? String(cause.code) : '';
    return { kind: 'failed', code, message: String(cause) };
  }
}

parentPort?.on('message', (job: Job) => parentPort!.postMessage(answer(job)));
