/**
 * What may take long runs as a task, in a thread of its own: the extension host stays free, whatever is read.
 * Params and results are plain data that survives a structured clone.
 */
import type { LayoutFields } from '../../core/bytes';

export interface TaskContext {
  readonly signal: AbortSignal;
  /** How many of `total` steps (items or bytes) are done. */
  readonly onProgress: (done: number, total: number) => void;
}

export type Task<P, R> = (params: P, context: TaskContext) => Promise<R>;

/** Bytes that lie over those of a file, not saved yet. */
export interface UnsavedRun {
  readonly byteOffset: number;
  readonly bytes: Uint8Array;
}

/** An array in a file, as an editor shows it: with its unsaved edits. */
export interface ArrayPlace {
  readonly path: string;
  /** Text that `parseDType` takes. */
  readonly dtype: string;
  /** Of the array or any view of it; byte 0 is that of the file. */
  readonly layout: LayoutFields;
  readonly unsaved: readonly UnsavedRun[];
}
