/**
 * What scanning threads are told, and where in memory that all share they leave what they find.
 * Invariant: a segment is worked on by one thread only, which takes it from `control`; its record says when it is done.
 */
import type { ArrayFormat } from '../../dtype/formats';
import { BUFFER_ITEMS } from '../../reduce/sumBlocks';
import type { UniformBins } from '../../kernels/uniformBins';

/** The formats that threads can read: bool and those that JavaScript has an array of. */
export type ScanFormat = 'bool' | ArrayFormat;

/** What a pass finds out. */
export interface ScanRequest {
  readonly extremes?: boolean;
  readonly sum?: boolean;
  /** Of items of up to 8192 each (NumPy's buffer), not of all at once. */
  readonly isBuffered?: boolean;
  /** The sum of squared deviations from this, instead of that of the items. */
  readonly mean?: number;
  readonly bins?: UniformBins;
}

export interface Job extends ScanRequest {
  /** The kernels. */
  readonly module: object;
  readonly fd: number;
  readonly format: ScanFormat;
  readonly itemsize: number;
  readonly isSwapped: boolean;
  /** Of the first item, in bytes. */
  readonly offset: number;
  /** Of segments: the first item of each, and the end of the last. */
  readonly starts: Float64Array;
  /** Which row of `counts` is whose. */
  readonly thread: number;
  /** The next segment to take, and how many items are done (in units of 1024). */
  readonly control: Int32Array;
  /** `RECORD` numbers a segment. */
  readonly records: Float64Array;
  /** `sumsOf` numbers a segment. */
  readonly sums: Float64Array;
  /** One row a thread. */
  readonly counts: Float64Array;
}

/** Of a segment's record: whether it is done; the least and greatest item but NaN (bits of int64 as they are); NaNs. */
export const RECORD = 4;

/** The most items of a segment. */
export const SEGMENT_ITEMS = 131072;
export const PROGRESS_ITEMS = 1024;

/** Sums that a segment leaves. */
export const sumsOf = ({ isBuffered }: ScanRequest): number =>
  isBuffered ? SEGMENT_ITEMS / BUFFER_ITEMS : 1;

export const isWide = (format: ScanFormat): boolean => format === 'int64' || format === 'uint64';

/** What a thread answers. */
export type JobReply =
  | { readonly kind: 'done' }
  | { readonly kind: 'ended' }
  | { readonly kind: 'failed'; readonly code: string; readonly message: string };
