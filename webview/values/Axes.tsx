/** Pickers for the axes drawn as rows and columns, and sliders for the index along the others. */
import type { App, AppProps } from '../state/app';
import { otherAxes, withAxis } from '../state/cellPosition';
import { strings } from '../strings';

/** Draws nothing for arrays of fewer than two axes. */
export function AxisPickers({ app }: AppProps): preact.JSX.Element | null {
  const ndim = app.model.view.value?.layout.ndim ?? 0;
  if (ndim < 2) return null;
  return (
    <>
      <AxisPicker app={app} name={strings.rows} label={strings.rowsLabel} which="rowAxis" />
      <AxisPicker app={app} name={strings.columns} label={strings.columnsLabel} which="colAxis" />
    </>
  );
}

interface PickerProps extends AppProps {
  readonly name: string;
  readonly label: string;
  readonly which: 'rowAxis' | 'colAxis';
}

function AxisPicker({ app, name, label, which }: PickerProps): preact.JSX.Element {
  const { model } = app;
  const position = model.cellPosition.value;
  return (
    <label class="picker">
      <span class="field-name">{label}</span>
      <select
        aria-label={name}
        value={String(position[which])}
        onChange={event => {
          app.values.anchor.value = undefined;
          model.setCellPosition(withAxis(position, which, Number(event.currentTarget.value)));
          app.values.reveal(app.values.cursor.value);
        }}
      >
        {position.index.map((_, axis) => (
          <option key={axis} value={String(axis)}>
            {strings.axisLabel(axis)}
          </option>
        ))}
      </select>
    </label>
  );
}

export function AxisSliders({ app }: AppProps): preact.JSX.Element | null {
  const axes = otherAxes(app.model.cellPosition.value);
  if (axes.length === 0) return null;
  return (
    <div class="sliders">
      {axes.map(axis => (
        <AxisSlider key={axis} app={app} axis={axis} />
      ))}
    </div>
  );
}

function AxisSlider({ app, axis }: AppProps & { readonly axis: number }): preact.JSX.Element {
  const position = app.model.cellPosition.value;
  const length = app.model.view.value?.layout.shape[axis] ?? 1;
  const name = strings.axis(axis);
  const shared = {
    min: 0,
    max: Math.max(0, length - 1),
    step: 1,
    value: position.index[axis],
    disabled: length <= 1,
  };
  return (
    <div class="slider">
      <span class="field-name">{strings.axisLabel(axis)}</span>
      <input
        {...shared}
        type="range"
        aria-label={name}
        onInput={event => moveAlong(app, axis, event.currentTarget.value)}
      />
      <input
        {...shared}
        type="number"
        class="mono"
        aria-label={name}
        onInput={event => moveAlong(app, axis, event.currentTarget.value)}
      />
      <span class="dim mono">/ {length}</span>
    </div>
  );
}

/** Moves the grid, and the cursor with it, along an axis that is neither rows nor columns. */
function moveAlong({ model, navigator, values }: App, axis: number, text: string): void {
  const length = model.view.value?.layout.shape[axis] ?? 0;
  const entry = Number(text);
  if (text.trim() === '' || !Number.isInteger(entry) || entry < 0 || entry >= length) return;
  const { value: position } = model.cellPosition;
  model.setCellPosition({ ...position, index: position.index.map((old, k) => (k === axis ? entry : old)) });
  if (model.focused.value && values.size.value.rows > 0) navigator.toCell(values.cursor.value);
}
