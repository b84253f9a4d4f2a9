/** What a task's thread and the extension host say to each other. */
import type { WireError } from '../../core/errors';

export type ToThread =
  { readonly kind: 'run'; readonly name: string; readonly params: unknown } | { readonly kind: 'abort' };

export type FromThread =
  | { readonly kind: 'progress'; readonly done: number; readonly total: number }
  | { readonly kind: 'result'; readonly result: unknown }
  | { readonly kind: 'error'; readonly error: WireError };
