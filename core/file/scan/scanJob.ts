/**
 * The jobs of scanning threads, and the shared memory for their results.
 * Invariant: only one thread works on a segment, which it takes from `control`. The segment's record says
 * when it is finished.
 */
import type { ArrayFormat } from '../../dtype/formats';
import { BUFFER_ITEMS } from '../../reduce/sumBlocks';
import type { UniformBins } from '../../kernels/uniformBins';

/** The formats that threads can read: bool, and those with a JavaScript typed array. */
export type ScanFormat = 'bool' | ArrayFormat;

/** The statistics that a pass computes. */
export interface ScanRequest {
  readonly extremes?: boolean;
  readonly sum?: boolean;
  /** Sums chunks of up to 8192 items (NumPy's buffer) instead of a complete segment. */
  readonly isBuffered?: boolean;
  /** Sums the squared deviations from this mean instead of the items. */
  readonly mean?: number;
  readonly bins?: UniformBins;
}

/** The work of one thread. */
export interface Job extends ScanRequest {
  /** The compiled kernels. */
  readonly module: object;
  readonly fd: number;
  readonly format: ScanFormat;
  readonly itemsize: number;
  readonly isSwapped: boolean;
  /** The byte offset of the first item. */
  readonly offset: number;
  /** The first item of each segment, and the end of the last one. */
  readonly starts: Float64Array;
  /** The thread's row of `counts`. */
  readonly thread: number;
  /** The next segment to take, and the number of finished items in units of `PROGRESS_ITEMS`. */
  readonly control: Int32Array;
  /** `RECORD` numbers for each segment. */
  readonly records: Float64Array;
  /** `sumsOf` numbers for each segment. */
  readonly sums: Float64Array;
  /** One row of bin counts for each thread. */
  readonly counts: Float64Array;
}

/**
 * The length of a segment's record: whether it is finished, the minimum and maximum without NaN (for int64
 * their bits), and the number of NaNs.
 */
export const RECORD = 4;

/** The maximum number of items in a segment. */
export const SEGMENT_ITEMS = 131072;
/** The unit in which threads report progress, in items. */
export const PROGRESS_ITEMS = 1024;

/** Returns the number of sums for each segment. */
export const sumsOf = ({ isBuffered }: ScanRequest): number =>
  isBuffered ? SEGMENT_ITEMS / BUFFER_ITEMS : 1;

/** Whether the items are 64-bit integers, which doubles cannot hold. */
export const isWide = (format: ScanFormat): boolean => format === 'int64' || format === 'uint64';

/** A thread's reply to a job. `ended`: the file ends before the job's items do. */
export type JobReply =
  | { readonly kind: 'done' }
  | { readonly kind: 'ended' }
  | { readonly kind: 'failed'; readonly code: string; readonly message: string };
