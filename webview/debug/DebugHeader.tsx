/** The header of an array in a stopped program: what it is of, its layout, and as of when it is drawn. */
import { isCContiguous, isFContiguous } from '../../core/layout/contiguity';
import { Layout } from '../../core/layout/layout';
import type { App, AppProps } from '../state/app';
import { Field } from '../ui/Field';
import { ByteCount, LayoutControls, currentLayout } from '../panels/Header';
import { strings } from '../strings';
import type { DebugProps } from './props';
import { texts } from '../lazyStrings';
import './debugHeader.css';

/** The layout of an array in a stopped program is the program's; only bytes without one of their own are given one. */
export function DebugHeader({ app, debug, ask }: DebugProps): preact.JSX.Element {
  const { facts, problem } = app.model.document.value!;
  const status = debug.status === 'missing' && problem ? 'refused' : debug.status;
  const typed = ask.expressionError.value;
  return (
    <header class="layout-header">
      <div class="layout-controls" role="group" aria-label={strings.layout}>
        <Field
          name={texts.expression}
          value={debug.expression}
          size={Math.max(12, Math.min(42, debug.expression.length + 2))}
          error={typed}
          onApply={text => void ask.setExpression(text)}
          onCancel={() => ask.forgetMistake()}
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

/** An array may have neither order: its strides tell. */
function orderText({ model }: App): string {
  const { order, facts } = model.document.value!;
  if (!facts) return order;
  const layout = Layout.of(facts.layout);
  if (!isCContiguous(layout) && !isFContiguous(layout)) return texts.neither;
  return isCContiguous(layout) && isFContiguous(layout) ? order : isCContiguous(layout) ? 'C' : 'F';
}
