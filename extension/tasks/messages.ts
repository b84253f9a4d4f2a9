/** The messages between a task's thread and the extension host. */
import type { WireError } from '../../core/errors';

/** Starts the task, or cancels it. */
export type ToThread =
  { readonly kind: 'run'; readonly name: string; readonly params: unknown } | { readonly kind: 'abort' };

/** Progress, then one result or error. */
export type FromThread =
  | { readonly kind: 'progress'; readonly done: number; readonly total: number }
  | { readonly kind: 'result'; readonly result: unknown }
  | { readonly kind: 'error'; readonly error: WireError };
