/** The layout controls: dtype, shape, order and offset, the bytes left over, and the origin of the layout. */
import { SUGGESTED_DTYPES } from '../../core/dtype/suggested';
import { shapeText } from '../../core/layout/shapeText';
import type { App, AppProps } from '../state/app';
import type { FieldProps } from '../ui/Field';
import { Field } from '../ui/Field';
import type { DocumentState } from '../protocol/documentState';
import type { LayoutRequest } from '../protocol/requestParams';
import { strings } from '../strings';
import { bytesText } from '../../core/text/size';
import { ALERTS_ID, controlOf } from './controlOf';
import { OriginNote } from './OriginNote';
import './header.css';

export function Header({ app }: AppProps): preact.JSX.Element {
  const document = app.model.document.value!;
  const features = app.features.value;
  return (
    <header class="layout-header">
      <div class="layout-controls" role="group" aria-label={strings.layout}>
        <LayoutControls app={app} />
        <Sizes document={document} />
        {features && <features.editing.FileBar />}
        <OriginNote app={app} />
      </div>
      <button type="button" class="secondary" onClick={() => void app.actions.copyMemmapLine()}>
        {strings.copyMemmap}
      </button>
    </header>
  );
}

export function LayoutControls({ app }: AppProps): preact.JSX.Element {
  const layout = currentLayout(app);
  const change = (part: Partial<LayoutRequest>): void =>
    app.actions.setLayout(() => ({ ...currentLayout(app), ...part }));
  return (
    <>
      <Field
        name={strings.dtype}
        label={strings.dtype}
        value={layout.dtype}
        suggestions={SUGGESTED_DTYPES}
        size={Math.min(28, layout.dtype.length + 4)}
        {...mistakeAt(app, 'dtype')}
        onApply={dtype => change({ dtype })}
      />
      <Field
        name={strings.shape}
        label={strings.shape}
        value={layout.shape}
        size={Math.min(32, layout.shape.length + 2)}
        {...mistakeAt(app, 'shape')}
        onApply={shape => change({ shape })}
      />
      <OrderPicker order={layout.order} onChange={order => change({ order })} />
      <Field
        name={strings.offset}
        label={strings.offset}
        value={layout.offset}
        size={Math.min(20, layout.offset.length + 2)}
        {...mistakeAt(app, 'offset')}
        onApply={offset => change({ offset })}
      />
    </>
  );
}

export function ByteCount({ count }: { count: number }): preact.JSX.Element {
  return <span title={strings.exactBytes(count)}>{bytesText(count)}</span>;
}

function Sizes({ document }: { document: DocumentState }): preact.JSX.Element {
  const { byteLength, headerLength, leftoverBytes, facts } = document;
  return (
    <p class="sizes">
      <ByteCount count={byteLength} />
      {headerLength > 0 && <span class="dim">{strings.headerBytes(headerLength)}</span>}
      {facts && leftoverBytes > 0 && (
        <span class="leftover">{strings.leftover(bytesText(leftoverBytes))}</span>
      )}
    </p>
  );
}

interface OrderProps {
  readonly order: LayoutRequest['order'];
  readonly onChange: (order: LayoutRequest['order']) => void;
}

function OrderPicker({ order, onChange }: OrderProps): preact.JSX.Element {
  return (
    <label class="picker">
      <span class="field-name">{strings.order}</span>
      <select
        class="mono"
        aria-label={strings.order}
        value={order}
        onChange={event => onChange(event.currentTarget.value === 'F' ? 'F' : 'C')}
      >
        <option value="C">C</option>
        <option value="F">F</option>
      </select>
    </label>
  );
}

/** Returns the current layout as text; without one, the layout that would be tried next. */
export function currentLayout({ model }: App): LayoutRequest {
  const document = model.document.value!;
  const { facts, order } = document;
  const known = facts
    ? { dtype: facts.dtype, shape: facts.layout.shape, order, offset: facts.layout.offset }
    : document.candidates.at(0)?.choice;
  if (!known) return { dtype: 'uint8', shape: '-1', order: 'C', offset: '0' };
  return {
    dtype: known.dtype,
    shape: shapeText(known.shape),
    order: known.order,
    offset: String(known.offset),
  };
}

/**
 * Returns the error of a control: a typing mistake is shown at the control; for the document's own problem the control
 * points to the alert.
 */
function mistakeAt({ actions, model }: App, control: LayoutControl): MistakeProps {
  const typed = actions.layoutError.value;
  if (typed && controlOf(typed) === control)
    return { error: typed, onCancel: () => actions.clearLayoutError() };
  const problem = model.problem.value;
  return problem && controlOf(problem) === control ? { errorId: ALERTS_ID } : {};
}

type LayoutControl = 'dtype' | 'shape' | 'offset';
type MistakeProps = Pick<FieldProps, 'error' | 'errorId' | 'onCancel'>;
