/**
 * Reports the pages on screen to the extension. The next stop of a program brings these pages along, and in a file these
 * are watched byte by byte.
 */
import { MAX_PAGES } from '../protocol/schema';
import type { Model } from '../state/model';

const DELAY_MS = 150;

/** `schedule` sends the pages once they have rested; to be called when others may be on screen. */
export function reportShown(model: Model, send: (pages: number[]) => void): { schedule(): void } {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let sent = '';
  const report = (): void => {
    const pages = model.pages.onScreen().slice(0, MAX_PAGES);
    if (!model.document.value || pages.join() === sent) return;
    sent = pages.join();
    send(pages);
  };
  return {
    schedule: () => {
      clearTimeout(timer);
      timer = setTimeout(report, DELAY_MS);
    },
  };
}
