/** What only arrays of a stopped program have: a bundle of its own, loaded with the first of them. */
import { MemoryNeighbours } from './memory/Neighbours';

export interface Extras {
  readonly MemoryNeighbours: typeof MemoryNeighbours;
}

export function createExtras(): Extras {
  return { MemoryNeighbours };
}
