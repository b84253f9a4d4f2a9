/**
 * Messages about statistics and pictures: long tasks that are requested, report progress, and end in a result, an error or
 * a cancellation. The webview loads this module late.
 */
import * as v from 'valibot';
import { wireError } from './schema';
import { bytes, integer, natural, shape, text } from './values';

/** Number of the run, counted by the webview. */
const id = natural;
export const SECTIONS = ['statistics', 'pictures'] as const;
export type Section = (typeof SECTIONS)[number];

const statisticsRequest = v.object({
  kind: v.literal('statistics'),
  id,
  /** Covers the whole array, even if a slice of it is drawn. */
  isWhole: v.boolean(),
  axis: v.optional(natural),
});
const heatMapRequest = v.object({
  kind: v.literal('heatMap'),
  id,
  isWhole: v.boolean(),
  /** The other axes are not held at `index`: all their items are rows too. */
  allAxes: v.boolean(),
  /** −1 where there is no such axis. */
  rowAxis: integer,
  colAxis: integer,
  index: shape,
});
export type HeatMapRequest = v.InferOutput<typeof heatMapRequest>;

/** Requests of the webview. */
export const taskRequest = v.union([
  statisticsRequest,
  heatMapRequest,
  v.object({ kind: v.literal('cancel'), id }),
  v.object({
    kind: v.literal('savePicture'),
    /** Suggested file name, without extension. */
    name: v.pipe(v.string(), v.maxLength(200)),
    png: v.pipe(
      bytes,
      v.check(({ length }) => length <= 64 * 1024 * 1024, 'expected at most 64 MiB'),
    ),
  }),
]);
export type TaskRequest = v.InferOutput<typeof taskRequest>;

const texts = v.pipe(v.array(text), v.maxLength(65536));
const summaryFound = v.object({
  kind: v.literal('summary'),
  count: natural,
  /** Number of items that min, max, mean and nans cover. */
  seen: natural,
  /** Number of items that std and the histogram cover. */
  deviated: natural,
  nans: natural,
  min: v.optional(text),
  max: v.optional(text),
  nanmin: v.optional(text),
  nanmax: v.optional(text),
  mean: v.optional(text),
  std: v.optional(text),
  histogram: v.optional(v.object({ counts: v.array(natural), edges: texts })),
});
const axisFound = v.object({
  kind: v.literal('axis'),
  axis: natural,
  total: natural,
  rows: v.array(v.object({ index: text, texts })),
});
export const statisticsFound = v.union([summaryFound, axisFound]);
export type StatisticsFound = v.InferOutput<typeof statisticsFound>;
export type SummaryFound = v.InferOutput<typeof summaryFound>;
export type AxisFound = v.InferOutput<typeof axisFound>;

const end = v.optional(v.object({ value: v.number(), text }));
export const heatMapFound = v.object({
  rows: natural,
  columns: natural,
  /** Row after row; NaN and infinite values too. */
  values: v.custom<Float64Array>(value => value instanceof Float64Array, 'expected numbers'),
  /** One of every `step` items is included. */
  step: natural,
  rowNames: texts,
  columnNames: texts,
  /** A few of them as text. */
  sample: v.object({ rowNames: texts, columnNames: texts, texts: v.array(texts) }),
  /** Of the finite numbers. */
  low: end,
  high: end,
});
export type HeatMapFound = v.InferOutput<typeof heatMapFound>;

/** Events of the extension. `revision` is that of the document when the task started. */
export const taskEvent = v.union([
  v.object({ kind: v.literal('progress'), id, done: natural, total: natural }),
  v.object({ kind: v.literal('statistics'), id, revision: natural, found: statisticsFound }),
  v.object({ kind: v.literal('heatMap'), id, revision: natural, found: heatMapFound }),
  /** Cancelled without a result. */
  v.object({ kind: v.literal('ended'), id }),
  v.object({ kind: v.literal('failed'), id, error: wireError }),
  /** A palette command asks for this section and starts it. */
  v.object({ kind: v.literal('show'), section: v.picklist(SECTIONS) }),
  v.object({ kind: v.literal('saved'), path: text }),
  v.object({ kind: v.literal('notSaved'), error: wireError }),
]);
export type TaskEvent = v.InferOutput<typeof taskEvent>;
