/** Which items of an array a picture shows. Arithmetic only. */
import { Layout, unravelIndex } from '../../../core/index';

export interface PlaneChoice {
  /** −1 where there is no such axis. */
  readonly rowAxis: number;
  readonly colAxis: number;
  /** Where the other axes are held. */
  readonly index: readonly number[];
  /** The other axes are not held: all their items are rows too. */
  readonly isWhole: boolean;
}

export interface Plane {
  readonly rows: number;
  readonly columns: number;
  /** What to read, one after the other: all items of the picture, row after row. */
  readonly parts: readonly Layout[];
  /** Items in `parts`; fewer than `rows · columns` where the last row is not full. */
  readonly count: number;
  /** One of so many items is shown. */
  readonly step: number;
  readonly rowNames: readonly string[];
  readonly columnNames: readonly string[];
}

export const MAX_SAMPLES = 256;

/** Every so many of `length`, so that at most `most` are left. */
function sampled(length: number, most: number): { readonly step: number; readonly count: number } {
  const step = Math.max(1, Math.ceil(length / most));
  return { step, count: Math.ceil(length / step) };
}

const numbered = (count: number, step: number): string[] =>
  Array.from({ length: count }, (_, k) => String(k * step));

/** An array of one axis, its items wrapped into a square. */
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
