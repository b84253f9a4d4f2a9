/** Computes the byte range from the first to the last item that is visible in the value grid. */
import type { App } from '../state/app';
import { visibleLines } from '../ui/position';
import { cellByteOffset } from '../state/cellPosition';

/** From the corner cells: strides are constant, so no item on screen lies outside of those. */
export function shownBytes({ model, values }: App): { first: number; end: number } | undefined {
  const view = model.view.value;
  const { width, height } = values.viewport.value;
  if (!view || values.size.value.rows === 0 || height <= 0) return undefined;
  const down = visibleLines(values.rows(), values.topRow(), height);
  const across = visibleLines(values.columns(), values.leftColumn(), width);
  if (down.end <= down.first || across.end <= across.first) return undefined;
  const offsets = [down.first, down.end - 1].flatMap(row =>
    [across.first, across.end - 1].map(column =>
      cellByteOffset(view, model.cellPosition.value, { row, column }),
    ),
  );
  return { first: Math.min(...offsets), end: Math.max(...offsets) + view.layout.itemsize };
}
