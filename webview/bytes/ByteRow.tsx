/** One row of the byte grid. Redrawn only when its bytes or its part of the link change. */
import type { App, AppProps } from '../state/app';
import { Memo } from '../ui/Memo';
import type { Link } from '../state/link';
import { strings } from '../strings';
import { hexOffset } from '../../core/text/size';
import { byteId, hexByte } from './byteHandlers';
import type { ByteItem } from '../state/itemMap';
import { byteName } from './name';

/** Bytes per cache line of most processors. */
const CACHE_LINE = 64;

interface RowProps extends AppProps {
  readonly row: number;
  readonly shift: number;
  /** Whether ARIA can count the rows. */
  readonly counted: boolean;
}

export function ByteRow(props: RowProps): preact.JSX.Element {
  const { app, row, shift, counted } = props;
  const { model, bytes } = app;
  const perRow = bytes.perRow.value;
  const start = row * perRow;
  const end = Math.min(model.sourceLength, start + perRow);
  const link = model.link.value;
  const [from, to] = link ? [Math.max(start, link.start), Math.min(end, link.start + link.length)] : [0, 0];
  const cursor = model.byteCursor.value;
  const linkedHere = from < to ? link : undefined;
  const on = [
    row,
    shift,
    counted,
    start,
    end,
    bytes.digits.value,
    bytes.showsCharacters.value,
    model.pagesVersion.value,
    bytes.items.value,
    model.document.value?.headerLength,
    cursor >= start && cursor < end ? cursor : -1,
    from < to ? from : -1,
    from < to ? to : -1,
    linkedHere?.index === undefined,
    linkedHere?.byteOffset,
    cursor >= start && cursor < end ? firstDigit(app) : undefined,
  ];
  return <Memo on={on} draw={() => drawRow(props, start, end, linkedHere)} />;
}

function drawRow(
  { app, row, shift, counted }: RowProps,
  start: number,
  end: number,
  link?: Link,
): preact.JSX.Element {
  const { bytes } = app;
  const offsets = Array.from({ length: end - start }, (_, k) => start + k);
  const isLine = start % CACHE_LINE === 0 && start > 0;
  return (
    <div
      class={isLine ? 'grid-row cache-line' : 'grid-row'}
      role="row"
      aria-rowindex={counted ? row + 2 : undefined}
      style={shift === 0 ? undefined : { marginTop: `${shift}px` }}
    >
      <div class="gutter row-head" role="rowheader" aria-colindex={1}>
        {hexOffset(start, bytes.digits.value)}
      </div>
      {offsets.map(byteOffset => hexCell(app, byteOffset, byteOffset - start, link))}
      {offsets.length < bytes.perRow.value && (
        <span
          class="hex-rest"
          style={{ width: `calc(var(--hex) * ${bytes.perRow.value - offsets.length})` }}
        />
      )}
      {bytes.showsCharacters.value && (
        <div class="ascii" aria-hidden="true">
          {offsets.map(byteOffset => (
            <span
              key={byteOffset}
              data-at={byteOffset}
              class={isLit(link, byteOffset) ? 'character lit' : 'character'}
            >
              {character(app, byteOffset)}
            </span>
          ))}
        </div>
      )}
    </div>
  );
}

/** Returns the first digit of a byte being typed at the cursor. */
function firstDigit(app: App): string | undefined {
  return app.features.value?.editing.bytes.firstDigit.value?.digit;
}

function isLit(link: Link | undefined, byteOffset: number): boolean {
  return link !== undefined && byteOffset >= link.start && byteOffset < link.start + link.length;
}

function hexCell(app: App, byteOffset: number, column: number, link?: Link): preact.JSX.Element {
  const { model, bytes } = app;
  const byte = model.pages.cache.byteAt(byteOffset);
  const item = bytes.items.value?.at(byteOffset);
  const isHeader = byteOffset < (model.document.value?.headerLength ?? 0);
  const lit = isLit(link, byteOffset);
  const isCursor = byteOffset === model.byteCursor.value;
  const digit = isCursor ? firstDigit(app) : undefined;
  const text = byte === undefined ? '··' : hexByte(byte);
  const old = model.pages.cache.isChanged(byteOffset) && model.pages.cache.bytesBefore(byteOffset, 1)?.[0];
  const before = typeof old === 'number' ? hexByte(old) : undefined;
  const conflict = app.features.value?.editing.conflictText(byteOffset, 1, text, before);
  const change = conflict ?? (before && strings.changedFrom(before));
  return (
    <div
      key={byteOffset}
      id={byteId(byteOffset)}
      class={hexClass(item, isHeader, byte === undefined)}
      role="gridcell"
      aria-colindex={column + 2}
      aria-label={byteName(model.view.value, byteOffset, byte, item, isHeader, change)}
      data-byte-offset={byteOffset}
      data-gap={item?.index ? undefined : ''}
      title={change}
      data-changed={before && ''}
      data-conflict={conflict && ''}
      data-linked={lit ? '' : undefined}
      data-edge={lit ? litEdges(link!, byteOffset, column) : undefined}
      data-cursor={isCursor ? '' : undefined}
    >
      {digit ? `${digit}_` : text}
    </div>
  );
}

function hexClass(item: ByteItem | undefined, isHeader: boolean, isMissing: boolean): string {
  const parts = ['hex'];
  if (item?.starts) parts.push('starts');
  if (item?.tint) parts.push('tint');
  if (item?.index && item.leaf < 0) parts.push('padding');
  if (isHeader) parts.push('header');
  if (isMissing) parts.push('missing');
  return parts.join(' ');
}

/** Returns the sides of the box around the linked bytes that this byte draws. */
function litEdges(link: Link, byteOffset: number, column: number): string {
  const first = byteOffset === link.start || column === 0;
  const last = byteOffset === link.start + link.length - 1;
  return `${first ? 'first' : ''} ${last ? 'last' : ''}`.trim();
}

function character({ model }: App, byteOffset: number): string {
  const byte = model.pages.cache.byteAt(byteOffset);
  return byte !== undefined && byte >= 0x20 && byte < 0x7f ? String.fromCharCode(byte) : strings.unprintable;
}
