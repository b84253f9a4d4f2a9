/**
 * The value grid. The grid element keeps the focus and names the active cell (aria-activedescendant), so that the focus
 * survives when that cell scrolls out of the document.
 * https://www.w3.org/WAI/ARIA/apg/patterns/grid/
 */
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import { shapeText } from '../../core/layout/shapeText';
import type { App, AppProps } from '../state/app';
import { metrics } from '../ui/metrics';
import { useBox } from '../ui/useBox';
import { Scrollbar } from '../ui/Scrollbar';
import { useWheel } from '../ui/useWheel';
import { strings } from '../strings';
import type { ShownCells } from './cells';
import { isCurrent, shownCells, wantedPages } from './cells';
import { cellId, valueHandlers } from './valueHandlers';
import { ariaCount, headerCharacters } from '../ui/ariaCounts';
import { ValueRow } from './ValueRow';
import { rectangleOf } from '../state/selection';

const GRID_ID = 'values-grid';

export function ValueGridView({ app }: AppProps): preact.JSX.Element {
  const { model, values } = app;
  const element = useRef<HTMLDivElement>(null);
  const { row, character } = metrics.value;
  const gutter = Math.ceil(headerCharacters(values.size.value.rows) * character) + 16;
  useBox(
    element,
    ({ width, height }) => {
      values.resize({ width: width - gutter, height: height - row });
    },
    [gutter, row],
  );
  useWheel(element, (dx, dy) => values.scroll(dx, dy));
  const shown = shownCells(model, values);
  useLayoutEffect(() => reportPainted(app, shown));
  useEffect(() => {
    if (isCurrent(model, shown)) model.pages.want('values', wantedPages(model, values, shown));
  });
  const { width, height } = values.viewport.value;
  return (
    <div class="grid-frame">
      <GridTable app={app} shown={shown} element={element} gutter={gutter} />
      <Scrollbar
        name={strings.rows}
        orientation="vertical"
        controls={GRID_ID}
        lines={values.rows()}
        position={shown.top}
        viewport={height}
        onScroll={position => {
          values.rowPosition.value = position;
        }}
      />
      <Scrollbar
        name={strings.columns}
        orientation="horizontal"
        controls={GRID_ID}
        lines={values.columns()}
        position={shown.left}
        viewport={width}
        onScroll={position => {
          values.columnPosition.value = position;
        }}
      />
    </div>
  );
}

interface TableProps extends AppProps {
  readonly shown: ShownCells;
  readonly element: preact.RefObject<HTMLDivElement | null>;
  readonly gutter: number;
}

function GridTable({ app, shown, element, gutter }: TableProps): preact.JSX.Element {
  const { model, values } = app;
  const { rows, columns } = values.size.value;
  const cursor = values.cursor.value;
  const isCursorShown =
    shown.rows.some(({ row }) => row === cursor.row) &&
    shown.columns.some(({ column }) => column === cursor.column);
  const selection = rectangleOf(values.anchor.value, cursor);
  const headed = { width: `${gutter}px` };
  return (
    <div
      ref={element}
      id={GRID_ID}
      class="grid value-grid mono"
      role="grid"
      aria-label={strings.values}
      aria-rowcount={ariaCount(rows)}
      aria-colcount={ariaCount(columns)}
      aria-readonly={app.features.value?.editing.cells.canEdit ? 'false' : 'true'}
      aria-multiselectable="true"
      aria-activedescendant={isCursorShown ? cellId(cursor) : undefined}
      tabIndex={0}
      {...valueHandlers(app)}
    >
      <div class="grid-row head" role="row" aria-rowindex={1}>
        <div class="corner" role="columnheader" aria-colindex={1} aria-label={strings.corner} style={headed}>
          <AxisCorner app={app} />
        </div>
        {shown.columns.map(({ column, label, width }, k) => (
          <div
            key={column}
            class={column === cursor.column ? 'column-head at' : 'column-head'}
            role="columnheader"
            aria-colindex={ariaIndex(columns, column)}
            style={{ width: `${width}px`, marginLeft: k === 0 ? `${-shown.left.pixel}px` : undefined }}
            title={label}
          >
            {label}
          </div>
        ))}
      </div>
      <div class="grid-body" role="rowgroup">
        {shown.rows.map((line, k) => (
          <ValueRow
            key={line.row}
            app={app}
            shown={shown}
            line={line}
            gutter={gutter}
            shift={k === 0 ? -shown.top.pixel : 0}
            selection={selection}
          />
        ))}
      </div>
      {rows === 0 && <p class="empty">{emptyText(app)}</p>}
      {model.view.value && model.view.value.leafCount > model.view.value.leaves.length && (
        <p class="foot-note">
          {strings.moreLeaves(model.view.value.leaves.length, model.view.value.leafCount)}
        </p>
      )}
    </div>
  );
}

/** `0 ↓ 1 →`: which axis goes which way. */
function AxisCorner({ app }: AppProps): preact.JSX.Element {
  const { rowAxis, colAxis } = app.model.cellPosition.value;
  return (
    <span aria-hidden="true">
      {rowAxis >= 0 && `${rowAxis}↓`}
      {colAxis >= 0 && ` ${colAxis}→`}
    </span>
  );
}

function emptyText({ model }: App): string {
  const view = model.view.value!;
  return view.layout.size === 0 ? strings.noItems(shapeText(view.layout.shape)) : strings.noFields;
}

function ariaIndex(count: number, position: number): number | undefined {
  return ariaCount(count) < 0 ? undefined : position + 2;
}

/** Notifies the extension, once, that values are on screen. */
function reportPainted({ actions }: App, shown: ShownCells): void {
  if (shown.rows.some(({ cells }) => cells.some(({ state }) => state === 'value'))) actions.painted();
}
