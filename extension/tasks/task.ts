/**
 * A task is work that may take long. It runs in a thread of its own, so that the extension host stays responsive.
 * Parameters and results are plain data, which can be structured-cloned.
 */
import type { LayoutFields } from '../../core/bytes';

/** Cancellation and progress of a running task. */
export interface TaskContext {
  readonly signal: AbortSignal;
  /** Reports that `done` of `total` items or bytes are done. */
  readonly onProgress: (done: number, total: number) => void;
}

/** Rejects with an `InspectorError`; of kind `aborted` where it was cancelled, unless a partial result is useful. */
export type Task<P, R> = (params: P, context: TaskContext) => Promise<R>;

/** Unsaved bytes in place of those of a file. */
export interface UnsavedRun {
  readonly byteOffset: number;
  readonly bytes: Uint8Array;
}

/** An array in a file with its unsaved edits, as an editor shows it. */
export interface ArrayPlace {
  readonly path: string;
  /** As `parseDType` accepts it. */
  readonly dtype: string;
  /** The layout of the array, or of a view of it, from byte 0 of the file. */
  readonly layout: LayoutFields;
  readonly unsaved: readonly UnsavedRun[];
}
