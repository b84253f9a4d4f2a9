/**
 * Strided copies into the kernels' memory. The functions are made once for that memory, which the engine then treats as a
 * constant, one for each type, and copy eight items a turn: the checks of a turn cost more than the copies.
 */

/** Copies `count` items of `x` from index `start` on, `step` apart, to adjacent items from index `place` on. */
export const gather64Of =
  (into: Float64Array) =>
  (place: number, x: Float64Array, start: number, step: number, count: number): void => {
    const [two, three, four, five] = [2 * step, 3 * step, 4 * step, 5 * step];
    const [six, seven, eight] = [6 * step, 7 * step, 8 * step];
    const eights = place + count - (count % 8);
    let at = start;
    let to = place;
    for (; to < eights; to += 8, at += eight) {
      into[to] = x[at];
      into[to + 1] = x[at + step];
      into[to + 2] = x[at + two];
      into[to + 3] = x[at + three];
      into[to + 4] = x[at + four];
      into[to + 5] = x[at + five];
      into[to + 6] = x[at + six];
      into[to + 7] = x[at + seven];
    }
    for (const end = place + count; to < end; to++, at += step) into[to] = x[at];
  };

/** Copies `count` items of `x` from index `start` on, `step` apart, to adjacent items from index `place` on. */
export const gather32Of =
  (into: Float32Array) =>
  (place: number, x: Float32Array, start: number, step: number, count: number): void => {
    const [two, three, four, five] = [2 * step, 3 * step, 4 * step, 5 * step];
    const [six, seven, eight] = [6 * step, 7 * step, 8 * step];
    const eights = place + count - (count % 8);
    let at = start;
    let to = place;
    for (; to < eights; to += 8, at += eight) {
      into[to] = x[at];
      into[to + 1] = x[at + step];
      into[to + 2] = x[at + two];
      into[to + 3] = x[at + three];
      into[to + 4] = x[at + four];
      into[to + 5] = x[at + five];
      into[to + 6] = x[at + six];
      into[to + 7] = x[at + seven];
    }
    for (const end = place + count; to < end; to++, at += step) into[to] = x[at];
  };
