/** The order of the casting rules, from `no` (the same bytes) to `unsafe` (anything C does). */
import type { Casting } from './types';

/** Each rule allows every cast that the rules before it allow. */
export const CASTINGS: readonly Casting[] = ['no', 'equiv', 'safe', 'same_kind', 'unsafe'];

/** Returns the later of two rules in `CASTINGS`: the one that allows what both allow. */
export const weakest = (a: Casting, b: Casting): Casting =>
  CASTINGS.indexOf(a) > CASTINGS.indexOf(b) ? a : b;
