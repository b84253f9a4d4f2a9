/** The number of pages of the whole owner that changed since the last stop; counted only on request. */
import { useId } from 'preact/hooks';
import type { DebugProps } from './debugPanel';
import { texts } from '../lazyStrings';

export function ChangedPages({ debug, requests }: DebugProps): preact.JSX.Element {
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
          onChange={event => void requests.countPages(event.currentTarget.checked)}
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

/** Page sizes are powers of two: `4 KiB`. */
function pageText(byteLength: number): string {
  return byteLength % 1024 === 0 ? `${byteLength / 1024} KiB` : texts.byteCount(byteLength);
}
