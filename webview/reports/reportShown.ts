/**
 * Tells the extension which pages are on screen, once they have rested: the next stop of a program brings them, and of a
 * file they are the ones that are followed byte by byte.
 */
import { MAX_PAGES } from '../protocol/schema';
import type { Model } from '../state/model';

const DELAY_MS = 150;

/** `changed` is to be called whenever other pages may be on screen. */
export function reportShown(model: Model, send: (pages: number[]) => void): { changed(): void } {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let sent = '';
  const report = (): void => {
    const pages = model.pages.onScreen().slice(0, MAX_PAGES);
    if (!model.document.value || pages.join() === sent) return;
    sent = pages.join();
    send(pages);
  };
  return {
    changed: () => {
      clearTimeout(timer);
      timer = setTimeout(report, DELAY_MS);
    },
  };
}
