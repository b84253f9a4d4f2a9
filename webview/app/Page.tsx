/**
 * The page: header, errors, and the views of the array. Wide: layout, grids and memory side by side. Middle: memory below
 * the layout. Narrow: the panels fold into a strip above the grids.
 */
import { signal } from '@preact/signals';
import { Bytes } from '../bytes/Bytes';
import { Header } from '../panels/Header';
import { Alerts, Status } from '../panels/Notices';
import type { AppProps } from '../state/app';
import { strings } from '../strings';
import { Split } from '../ui/Split';
import { layoutSummary } from './summary';
import { ViewsIn } from './ViewsIn';
import './theme.css';
import './page.css';

type Width = 'wide' | 'middle' | 'narrow';
const WIDE = 960;
const MIDDLE = 760;

function widthOf(pixels: number): Width {
  if (pixels >= WIDE) return 'wide';
  return pixels >= MIDDLE ? 'middle' : 'narrow';
}

const width = signal<Width>(widthOf(window.innerWidth));
window.addEventListener('resize', () => {
  width.value = widthOf(window.innerWidth);
});

export function Page({ app }: AppProps): preact.JSX.Element {
  const document = app.model.document.value;
  // An array of a stopped program needs the late features.
  const isReady = document !== undefined && (!document.debug || app.features.value !== undefined);
  const status = document?.debug?.status;
  const isOld = status !== undefined && status !== 'stopped';
  return (
    <main class={`frame ${width.value}${status ? ' program' : ''}${isOld ? ' old' : ''}`}>
      <Status app={app} />
      {isReady ? <Head app={app} /> : <p class="opening dim">{strings.loading}</p>}
      <Alerts app={app} />
      {isReady && <Body app={app} />}
    </main>
  );
}

function Head({ app }: AppProps): preact.JSX.Element {
  const features = app.features.value;
  return (
    <>
      {features && app.model.document.value?.debug ? <features.debug.Header /> : <Header app={app} />}
      {features && <features.editing.CellNote />}
    </>
  );
}

function Body({ app }: AppProps): preact.JSX.Element {
  const view = app.model.view.value;
  const hasBytes = app.model.sourceLength > 0;
  return (
    <div class="body">
      {view && width.value === 'narrow' && <Strip app={app} />}
      {view && width.value !== 'narrow' && (
        <aside class="side" aria-label={strings.panelsSummary}>
          <ViewsIn app={app} area="layout" />
          {width.value === 'middle' && <ViewsIn app={app} area="memory" />}
        </aside>
      )}
      <div class="middle-column">
        {(view || hasBytes) && (
          <Split first={view && <ViewsIn app={app} area="main" />} second={hasBytes && <Bytes app={app} />} />
        )}
        <ViewsIn app={app} area="below" />
      </div>
      {view && width.value === 'wide' && (
        <aside class="side right" aria-label={strings.memory}>
          <ViewsIn app={app} area="memory" />
        </aside>
      )}
    </div>
  );
}

/** The folded panels, with a summary in a line. */
function Strip({ app }: AppProps): preact.JSX.Element {
  return (
    <details class="strip">
      <summary>
        <h2>{strings.panelsSummary}</h2>
        <span class="mono dim strip-summary">{layoutSummary(app.model)}</span>
      </summary>
      <div class="strip-panels">
        <ViewsIn app={app} area="layout" />
        <ViewsIn app={app} area="memory" />
      </div>
    </details>
  );
}
