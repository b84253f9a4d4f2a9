/** How many pages of the whole owner changed since the last stop, counted only where that is asked for. */
import { useId } from 'preact/hooks';
import type { DebugProps } from './props';
import { texts } from '../lazyStrings';

export function ChangedPages({ debug, ask }: DebugProps): preact.JSX.Element {
  const { changedPages, pagesRefused, countsPages } = debug;
  const reasonId = useId();
  const isRefused = pagesRefused !== undefined;
  return (
    <div class="changed-pages">
      <label>
        <input
          type="checkbox"
          checked={countsPages}
          disabled={isRefused}
          aria-describedby={isRefused ? reasonId : undefined}
          onChange={event => void ask.countPages(event.currentTarget.checked)}
        />
        {texts.countPages}
      </label>
      {isRefused && (
        <p id={reasonId} class="dim">
          {pagesRefused}
        </p>
      )}
      {changedPages && (
        <p>
          {texts.pagesChanged(changedPages.changed, changedPages.total, pageText(changedPages.pageBytes))}
        </p>
      )}
    </div>
  );
}

/** Pages are powers of two: `4 KiB`. */
function pageText(byteLength: number): string {
  return byteLength % 1024 === 0 ? `${byteLength / 1024} KiB` : texts.byteCount(byteLength);
}
