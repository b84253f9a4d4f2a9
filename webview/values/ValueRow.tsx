/** One row of the value grid. Redrawn only when its texts, its position or its part of the link or selection change. */
import type { AppProps } from '../state/app';
import { Memo } from '../ui/Memo';
import type { Link } from '../state/link';
import { cellOf } from '../state/cellPosition';
import { strings } from '../strings';
import { rangeText } from '../ui/ranges';
import type { ShownCell, ShownCells, ShownRow } from './cells';
import { cellId } from './valueHandlers';
import { ariaCount } from '../ui/ariaCounts';
import type { Rectangle } from '../state/selection';

interface RowProps extends AppProps {
  readonly shown: ShownCells;
  readonly line: ShownRow;
  readonly gutter: number;
  readonly shift: number;
  readonly selection: Rectangle;
}

export function ValueRow(props: RowProps): preact.JSX.Element {
  const { app, shown, line, gutter, shift, selection } = props;
  const { values } = app;
  const cursor = values.cursor.value;
  const linked = linkedColumns(props, app.model.link.value);
  const edited = editedColumn(props);
  const inSelection = line.row >= selection.top && line.row <= selection.bottom;
  const on = [
    line.row,
    gutter,
    shift,
    shown.left.pixel,
    values.size.value,
    cursor.row === line.row ? cursor.column : -1,
    linked,
    edited,
    inSelection ? `${selection.left} ${selection.right}` : '',
    ...shown.columns.map(({ width, column }) => width + column * 4096),
    ...line.cells.flatMap(({ text, start, state, before }) => [text, start, state, before]),
    app.model.document.value?.editing?.conflictBytes,
  ];
  return <Memo on={on} draw={() => drawRow(props, linked, inSelection)} />;
}

/** The column of the linked cell in this row; −1 for none, `*` for all columns of a structured item's padding. */
function linkedColumns({ app, line }: RowProps, link: Link | undefined): string {
  const view = app.model.view.value;
  if (!view || !link?.index) return '';
  const position = app.model.cellPosition.value;
  const here = link.index.every(
    (entry, axis) => axis === position.rowAxis || axis === position.colAxis || entry === position.index[axis],
  );
  const cell = cellOf(view, { ...position, index: link.index, leaf: link.leaf ?? 0 });
  if (!here || cell.row !== line.row) return '';
  return link.leaf === undefined ? `${cell.column}+${view.leaves.length}` : String(cell.column);
}

/** Returns the column of the cell being edited in this row; −1 for none. */
function editedColumn({ app, line }: RowProps): number {
  const draft = app.features.value?.editing.cells.draft.value;
  return draft?.row === line.row ? draft.column : -1;
}

function isLinked(linked: string, column: number): boolean {
  const [first, count = '1'] = linked.split('+');
  return linked !== '' && column >= Number(first) && column < Number(first) + Number(count);
}

function drawRow(props: RowProps, linked: string, inSelection: boolean): preact.JSX.Element {
  const { app, shown, line, gutter, shift, selection } = props;
  const { rows, columns } = app.values.size.value;
  const cursor = app.values.cursor.value;
  const counted = ariaCount(rows) >= 0;
  const features = app.features.value;
  return (
    <div
      class="grid-row"
      role="row"
      aria-rowindex={counted ? line.row + 2 : undefined}
      style={shift === 0 ? undefined : { marginTop: `${shift}px` }}
    >
      <div
        class={cursor.row === line.row ? 'row-head at' : 'row-head'}
        role="rowheader"
        aria-colindex={1}
        style={{ width: `${gutter}px` }}
      >
        {shown.position.rowAxis < 0 ? '()' : line.row}
      </div>
      {line.cells.map((cell, k) => {
        const { column, width } = shown.columns[k];
        const isCursor = cursor.row === line.row && cursor.column === column;
        const isEdited = features && editedColumn(props) === column;
        const isSelected = inSelection && column >= selection.left && column <= selection.right;
        const conflict = conflictText(app, cell, column);
        const change = conflict ?? changeText(cell);
        return (
          <div
            key={column}
            id={cellId({ row: line.row, column })}
            class="cell"
            data-state={cell.state}
            role="gridcell"
            aria-rowindex={counted ? line.row + 2 : undefined}
            aria-colindex={ariaCount(columns) < 0 ? undefined : column + 2}
            aria-selected={isSelected ? 'true' : 'false'}
            aria-busy={cell.state === 'loading' ? 'true' : undefined}
            aria-description={description(app, cell, column, isCursor && isLinked(linked, column), change)}
            data-editing={isEdited ? '' : undefined}
            data-row={line.row}
            data-column={column}
            data-changed={cell.before === undefined ? undefined : ''}
            data-conflict={conflict && ''}
            data-linked={isLinked(linked, column) ? '' : undefined}
            data-cursor={isCursor ? '' : undefined}
            title={change ?? (cell.text.length * 8 > width ? cell.text : undefined)}
            style={{ width: `${width}px`, marginLeft: k === 0 ? `${-shown.left.pixel}px` : undefined }}
          >
            {isEdited ? <features.editing.CellInput /> : cell.text}
          </div>
        );
      })}
    </div>
  );
}

function description(
  { model }: RowProps['app'],
  cell: ShownCell,
  column: number,
  linked: boolean,
  change: string | undefined,
): string {
  const { leaves } = model.view.value!;
  const range = rangeText(cell.start, leaves[column % leaves.length].dtype.itemsize);
  const place = linked ? strings.linked(range) : range;
  return change === undefined ? place : `${place}, ${change}`;
}

/** Returns both values where the file has changed under an unsaved edit. */
function conflictText(
  { model, features }: RowProps['app'],
  { start, text, before }: ShownCell,
  column: number,
): string | undefined {
  const { leaves } = model.view.value!;
  return features.value?.editing.conflictText(
    start,
    leaves[column % leaves.length].dtype.itemsize,
    text,
    before,
  );
}

function changeText({ before }: ShownCell): string | undefined {
  if (before === undefined) return undefined;
  return before === '' ? strings.changed : strings.changedFrom(before);
}
