/** The header of an array in a stopped program: the expression, the layout, and the stop that is drawn. */
import { isCContiguous, isFContiguous } from '../../core/layout/contiguity';
import { Layout } from '../../core/layout/layout';
import type { App, AppProps } from '../state/app';
import { Field } from '../ui/Field';
import { ByteCount, LayoutControls, currentLayout } from '../panels/Header';
import { strings } from '../strings';
import type { DebugProps } from './debugPanel';
import { texts } from '../lazyStrings';
import './debugHeader.css';

/** The layout is the program's and can't be edited, except where the program has only bytes. */
export function DebugHeader({ app, debug, requests }: DebugProps): preact.JSX.Element {
  const { facts, problem } = app.model.document.value!;
  const status = debug.status === 'missing' && problem ? 'refused' : debug.status;
  const typed = requests.expressionError.value;
  return (
    <header class="layout-header">
      <div class="layout-controls" role="group" aria-label={strings.layout}>
        <Field
          name={texts.expression}
          value={debug.expression}
          size={Math.max(12, Math.min(42, debug.expression.length + 2))}
          error={typed}
          onApply={text => void requests.setExpression(text)}
          onCancel={() => requests.clearExpressionError()}
        />
        {debug.asksLayout ? <LayoutControls app={app} /> : facts && <LayoutTexts app={app} />}
        {facts && <ByteCount count={facts.owners.at(0)?.byteLength ?? facts.source.byteLength} />}
        <span class={`origin-note ${debug.status}`} role="note">
          {texts.asOf[status](debug.asOf)}
        </span>
      </div>
    </header>
  );
}

function LayoutTexts({ app }: AppProps): preact.JSX.Element {
  const { dtype, shape, offset } = currentLayout(app);
  const facts: [name: string, text: string][] = [
    [strings.dtype, dtype],
    [strings.shape, shape],
    [strings.order, orderText(app)],
    [strings.offset, offset],
  ];
  return (
    <>
      {facts.map(([name, text]) => (
        <span key={name} class="fact">
          <span class="field-name">{name}</span>{' '}
          <span class="mono" title={text}>
            {text}
          </span>
        </span>
      ))}
    </>
  );
}

/** The order by the strides, which may be neither C nor F. */
function orderText({ model }: App): string {
  const { order, facts } = model.document.value!;
  if (!facts) return order;
  const layout = Layout.of(facts.layout);
  if (!isCContiguous(layout) && !isFContiguous(layout)) return texts.neither;
  return isCContiguous(layout) && isFContiguous(layout) ? order : isCContiguous(layout) ? 'C' : 'F';
}
