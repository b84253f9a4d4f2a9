/** Announces, once a stop, how many of the bytes on screen changed since the stop before, as soon as all are loaded. */
import { effect, untracked } from '@preact/signals';
import type { App } from '../state/app';
import type { PageCache } from '../pages/cache';
import { visibleLines } from '../ui/position';
import { cellByteOffset } from '../state/cellPosition';
import { texts } from '../lazyStrings';

/** A run of bytes. */
type Run = readonly [byteOffset: number, byteLength: number];

export function announceChanges(app: App): void {
  const { model } = app;
  let announced = -1;
  effect(() => {
    const stop = model.document.value?.debug?.stop;
    const isArrival = model.pagesVersion.value >= 0;
    if (stop === undefined || stop === announced || !isArrival) return;
    const { pages } = model;
    const onScreen = pages.onScreen();
    if (onScreen.length === 0 || !onScreen.every(page => pages.cache.isFresh(page, pages.revision))) return;
    announced = stop;
    if (!onScreen.some(page => pages.cache.hasBaseline(page))) return;
    const count = untracked(() => countChanged(pages.cache, runsOnScreen(app)));
    model.status.value = count === 0 ? texts.noneChanged : texts.changedOnScreen(count);
  });
}

/** The number of changed bytes in the runs, each counted once. */
export function countChanged(cache: PageCache, runs: Iterable<Run>): number {
  const changed = new Set<number>();
  for (const [byteOffset, byteLength] of runs) {
    if (!cache.isChanged(byteOffset, byteLength)) continue;
    for (let at = byteOffset; at < byteOffset + byteLength; at++) if (cache.isChanged(at)) changed.add(at);
  }
  return changed.size;
}

function* runsOnScreen({ model, values, bytes }: App): Generator<Run> {
  const view = model.view.value;
  const rows = visibleLines(bytes.rows(), bytes.topRow(), bytes.viewport.value.height);
  const perRow = bytes.perRow.value;
  for (let row = rows.first; row < rows.end; row++) yield [row * perRow, perRow];
  if (!view || values.size.value.rows === 0) return;
  const { width, height } = values.viewport.value;
  const down = visibleLines(values.rows(), values.topRow(), height);
  const across = visibleLines(values.columns(), values.leftColumn(), width);
  for (let row = down.first; row < down.end; row++) {
    for (let column = across.first; column < across.end; column++) {
      const start = cellByteOffset(view, model.cellPosition.value, { row, column });
      const { itemsize } = view.leaves[column % view.leaves.length].dtype;
      if (start >= 0 && start + itemsize <= model.sourceLength) yield [start, itemsize];
    }
  }
}
