/** What a walk along each axis costs in cache lines, by the strides; and in time, once that was measured. */
import { signal } from '@preact/signals';
import { axisCosts } from '../../core/layout/cost';
import type { App } from '../state/app';
import type { Measurement } from '../protocol/debugSchema';
import { strings } from '../strings';
import type { CostCell } from './costRows';
import { costRows } from './costRows';
import type { DebugProps } from './props';
import { texts } from '../lazyStrings';
import './cost.css';

/** Times, and what they are times of. */
const measured = signal<{ readonly of: string; readonly times: Measurement } | undefined>(undefined);
const isMeasuring = signal(false);

export function Cost({ app, debug, ask }: DebugProps): preact.JSX.Element | null {
  const view = app.model.view.value;
  if (!view || view.layout.ndim === 0 || view.layout.size === 0) return null;
  const address = view.facts.source.address;
  const costs = axisCosts(view.layout, address === undefined ? {} : { address: BigInt(address) });
  // The program walks the whole array: that says nothing of a slice.
  const times = view.slice === '' && measured.value?.of === arrayKey(app) ? measured.value.times : undefined;
  const rows = costRows(costs, times);
  return (
    <section class="panel">
      <div class="cost-head">
        <h2>{texts.walkAlong}</h2>
        {debug.canMeasure && debug.status === 'stopped' && view.slice === '' && (
          <button
            type="button"
            class="link"
            title={texts.measureTitle}
            aria-busy={isMeasuring.value ? 'true' : undefined}
            aria-disabled={isMeasuring.value ? 'true' : undefined}
            onClick={() => void measure(app, ask)}
          >
            {isMeasuring.value ? texts.measuring : texts.measure}
          </button>
        )}
      </div>
      <table class="cost mono" aria-label={texts.cost}>
        <thead>
          <tr>
            <th scope="col">{strings.axisColumn}</th>
            <th scope="col" title={texts.linesPerItemTitle}>
              {texts.linesPerItem}
            </th>
            <th scope="col" title={texts.toBestTitle}>
              {texts.toBest}
            </th>
            {times && (
              <>
                <th scope="col" title={texts.nanosecondsTitle}>
                  {texts.nanoseconds}
                </th>
                <th scope="col" title={texts.toBestTitle}>
                  {texts.toBest}
                </th>
              </>
            )}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ axis, model, measured: time }) => (
            <tr key={axis}>
              <th scope="row">{axis}</th>
              <Cells cell={model} />
              {times && <Cells cell={time} />}
            </tr>
          ))}
        </tbody>
      </table>
      {times && rows.some(({ measured: time }) => time === undefined) && <p class="dim">{texts.notTimed}</p>}
    </section>
  );
}

/** The bar under the ratio is as long as the axis is slow, beside the worst one. */
function Cells({ cell }: { cell: CostCell | undefined }): preact.JSX.Element {
  return (
    <>
      <td>{cell?.text ?? '–'}</td>
      <td class="cost-ratio">
        {cell?.ratio}
        {cell && <span class="cost-bar" style={{ width: `${cell.share * 100}%` }} />}
      </td>
    </>
  );
}

function arrayKey({ model }: App): string {
  const facts = model.view.value?.facts;
  return JSON.stringify([facts?.source.id, facts?.dtype, facts?.layout]);
}

async function measure(app: App, ask: DebugProps['ask']): Promise<void> {
  if (isMeasuring.value) return;
  const of = arrayKey(app);
  isMeasuring.value = true;
  const times = await ask.measure();
  isMeasuring.value = false;
  if (!times) return;
  measured.value = { of, times };
  app.model.status.value = texts.measured;
}
