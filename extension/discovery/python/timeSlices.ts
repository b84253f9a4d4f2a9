/**
 * Work in small steps, so that it can be done at once (in tests, for short sources) or in turns with everything else
 * that waits for the same thread. A step takes well under a millisecond.
 */
import { setImmediate as nextTurn } from 'node:timers/promises';

export type Steps<T> = Generator<undefined, T, undefined>;

const TURN_MS = 8;

export function runToCompletion<T>(steps: Steps<T>): T {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

/** Gives way to other work every 8 ms, and asks then whether it is to stop; undefined if so. */
export async function runInTimeSlices<T>(steps: Steps<T>, isOver: () => boolean): Promise<T | undefined> {
  let turnEnds = performance.now() + TURN_MS;
  for (let count = 1; ; count++) {
    const step = steps.next();
    if (step.done) return step.value;
    if (count % 64 !== 0 || performance.now() < turnEnds) continue;
    await nextTurn();
    if (isOver()) return undefined;
    turnEnds = performance.now() + TURN_MS;
  }
}
