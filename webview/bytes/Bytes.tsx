/** The bytes pane: the whole source, 16 bytes per row, with the items of the view marked. */
import { useEffect, useRef } from 'preact/hooks';
import type { AppProps } from '../state/app';
import { metrics } from '../ui/metrics';
import { useBox } from '../ui/useBox';
import { Scrollbar } from '../ui/Scrollbar';
import { visibleLines } from '../ui/position';
import { useWheel } from '../ui/useWheel';
import { strings } from '../strings';
import { hexOffset } from '../../core/text/size';
import { ariaCount } from '../ui/ariaCounts';
import { ByteRow } from './ByteRow';
import { byteHandlers, byteId } from './byteHandlers';
import { wantedBytes } from './wanted';
import './bytes.css';

const GRID_ID = 'bytes-grid';

export function Bytes({ app }: AppProps): preact.JSX.Element {
  const { model, bytes } = app;
  const element = useRef<HTMLDivElement>(null);
  const { row } = metrics.value;
  useBox(
    element,
    ({ width, height }) => {
      bytes.resize({ width, height: height - row });
    },
    [row],
  );
  useWheel(element, (_, dy) => bytes.scroll(dy));
  const lines = bytes.rows();
  const top = bytes.topRow();
  const { height } = bytes.viewport.value;
  const shown = visibleLines(lines, top, height);
  useEffect(() => {
    if (bytes.peek.value) return;
    model.pages.want('bytes', wantedBytes(bytes.perRow.value, shown.first, shown.end, model.sourceLength));
  });
  return (
    <section class="pane bytes" aria-label={strings.bytes}>
      <div class="grid-frame">
        <ByteTable app={app} element={element} first={shown.first} end={shown.end} shift={-top.pixel} />
        <Scrollbar
          name={strings.bytes}
          orientation="vertical"
          controls={GRID_ID}
          lines={lines}
          position={top}
          viewport={height}
          onScroll={position => {
            bytes.scrollTo(position);
          }}
        />
      </div>
    </section>
  );
}

interface TableProps extends AppProps {
  readonly element: preact.RefObject<HTMLDivElement | null>;
  readonly first: number;
  readonly end: number;
  readonly shift: number;
}

function ByteTable({ app, element, first, end, shift }: TableProps): preact.JSX.Element {
  const { model, bytes } = app;
  const perRow = bytes.perRow.value;
  const cursor = model.byteCursor.value;
  const isCursorShown = cursor >= first * perRow && cursor < Math.min(end * perRow, model.sourceLength);
  const rows = bytes.rows().count;
  return (
    <div
      ref={element}
      id={GRID_ID}
      class="grid byte-grid mono"
      role="grid"
      aria-label={strings.bytes}
      aria-rowcount={ariaCount(rows)}
      aria-colcount={perRow + 1}
      aria-readonly={app.features.value?.editing.bytes.canEdit ? 'false' : 'true'}
      aria-activedescendant={isCursorShown ? byteId(cursor) : undefined}
      tabIndex={0}
      {...byteHandlers(app)}
    >
      <ByteHead
        perRow={perRow}
        digits={bytes.digits.value}
        column={cursor % perRow}
        showsCharacters={bytes.showsCharacters.value}
      />
      <div class="grid-body" role="rowgroup">
        {Array.from({ length: end - first }, (_, k) => (
          <ByteRow
            key={first + k}
            app={app}
            row={first + k}
            shift={k === 0 ? shift : 0}
            counted={ariaCount(rows) >= 0}
          />
        ))}
      </div>
      {rows === 0 && <p class="empty">{strings.noFileBytes}</p>}
    </div>
  );
}

interface HeadProps {
  readonly perRow: number;
  readonly digits: number;
  readonly column: number;
  readonly showsCharacters: boolean;
}

/** The pane's title takes the place of a heading for the offsets. */
function ByteHead({ perRow, digits, column, showsCharacters }: HeadProps): preact.JSX.Element {
  return (
    <div class="grid-row head" role="row" aria-rowindex={1}>
      <div class="gutter" role="columnheader" aria-colindex={1} aria-label={strings.offsetColumn}>
        <h2 aria-hidden="true">{strings.bytes}</h2>
        <span class="gutter-room" aria-hidden="true">
          {hexOffset(0, digits)}
        </span>
      </div>
      {Array.from({ length: perRow }, (_, k) => (
        <div
          key={k}
          class={k === column ? 'hex column-head at' : 'hex column-head'}
          role="columnheader"
          aria-colindex={k + 2}
        >
          {k.toString(16).toUpperCase().padStart(2, '0')}
        </div>
      ))}
      {showsCharacters && (
        <div class="ascii-head" aria-hidden="true">
          {strings.ascii}
        </div>
      )}
    </div>
  );
}
