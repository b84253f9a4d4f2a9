/**
 * Clocks inside the page: they note when something asked for was first on screen, frame by frame, so that the
 * measurement does not wait for questions from outside. Times are milliseconds since the epoch.
 */
import type { Frame } from 'playwright-core';
import { until } from '../ui/harness/waiting';

interface Watch {
  /** When the wanted thing was on screen. */
  seen?: number;
  /** When the person acted: the first click of the double click, the key. */
  acted?: number;
  /** A row header that is wanted; without it, any loaded value. */
  row?: string;
}
type Watched = Window & { ndarrayWatch?: Watch };

/** Runs in a document: looks once a frame. */
function look(): void {
  const watched = window as Watched;
  if (watched.ndarrayWatch) return;
  watched.ndarrayWatch = {};
  const act = (): void => {
    watched.ndarrayWatch = { ...watched.ndarrayWatch, acted: Date.now(), seen: undefined };
  };
  // The first click opens already, the second only keeps the tab.
  addEventListener('mousedown', event => event.detail === 1 && act(), true);
  addEventListener('keydown', event => event.key === 'End' && act(), true);
  const isThere = (row: string | undefined): boolean => {
    if (document.querySelector('.monaco-editor-pane-placeholder')) return true;
    const rows = [...document.querySelectorAll('[role=grid][aria-label=Values] [role=row]')];
    return rows.some(line => {
      const head = line.querySelector('[role=rowheader]')?.textContent.trim();
      const cell = line.querySelector('[role=gridcell]:not([aria-busy=true])');
      return cell?.textContent !== '' && cell !== null && (row === undefined || row === head);
    });
  };
  const tick = (): void => {
    const watch = watched.ndarrayWatch;
    if (watch && watch.seen === undefined && isThere(watch.row)) watch.seen = Date.now();
    requestAnimationFrame(tick);
  };
  requestAnimationFrame(tick);
}

/** Starts the clock in `frame`, for the row headed `row`, or for anything at all. */
export async function want(frame: Frame, row?: string): Promise<void> {
  await frame.evaluate(look);
  await frame.evaluate(wanted => ((window as Watched).ndarrayWatch = { row: wanted }), row);
}

/** When the user acted, in `frame`. */
export async function actedAt(frame: Frame): Promise<number> {
  return until('the action', () => frame.evaluate(() => (window as Watched).ndarrayWatch?.acted));
}

/** When what is wanted was first on screen, in `frame`. */
export async function seenAt(frame: Frame): Promise<number> {
  return until('what is wanted', () => frame.evaluate(() => (window as Watched).ndarrayWatch?.seen));
}

/** When the first typed values were on screen in the webview `frame`, by the mark that the app itself sets. */
export async function paintedAt(frame: Frame): Promise<number> {
  return until('the first values', () =>
    frame.evaluate(() => {
      const mark = performance.getEntriesByName('ndarray:first-values').at(0);
      return mark && performance.timeOrigin + mark.startTime;
    }),
  );
}
