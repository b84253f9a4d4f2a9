/** A clock inside a page, that notes when a row with certain texts is first on screen: of any editor's rows. */
import type { Frame } from 'playwright-core';
import { until } from '../../ui/harness/waiting';

/** What is waited for: one of these elements with all of `texts` in its text. */
export interface WantedRow {
  readonly rows: string;
  readonly texts: readonly string[];
}

type Watched = Window & { ndarrayRow?: { wanted: WantedRow; acted?: number; seen?: number } };

/** Runs in a document: notes the first click or `End`, and looks once a frame until the row is there. */
function watch(wanted: WantedRow): void {
  const watched = window as Watched;
  const isFirst = watched.ndarrayRow === undefined;
  watched.ndarrayRow = { wanted };
  if (!isFirst) return;
  const act = (): void =>
    void (watched.ndarrayRow = { wanted: watched.ndarrayRow!.wanted, acted: Date.now() });
  addEventListener('mousedown', event => event.detail === 1 && act(), true);
  addEventListener('keydown', event => event.key === 'End' && act(), true);
  const tick = (): void => {
    const row = watched.ndarrayRow!;
    const rows = [...document.querySelectorAll(row.wanted.rows)];
    const isThere = rows.some(({ textContent }) =>
      row.wanted.texts.every(part => textContent.includes(part)),
    );
    if (isThere) row.seen ??= Date.now();
    requestAnimationFrame(tick);
  };
  requestAnimationFrame(tick);
}

export async function wantRow(frame: Frame, wanted: WantedRow): Promise<void> {
  await frame.evaluate(watch, wanted);
}

/** When the user acted, in milliseconds since the epoch. */
export function rowActedAt(frame: Frame): Promise<number> {
  return until('the action', () => frame.evaluate(() => (window as Watched).ndarrayRow?.acted));
}

/** When the row was first on screen, in milliseconds since the epoch. */
export function rowSeenAt(frame: Frame): Promise<number> {
  return until('the row', () => frame.evaluate(() => (window as Watched).ndarrayRow?.seen));
}
