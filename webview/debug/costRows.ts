/** The rows of the table of costs: cache lines by the model, and measured times. */
import type { Measurement } from '../protocol/debugSchema';

/** The modelled cost of an axis. */
export interface Modelled {
  readonly axis: number;
  readonly linesPerItem: number;
  readonly ratio: number;
}

export interface CostCell {
  readonly text: string;
  /** The ratio to the best axis: `1×`, `16×`. */
  readonly ratio: string;
  /** The share of the worst axis, from 0 to 1. */
  readonly share: number;
}

export interface CostRow {
  readonly axis: number;
  readonly model: CostCell;
  /** Absent where the axis was not timed. */
  readonly measured?: CostCell;
}

/** A row for each of `costs`, with the measured time of its axis where there is one. */
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

/** At most three significant digits, never in exponent notation. */
function numberText(value: number): string {
  return value >= 100 ? String(Math.round(value)) : String(Number(value.toPrecision(value < 10 ? 2 : 3)));
}
