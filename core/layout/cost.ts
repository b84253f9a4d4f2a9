/** Cache lines that a walk along each axis touches. A stand-in: the model proper takes its place. */
import type { Layout } from './layout';

export interface AxisCost {
  readonly axis: number;
  readonly linesPerItem: number;
  /** To the best axis, 1 or more. */
  readonly ratio: number;
}

export function axisCosts(
  layout: Layout,
  { lineSize = 64 }: { readonly lineSize?: number; readonly address?: bigint } = {},
): AxisCost[] {
  const lines = layout.strides.map(stride => Math.max(1 / 4096, Math.min(1, Math.abs(stride) / lineSize)));
  const best = Math.min(...lines);
  return lines.map((linesPerItem, axis) => ({ axis, linesPerItem, ratio: linesPerItem / best }));
}
