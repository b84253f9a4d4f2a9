/** A call in a Python file, as the functions that know what it returns see it. */
import type { Value } from './value';

/** A call whose arguments are evaluated only when they are asked for. */
export interface Call {
  /** Number of positional arguments. */
  readonly count: number;
  /** More arguments may come from `*args` and `**kwargs`. */
  readonly hasUnpacking: boolean;
  has(position: number, keyword: string): boolean;
  /** The argument at `position` or named `keyword`; undefined where it is not passed. Position −1: by keyword only. */
  argument(position: number, keyword: string): Value | undefined;
}
