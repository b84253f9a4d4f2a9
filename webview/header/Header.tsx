/** The layout as it can be changed: dtype, shape, order, offset; what they leave over; and where they came from. */
import type { InspectorError } from '../../core/errors';
import { shapeText } from '../../core/layout/shapeText';
import type { App, AppProps } from '../frame/app';
import { Field } from '../frame/Field';
import type { LayoutRequest } from '../protocol/schema';
import { strings } from '../strings';
import { bytesText } from '../text/size';
import { OriginNote } from './OriginNote';
import { DTYPES } from './dtypes';
import './header.css';

export function Header({ app }: AppProps): preact.JSX.Element {
  const document = app.model.document.value!;
  const layout = currentLayout(app);
  const change = (part: Partial<LayoutRequest>): void => void app.actions.setLayout({ ...layout, ...part });
  return (
    <header class="layout-header">
      <div class="layout-controls" role="group" aria-label={strings.layout}>
        <Field
          name={strings.dtype}
          labelled
          value={layout.dtype}
          suggestions={DTYPES}
          size={Math.min(28, layout.dtype.length + 4)}
          error={errorAt(app, 'dtype')}
          onApply={dtype => change({ dtype })}
        />
        <Field
          name={strings.shape}
          labelled
          value={layout.shape}
          size={Math.min(32, layout.shape.length + 2)}
          error={errorAt(app, 'shape')}
          onApply={shape => change({ shape })}
        />
        <OrderPicker order={layout.order} onChange={order => change({ order })} />
        <Field
          name={strings.offset}
          labelled
          value={layout.offset}
          size={Math.min(20, layout.offset.length + 2)}
          error={errorAt(app, 'offset')}
          onApply={offset => change({ offset })}
        />
        <OriginNote app={app} />
      </div>
      <p class="sizes">
        <span title={strings.exactBytes(document.byteLength)}>{bytesText(document.byteLength)}</span>
        {document.headerLength > 0 && <span class="dim">{strings.headerBytes(document.headerLength)}</span>}
        {document.facts && document.leftoverBytes > 0 && (
          <span class="leftover">{strings.leftover(bytesText(document.leftoverBytes))}</span>
        )}
      </p>
      <button type="button" class="secondary" onClick={() => void app.actions.copyMemmapLine()}>
        {strings.copyMemmap}
      </button>
    </header>
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

/** What is drawn, as text; what would be tried next where nothing is. */
function currentLayout({ model }: App): LayoutRequest {
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

/** The mistake in what was typed last, or the document's own problem, if it is about this control. */
function errorAt({ actions, model }: App, control: 'dtype' | 'shape' | 'offset'): InspectorError | undefined {
  const error = actions.layoutError.value ?? model.problem.value;
  return error && controlOf(error) === control ? error : undefined;
}

/** The control that an error is about; undefined where it is about none. */
export function controlOf(error: InspectorError): string | undefined {
  if (typeof error.fields.control === 'string') return error.fields.control;
  if (error.kind.endsWith('-dtype')) return 'dtype';
  return error.kind === 'invalid-shape' ? 'shape' : undefined;
}
