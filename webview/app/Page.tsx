/**
 * The page: header, problems, and the drawing. Wide: layout, grids, memory side by side. Middling: memory under the
 * layout. Narrow: the panels fold into a strip above the grids, which keep the room.
 */
import { signal } from '@preact/signals';
import { Bytes } from '../bytes/Bytes';
import { Flags } from '../panels/Flags';
import { Formula } from '../panels/Formula';
import { Header } from '../panels/Header';
import { MemoryMap, Owners } from '../panels/Memory';
import { Alerts, Status } from '../panels/Notices';
import { Strides } from '../panels/Strides';
import { strings } from '../strings';
import { Values } from '../values/Values';
import type { AppProps } from '../state/app';
import { Split } from '../ui/Split';
import { layoutSummary } from './summary';
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

export function Frame({ app }: AppProps): preact.JSX.Element {
  const document = app.model.document.value;
  // A stopped program's array is drawn once all of it can be.
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
  return features && app.model.document.value?.debug ? <features.Header /> : <Header app={app} />;
}

function Body({ app }: AppProps): preact.JSX.Element {
  const view = app.model.view.value;
  const features = app.features.value;
  const hasBytes = app.model.sourceLength > 0;
  return (
    <div class="body">
      {view && width.value === 'narrow' && <Strip app={app} />}
      {view && width.value !== 'narrow' && (
        <aside class="side" aria-label={strings.panelsSummary}>
          <LayoutPanels app={app} />
          {width.value === 'middle' && <MemoryPanels app={app} />}
        </aside>
      )}
      <div class="middle-column">
        {(view || hasBytes) && (
          <Split first={view && <Values app={app} />} second={hasBytes && <Bytes app={app} />} />
        )}
        {features && <features.BoxedObjects />}
      </div>
      {view && width.value === 'wide' && (
        <aside class="side right" aria-label={strings.memory}>
          <MemoryPanels app={app} />
        </aside>
      )}
    </div>
  );
}

function LayoutPanels({ app }: AppProps): preact.JSX.Element {
  const features = app.features.value;
  return (
    <>
      <Strides app={app} />
      {features && <features.Cost />}
      <Formula app={app} />
      <Flags app={app} />
    </>
  );
}

function MemoryPanels({ app }: AppProps): preact.JSX.Element {
  const features = app.features.value;
  return (
    <>
      <MemoryMap app={app} />
      <Owners app={app} />
      {features && <features.Analysis />}
    </>
  );
}

/** The panels folded: their essence in a line. */
function Strip({ app }: AppProps): preact.JSX.Element {
  return (
    <details class="strip">
      <summary>
        <h2>{strings.panelsSummary}</h2>
        <span class="mono dim strip-summary">{layoutSummary(app.model)}</span>
      </summary>
      <div class="strip-panels">
        <LayoutPanels app={app} />
        <MemoryPanels app={app} />
      </div>
    </details>
  );
}
