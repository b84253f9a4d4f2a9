/**
 * The values of a heat map: two axes of an array, or all of it, sampled evenly.
 * Invariant: at most `MAX_SAMPLES` rows and columns are read, whatever the size.
 */
import * as np from '../../../core/index';
import { t } from '../../l10n';
import { withArray } from '../openArray';
import { wrappedPlane, type Plane, planeOf, type PlaneChoice } from './plane';
import type { ArrayPlace, Task, TaskContext } from '../task';
import { realDType, valueText } from '../itemText';

/** The array and its plane. */
export interface HeatMapParams extends PlaneChoice {
  readonly place: ArrayPlace;
}

/** At most 16 × 16 of the values, for a table. */
export interface HeatMapSample {
  readonly rowNames: readonly string[];
  readonly columnNames: readonly string[];
  readonly texts: readonly (readonly string[])[];
}

/** The sampled values with their labels. */
export interface HeatMap {
  readonly rows: number;
  readonly columns: number;
  /** Row by row; the last row may be incomplete. May contain NaN and infinities. */
  readonly values: Float64Array;
  /** One in `step` items is included. */
  readonly step: number;
  readonly rowNames: readonly string[];
  readonly columnNames: readonly string[];
  /** An evenly spaced sample, as text. */
  readonly sample: HeatMapSample;
  /** Extremes of the finite values; absent where there are none. */
  readonly low?: { readonly value: number; readonly text: string };
  readonly high?: { readonly value: number; readonly text: string };
}

/** Samples the array. Rejects with `unsupported-dtype` where it is not numeric. */
export const heatMap: Task<HeatMapParams, HeatMap> = ({ place, ...choice }, context) =>
  withArray(place, async map => {
    checkDrawable(map.dtype);
    const plane = map.ndim === 1 ? wrappedPlane(map.layout) : planeOf(map.layout, choice);
    const values = await read(map, plane, context);
    const { rows, columns, step, rowNames, columnNames } = plane;
    const dtype = realDType(map.dtype);
    const sample = sampleOf(plane, values, dtype);
    return { rows, columns, step, rowNames, columnNames, values, sample, ...extremes(values, dtype) };
  });

function checkDrawable({ kind, name }: np.DType): void {
  if ('biufcmM'.includes(kind)) return;
  throw new np.InspectorError('unsupported-dtype', t('items of {0} cannot be drawn as a picture', name), {
    action: t('Choose a numeric field or part.'),
  });
}

/** Reads the parts of the plane as doubles: complex numbers as magnitudes, NaT as NaN. */
async function read(map: np.MemMap, { parts, count }: Plane, context: TaskContext): Promise<Float64Array> {
  const values = new Float64Array(count);
  const dtype = map.dtype.unit ? np.parseDType(`${map.dtype.byteOrder}i8`) : map.dtype;
  let at = 0;
  for (const layout of parts) {
    const part = await new np.MemMap(map.file, { layout, dtype }, 0).read({ signal: context.signal });
    const real = part.dtype.kind === 'c' ? np.absolute(part) : part;
    const found = np.ascontiguousarray(real.astype('float64'));
    values.set(new Float64Array(found.buffer as ArrayBuffer, found.byteOffset, found.size), at);
    at += found.size;
    context.onProgress(at, count);
  }
  if (map.dtype.unit) values.forEach((value, k) => value === -(2 ** 63) && (values[k] = NaN));
  return values;
}

const MAX_TABLE = 16;

function sampleOf({ rows, columns, ...names }: Plane, values: Float64Array, dtype: np.DType): HeatMapSample {
  const few = (count: number): number[] => {
    const step = Math.ceil(count / MAX_TABLE);
    return Array.from({ length: step && Math.ceil(count / step) }, (_, k) => k * step);
  };
  const [down, across] = [few(rows), few(columns)];
  const textAt = (at: number): string => (at < values.length ? text(values[at], dtype) : '');
  return {
    rowNames: down.map(row => names.rowNames[row]),
    columnNames: across.map(column => names.columnNames[column]),
    texts: down.map(row => across.map(column => textAt(row * columns + column))),
  };
}

function extremes(values: Float64Array, dtype: np.DType): Pick<HeatMap, 'low' | 'high'> {
  let [low, high] = [Infinity, -Infinity];
  for (const value of values) {
    if (!Number.isFinite(value)) continue;
    if (value < low) low = value;
    if (value > high) high = value;
  }
  if (low > high) return {};
  return { low: { value: low, text: text(low, dtype) }, high: { value: high, text: text(high, dtype) } };
}

/** Formats a value in the array's dtype where the double is exact. */
function text(value: number, dtype: np.DType): string {
  if ('mM'.includes(dtype.kind) && Number.isNaN(value)) return 'NaT';
  if ('iumM'.includes(dtype.kind)) {
    return Number.isSafeInteger(value)
      ? valueText(BigInt(value), dtype)
      : valueText(value, np.parseDType('float64'));
  }
  return valueText(value, dtype);
}
