/**
 * Items some places apart, put one after the other into the kernels' memory. Made once for that memory, which the engine
 * then takes for a constant; eight at a time, and a function a type: what is checked at each turn costs more than the copies.
 */

/** Puts `count` items of `x` from place `start` on, `step` places apart, one after the other from `place` on. */
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

/** Puts `count` items of `x` from place `start` on, `step` places apart, one after the other from `place` on. */
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
