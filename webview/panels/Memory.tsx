/** The extent of the view in its source, the part on screen, and the chain of owners. */
import type { OwnerFacts } from '../../core/bytes';
import { byteBounds } from '../../core/layout/overlap/bounds';
import type { App, AppProps } from '../state/app';
import { strings } from '../strings';
import { sliceSuffix } from '../protocol/sliceText';
import { bytesText, hexOffset } from '../../core/text/size';
import { shownBytes } from './shownBytes';
import type { Segment } from './segments';
import { mapSegments } from './segments';
import './memory.css';

export function MemoryMap({ app }: AppProps): preact.JSX.Element {
  const { model } = app;
  const view = model.view.value;
  const length = model.sourceLength;
  return (
    <section class="panel">
      <h2 aria-hidden="true">{strings.memory}</h2>
      <div class="map-scale mono dim" aria-hidden="true">
        <span>0</span>
        <span>{bytesText(length)}</span>
      </div>
      <MapBar segments={segmentsOf(app)} />
      <ul class="map-list" role="list" aria-label={strings.memoryMap}>
        {view && (
          <li>
            <span class="map-name">{view.facts.name + sliceSuffix(view.slice)}</span>{' '}
            <span class="mono map-range">{extentText(app)}</span>
          </li>
        )}
      </ul>
    </section>
  );
}

export function Owners({ app }: AppProps): preact.JSX.Element {
  const view = app.model.view.value;
  const features = app.features.value;
  const facts = view?.facts.owners ?? [];
  const viewOfAll: OwnerFacts[] =
    view && view.slice !== ''
      ? [{ name: sliceSuffix(view.slice), typeName: strings.view, byteLength: view.layout.nbytes }]
      : [];
  return (
    <section class="panel">
      <h2 aria-hidden="true">{strings.owners}</h2>
      <ol class="owners" role="list" aria-label={strings.owners}>
        {[...viewOfAll, ...facts].map((owner, k) => (
          <li key={k}>
            <span class="owner-type">{owner.typeName}</span>{' '}
            <span class="owner-name mono" title={owner.name}>
              {owner.name}
            </span>{' '}
            <span class="dim">{bytesText(owner.byteLength)}</span>
            {features && <features.debug.OwnerDetails owner={owner} />}
          </li>
        ))}
      </ol>
      {features && <features.debug.OwnerFile />}
    </section>
  );
}

function extentText({ model }: App): string {
  const { first, end } = byteBounds(model.view.value!.layout);
  return end === first ? strings.noBytes : strings.memoryEntry(hexOffset(first, 1), hexOffset(end - 1, 1));
}

function segmentsOf(app: App): Segment[] {
  const { model } = app;
  const view = model.view.value;
  const bounds = view ? byteBounds(view.layout) : { first: 0, end: 0 };
  const header = model.document.value?.headerLength ?? 0;
  return mapSegments(model.sourceLength, bounds, header, shownBytes(app));
}

const KIND_NAMES: Readonly<Record<Segment['kind'], string>> = {
  all: strings.mapLegendOther,
  header: strings.mapLegendHeader,
  view: strings.mapLegendView,
  window: strings.onScreen,
};

/** The source from left to right, 1000 units wide. */
function MapBar({ segments }: { segments: readonly Segment[] }): preact.JSX.Element {
  return (
    <svg class="map-bar" viewBox="0 0 1000 24" preserveAspectRatio="none" aria-hidden="true">
      {segments.map(({ kind, start, width }) => (
        <rect
          key={kind}
          class={`map-${kind}`}
          x={start}
          width={width}
          y={kind === 'window' ? 0 : 4}
          height={kind === 'window' ? 24 : 16}
        >
          <title>{KIND_NAMES[kind]}</title>
        </rect>
      ))}
    </svg>
  );
}
