/**
 * Several layouts of one shape, walked together as NumPy's iterator does: axes sorted so that memory is walked forward
 * (C order wins where operands disagree), neighbours that step evenly joined into one.
 * Follows `npyiter_find_best_axis_ordering` and `npyiter_coalesce_axes` (nditer_constr.c, nditer_api.c); negative strides
 * are kept, as for reductions.
 */
import type { Layout, Order } from './layout';

/** The order in which the items of several layouts of one shape are visited. */
export interface Walk {
  /** Lengths, the innermost axis last. Never empty: a single item is one axis of length 1. */
  readonly shape: readonly number[];
  /** For each operand, bytes from one item to the next along each axis. */
  readonly strides: readonly (readonly number[])[];
  /** For each operand, byte offset of the first item. */
  readonly offsets: readonly number[];
}

/** The axes of `layouts`, which all have one shape, from the outermost to the innermost of NumPy's K order. */
export function axesInKOrder(layouts: readonly Layout[]): number[] {
  const ndim = layouts[0].ndim;
  // Innermost first while sorting, as NumPy does.
  const axes = Array.from({ length: ndim }, (_, k) => ndim - 1 - k);
  for (let from = 1; from < ndim; from++) {
    const axis = axes[from];
    let to = from;
    for (let at = from - 1; at >= 0; at--) {
      const verdict = isOuter(layouts, axes[at], axis);
      if (verdict === true) to = at;
      else if (verdict === false) break;
    }
    axes.splice(from, 1);
    axes.splice(to, 0, axis);
  }
  return axes.reverse();
}

/** Whether `inner` takes longer steps than `axis`, so that they are to change places; undefined where neither order is better. */
function isOuter(layouts: readonly Layout[], inner: number, axis: number): boolean | undefined {
  let verdict: boolean | undefined;
  // An axis of length 1 tells nothing, whatever its stride.
  for (const { shape, strides } of layouts) {
    if (shape[axis] === 1 || shape[inner] === 1) continue;
    if (strides[axis] === 0 || strides[inner] === 0) continue;
    if (Math.abs(strides[inner]) <= Math.abs(strides[axis])) verdict = false;
    else verdict ??= true;
  }
  return verdict;
}

function axesIn(layouts: readonly Layout[], order: Order | 'K'): number[] {
  if (order === 'K') return axesInKOrder(layouts);
  const axes = layouts[0].shape.map((_, axis) => axis);
  return order === 'C' ? axes : axes.reverse();
}

/** The walk over every item of `layouts`, which all have one shape; in K order by default. */
export function walkOf(layouts: readonly Layout[], order: Order | 'K' = 'K'): Walk {
  const shape: number[] = [];
  const strides = layouts.map((): number[] => []);
  for (const axis of axesIn(layouts, order)) {
    const length = layouts[0].shape[axis];
    if (length === 1) continue;
    const last = shape.length - 1;
    const joins = last >= 0 && layouts.every((x, k) => strides[k][last] === length * x.strides[axis]);
    if (joins) {
      shape[last] *= length;
      strides.forEach((list, k) => (list[last] = layouts[k].strides[axis]));
    } else {
      shape.push(length);
      strides.forEach((list, k) => list.push(layouts[k].strides[axis]));
    }
  }
  if (shape.length === 0) {
    shape.push(1);
    strides.forEach(list => list.push(0));
  }
  return { shape, strides, offsets: layouts.map(x => x.offset) };
}

/** One run along the innermost axis: for each operand the byte offset of its first item and its stride. */
export type Run = (offsets: readonly number[], strides: readonly number[], count: number) => void;

/** Calls `run` for each row of the innermost axis, in order. `offsets` is reused: copy it to keep it. */
export function eachRun({ shape, strides, offsets }: Walk, run: Run): void {
  if (shape.includes(0)) return;
  const inner = shape.length - 1;
  const steps = strides.map(list => list[inner]);
  const at = [...offsets];
  const index = new Array<number>(inner).fill(0);
  for (;;) {
    run(at, steps, shape[inner]);
    let axis = inner - 1;
    for (; axis >= 0; axis--) {
      if (++index[axis] < shape[axis]) break;
      index[axis] = 0;
      for (let k = 0; k < at.length; k++) at[k] -= strides[k][axis] * (shape[axis] - 1);
    }
    if (axis < 0) return;
    for (let k = 0; k < at.length; k++) at[k] += strides[k][axis];
  }
}

/** The byte offset of each item, in C order. */
export function byteOffsetsInC(layout: Layout): Float64Array {
  const places = new Float64Array(layout.size);
  let next = 0;
  eachRun(walkOf([layout], 'C'), ([at], [step], count) => {
    for (let k = 0; k < count; k++) places[next++] = at + k * step;
  });
  return places;
}
