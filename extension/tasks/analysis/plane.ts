/** Chooses the items of an array that a heat map shows. Arithmetic only. */
import { Layout, unravelIndex } from '../../../core/index';

/** Two axes of an array, and the index on the others. */
export interface PlaneChoice {
  /** −1 where there is no such axis. */
  readonly rowAxis: number;
  readonly colAxis: number;
  /** The position on every axis; those of the plane are ignored. */
  readonly index: readonly number[];
  /** Ignores `index`: the items of all other axes are rows too. */
  readonly isWhole: boolean;
}

/** The sampled items as rows and columns. */
export interface Plane {
  readonly rows: number;
  readonly columns: number;
  /** The layouts to read, one after the other, for all items row by row. */
  readonly parts: readonly Layout[];
  /** Number of items in `parts`; less than `rows · columns` where the last row is incomplete. */
  readonly count: number;
  /** One in `step` items is included. */
  readonly step: number;
  readonly rowNames: readonly string[];
  readonly columnNames: readonly string[];
}

/** The maximum number of rows, and of columns. */
export const MAX_SAMPLES = 256;

/** Returns the smallest step that leaves at most `max` of `length` items. */
function sampled(length: number, max: number): { readonly step: number; readonly count: number } {
  const step = Math.max(1, Math.ceil(length / max));
  return { step, count: Math.ceil(length / step) };
}

const numbered = (count: number, step: number): string[] =>
  Array.from({ length: count }, (_, k) => String(k * step));

/** Wraps a one-dimensional array into a square. */
export function wrappedPlane({ shape, strides, offset, itemsize }: Layout): Plane {
  const { step, count } = sampled(shape[0], MAX_SAMPLES * MAX_SAMPLES);
  const columns = Math.ceil(Math.sqrt(count));
  const rows = columns === 0 ? 0 : Math.ceil(count / columns);
  return {
    rows,
    columns,
    parts: [Layout.of({ shape: [count], strides: [strides[0] * step], offset, itemsize })],
    count,
    step,
    rowNames: numbered(rows, step * columns),
    columnNames: numbered(columns, step).map(name => `+${name}`),
  };
}

/** Samples the plane that `choice` selects. */
export function planeOf(layout: Layout, { rowAxis, colAxis, index, isWhole }: PlaneChoice): Plane {
  const { shape, strides } = layout;
  const others = shape.flatMap((_, axis) => (axis === colAxis || axis === rowAxis ? [] : [axis]));
  const rowAxes = shape.flatMap((_, axis) =>
    axis === rowAxis || (isWhole && axis !== colAxis) ? [axis] : [],
  );
  const lengths = rowAxes.map(axis => shape[axis]);
  const down = sampled(
    lengths.reduce((product, length) => product * length, 1),
    MAX_SAMPLES,
  );
  const across = sampled(colAxis < 0 ? 1 : shape[colAxis], MAX_SAMPLES);
  const held = isWhole ? 0 : others.reduce((sum, axis) => sum + strides[axis] * (index[axis] ?? 0), 0);
  const colStride = colAxis < 0 ? 0 : strides[colAxis] * across.step;
  const part = (offset: number, rows: number, rowStride: number): Layout =>
    Layout.of({
      shape: [rows, across.count],
      strides: [rowStride, colStride],
      offset: layout.offset + held + offset,
      itemsize: layout.itemsize,
    });
  const indices = Array.from({ length: down.count }, (_, k) =>
    lengths.length === 0 ? [] : unravelIndex(k * down.step, lengths),
  );
  const offsetOf = (at: readonly number[]): number =>
    at.reduce((sum, entry, k) => sum + entry * strides[rowAxes[k]], 0);
  return {
    rows: down.count,
    columns: across.count,
    parts:
      rowAxes.length === 1
        ? [part(0, down.count, strides[rowAxes[0]] * down.step)]
        : indices.map(at => part(offsetOf(at), 1, 0)),
    count: down.count * across.count,
    step: down.step * across.step,
    rowNames: indices.map(at => (at.length === 1 ? String(at[0]) : `[${at.join(', ')}]`)),
    columnNames: numbered(across.count, across.step),
  };
}
