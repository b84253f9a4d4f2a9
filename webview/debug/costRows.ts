/** What a walk along each axis costs, as rows: the model's cache lines, and the times that were measured. */
import type { Measurement } from '../protocol/debugSchema';

/** An axis as the model sees it. */
export interface Modelled {
  readonly axis: number;
  readonly linesPerItem: number;
  readonly ratio: number;
}

export interface CostCell {
  readonly text: string;
  /** To the best axis: `1×`, `16×`. */
  readonly ratio: string;
  /** Of the worst axis, from 0 to 1. */
  readonly share: number;
}

export interface CostRow {
  readonly axis: number;
  readonly model: CostCell;
  /** Absent where the axis was not timed. */
  readonly measured?: CostCell;
}

export function costRows(costs: readonly Modelled[], measurement?: Measurement): CostRow[] {
  const most = Math.max(0, ...costs.map(({ linesPerItem }) => linesPerItem));
  const times = measurement?.axes.map(({ nanosecondsPerItem }) => nanosecondsPerItem) ?? [];
  const slowest = Math.max(0, ...times);
  const fastest = Math.min(...times);
  return costs.map(({ axis, linesPerItem, ratio }) => {
    const time = measurement?.axes.find(one => one.axis === axis)?.nanosecondsPerItem;
    const model = cell(linesPerItem, ratio, most);
    return time === undefined
      ? { axis, model }
      : { axis, model, measured: cell(time, time / fastest, slowest) };
  });
}

function cell(value: number, ratio: number, most: number): CostCell {
  return {
    text: numberText(value),
    ratio: Number.isFinite(ratio) ? `${numberText(ratio)}×` : '',
    share: most > 0 ? value / most : 0,
  };
}

/** Three digits at most, never in powers of ten. */
function numberText(value: number): string {
  return value >= 100 ? String(Math.round(value)) : String(Number(value.toPrecision(value < 10 ? 2 : 3)));
}
