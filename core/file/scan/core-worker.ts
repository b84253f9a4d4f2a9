/** A scanning thread. It receives jobs, takes segments until none are left, and replies once to each job. */
import { parentPort } from 'node:worker_threads';
import { instantiate, type Kernels } from '../../kernels/instance';
import { type JobReply, type Job, PROGRESS_ITEMS } from './scanJob';
import { SegmentWorker } from './segmentWorker';

let kernels: Kernels | undefined;

function answer(job: Job): JobReply {
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
    worker.flushCounts();
    return { kind: 'done' };
  } catch (cause) {
    const code = cause instanceof Error && 'code' in cause ? String(cause.code) : '';
    return { kind: 'failed', code, message: String(cause) };
  }
}

parentPort?.on('message', (job: Job) => parentPort!.postMessage(answer(job)));
