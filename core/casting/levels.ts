/** How strict a cast is, from `no` (the same bytes) to `unsafe` (whatever C does). */
import type { Casting } from '../ndarray/methods';

export type CastLevel = Casting;

/** Each allows what those before it allow. */
export const CASTINGS: readonly CastLevel[] = ['no', 'equiv', 'safe', 'same_kind', 'unsafe'];

/** The one that allows what both allow. */
export const weakest = (a: CastLevel, b: CastLevel): CastLevel =>
  CASTINGS.indexOf(a) > CASTINGS.indexOf(b) ? a : b;
