/** How many pages of the whole owner changed since the last stop, counted only where that is asked for. */
import { useId } from 'preact/hooks';
import type { AppProps } from '../frame/app';
import type { DebugState } from '../protocol/debugSchema';
import { strings } from '../strings';

export function ChangedPages({ app, debug }: AppProps & { readonly debug: DebugState }): preact.JSX.Element {
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
          onChange={event => app.actions.countPages(event.currentTarget.checked)}
        />
        {strings.countPages}
      </label>
      {isRefused && (
        <p id={reasonId} class="dim">
          {pagesRefused}
        </p>
      )}
      {changedPages && (
        <p>
          {strings.pagesChanged(changedPages.changed, changedPages.total, pageText(changedPages.pageBytes))}
        </p>
      )}
    </div>
  );
}

/** Pages are powers of two: `4 KiB`. */
function pageText(byteLength: number): string {
  return byteLength % 1024 === 0 ? `${byteLength / 1024} KiB` : `${byteLength} bytes`;
}
