/** The arrays of the stopped frame by address: those that share bytes with the inspected one, and the others. */
import { shapeText } from '../../core/layout/shapeText';
import type { App } from '../state/app';
import type { Neighbour } from '../protocol/debugSchema';
import { strings } from '../strings';
import { sliceSuffix } from '../protocol/sliceText';
import { bytesText } from '../../core/text/size';
import type { AddressLine, Bar, Extent } from './addressLine';
import { addressLine, inOrder } from './addressLine';
import { ChangedPages } from './ChangedPages';
import { UNITS } from '../panels/segments';
import { shownBytes } from '../panels/shownBytes';
import './neighbours.css';
import { hexAddress } from './address';
import type { DebugProps, DebugServices } from './debugPanel';
import { debugPanel } from './debugPanel';
import type { Panel } from '../state/lazyFeatures';
import { texts } from '../lazyStrings';

export const createView = (services: DebugServices): Panel => debugPanel(Neighbours, services);

function Neighbours({ app, debug, requests }: DebugProps): preact.JSX.Element {
  const ordered = inOrder(debug.neighbours);
  const related = ordered.filter(({ relation }) => relation !== 'apart');
  const apart = ordered.filter(({ relation }) => relation === 'apart');
  const line = addressLine(debug.neighbours, ownerExtent(app), windowExtent(app));
  return (
    <section class="panel">
      <h2 aria-hidden="true">{strings.memory}</h2>
      {line && <LineBar line={line} />}
      <ul class="map-list neighbours" role="list" aria-label={strings.memoryMap}>
        {related.map((neighbour, k) => (
          <Entry key={k} app={app} neighbour={neighbour} debug={debug} requests={requests} />
        ))}
      </ul>
      {apart.length > 0 && (
        <details class="elsewhere">
          <summary>{texts.elsewhere(apart.length)}</summary>
          <ul class="map-list neighbours" role="list" aria-label={texts.elsewhereList}>
            {apart.map((neighbour, k) => (
              <Entry key={k} app={app} neighbour={neighbour} debug={debug} requests={requests} />
            ))}
          </ul>
        </details>
      )}
      {debug.moreNeighbours > 0 && <p class="dim">{texts.moreArrays(debug.moreNeighbours)}</p>}
      <ChangedPages app={app} debug={debug} requests={requests} />
    </section>
  );
}

function ownerExtent({ model }: App): Extent | undefined {
  const source = model.view.value?.facts.source;
  if (source?.address === undefined) return undefined;
  const first = BigInt(source.address);
  return { first, end: first + BigInt(source.byteLength) };
}

function windowExtent(app: App): Extent | undefined {
  const owner = ownerExtent(app);
  const shown = shownBytes(app);
  if (!owner || !shown) return undefined;
  return { first: owner.first + BigInt(shown.first), end: owner.first + BigInt(shown.end) };
}

function Entry({
  app,
  neighbour,
  debug,
  requests,
}: DebugProps & { readonly neighbour: Neighbour }): preact.JSX.Element {
  const { name, dtype, shape, relation } = neighbour;
  const isSubject = relation === 'subject';
  const what = [dtype, shape && shapeText(shape)].filter(part => part !== undefined).join(' ');
  return (
    <li class={`neighbour ${relation}`}>
      {isSubject ? (
        <span class="map-name mono" title={name}>
          {name + sliceSuffix(app.model.view.value?.slice ?? '')}
        </span>
      ) : (
        <button
          type="button"
          class="link map-name mono"
          title={texts.inspectTitle(name)}
          onClick={() => requests.inspect(name)}
        >
          {name}
        </button>
      )}{' '}
      <span class="neighbour-dtype mono" title={what}>
        {what}
      </span>{' '}
      <span class="mono map-range">{rangeText(neighbour)}</span>{' '}
      <span class="relation">{texts.relation[relation](debug.expression)}</span>
    </li>
  );
}

function rangeText({ first, last }: Neighbour): string {
  if (first === undefined || last === undefined) return strings.noBytes;
  return strings.memoryEntry(hexAddress(first), hexAddress(last));
}

const LANE = 8;
const OWNER_LANE = 12;

/** The addresses from left to right, 1000 units wide. The list below has the same content as text. */
function LineBar({ line }: { line: AddressLine }): preact.JSX.Element {
  const height = OWNER_LANE + Math.max(0, line.lanes - 1) * LANE + 2;
  return (
    <>
      <div class="map-scale mono dim" aria-hidden="true">
        <span>{hexAddress(String(line.first))}</span>
        <span>{bytesText(Number(line.end - line.first))}</span>
      </div>
      <svg
        class="map-bar"
        viewBox={`0 0 ${UNITS} ${height}`}
        style={{ height: `${height}px` }}
        preserveAspectRatio="none"
        aria-hidden="true"
      >
        {line.bars.map((bar, k) => (
          <LineRect key={k} bar={bar} height={height} />
        ))}
      </svg>
    </>
  );
}

function LineRect({ bar, height }: { bar: Bar; height: number }): preact.JSX.Element {
  const { kind, name, start, width, lane } = bar;
  const isWindow = kind === 'window';
  const top = lane === 0 ? 2 : OWNER_LANE + (lane - 1) * LANE;
  return (
    <rect
      class={`line-${kind}`}
      x={start}
      width={width}
      y={isWindow ? 0 : top}
      height={isWindow ? height : LANE - (lane === 0 ? 0 : 2)}
    >
      <title>{isWindow ? strings.onScreen : kind === 'owner' ? texts.owner : name}</title>
    </rect>
  );
}
