/**
 * One pass of several threads over contiguous items of a file.
 * Invariant: memory is proportional to the number of segments, not to the file. No thread reads the file
 * after `runPass`.
 */
import type { Abortable } from '../../bytes';
import { InspectorError } from '../../errors';
import { kernelModule } from '../../kernels/kernels';
import { fileError } from '../source/fileErrors';
import type { OnProgress } from '../mapped/transfer';
import {
  type JobReply,
  type Job,
  PROGRESS_ITEMS,
  RECORD,
  type ScanFormat,
  sumsOf,
  type ScanRequest,
} from './scanJob';
import { segmentStarts } from './segmentBounds';
import { runJob, releaseThreads, terminateThreads, acquireThreads, threadCount } from './workerPool';

/** Contiguous items of a file. Sizes and offsets are in bytes, `count` in items. */
export interface FileExtent {
  readonly fd: number;
  readonly path: string;
  readonly format: ScanFormat;
  readonly itemsize: number;
  readonly isSwapped: boolean;
  readonly offset: number;
  readonly count: number;
}

/** The signal, progress callback and maximum number of threads of a pass. */
export interface PassOptions {
  readonly signal?: Abortable;
  readonly onProgress?: OnProgress;
  readonly threads?: number;
}

/** The results of all threads: see `scanJob.ts`. */
export interface ScanResult {
  /** False if the pass was cancelled before all items were read. */
  readonly isComplete: boolean;
  /** The number of items in finished segments. */
  readonly items: number;
  readonly records: Float64Array;
  readonly sums: Float64Array;
  readonly counts: Float64Array;
}

const PROGRESS_MILLISECONDS = 50;

const shared = (length: number): Float64Array => new Float64Array(new SharedArrayBuffer(8 * length));

/** Reads all items once. If `signal` cancels it, stops the threads at once and returns the results so far. */
export async function runPass(
  extent: FileExtent,
  wanted: ScanRequest,
  options: PassOptions = {},
): Promise<ScanResult> {
  const { signal, onProgress } = options;
  const starts = segmentStarts(extent.count, wanted);
  const segments = starts.length - 1;
  const threads = Math.max(1, Math.min(options.threads ?? threadCount(), segments));
  const bins = wanted.bins ? wanted.bins.edges.length - 1 : 0;
  const job: Omit<Job, 'thread'> = {
    ...wanted,
    ...extent,
    module: kernelModule()!,
    starts,
    control: new Int32Array(new SharedArrayBuffer(8)),
    records: shared(RECORD * segments),
    sums: shared(sumsOf(wanted) * segments),
    counts: shared(bins * threads),
  };
  const done = (): number => Math.min(extent.count, Atomics.load(job.control, 1) * PROGRESS_ITEMS);
  const timer = onProgress && setInterval(() => onProgress(done(), extent.count), PROGRESS_MILLISECONDS);
  try {
    if (!signal?.aborted) await work(job, threads, extent.path, signal);
  } finally {
    clearInterval(timer);
  }
  const found = resultOf(job, bins);
  if (found.isComplete) onProgress?.(extent.count, extent.count);
  return found;
}

async function work(
  job: Omit<Job, 'thread'>,
  threads: number,
  path: string,
  signal: Abortable | undefined,
): Promise<void> {
  const workers = acquireThreads(threads);
  let stopping: Promise<void> | undefined;
  const onAbort = (): void => void (stopping ??= terminateThreads(workers));
  signal?.addEventListener('abort', onAbort, { once: true });
  try {
    const answers = await Promise.all(workers.map((worker, thread) => runJob(worker, { ...job, thread })));
    releaseThreads(workers);
    for (const answer of answers) check(answer, path);
  } catch (error) {
    await terminateThreads(workers);
    if (!stopping) throw error;
  } finally {
    signal?.removeEventListener('abort', onAbort);
    await stopping;
  }
}

function check(answer: JobReply, path: string): void {
  if (answer.kind === 'failed')
    throw fileError(path, Object.assign(new Error(answer.message), { code: answer.code }));
  if (answer.kind === 'ended') {
    throw new InspectorError('file-changed', `${path} became shorter while it was read`, {
      action: 'Open it again to see what the file holds now.',
      fields: { path },
    });
  }
}

function resultOf({ starts, records, sums, counts }: Omit<Job, 'thread'>, bins: number): ScanResult {
  let items = 0;
  for (let k = 0; k < starts.length - 1; k++) {
    if (records[RECORD * k] === 1) items += starts[k + 1] - starts[k];
  }
  const total = new Float64Array(bins);
  counts.forEach((count, k) => (total[k % bins] += count));
  return { isComplete: items === starts[starts.length - 1], items, records, sums, counts: total };
}
