/** The cost of a walk along each axis: in cache lines, by the strides, and in time, once measured. */
import { signal } from '@preact/signals';
import { axisCosts } from '../../core/layout/cost';
import type { App } from '../state/app';
import type { Measurement } from '../protocol/debugSchema';
import { strings } from '../strings';
import type { CostCell } from './costRows';
import { costRows } from './costRows';
import type { DebugProps, DebugServices } from './debugPanel';
import { debugPanel } from './debugPanel';
import type { Panel } from '../state/lazyFeatures';
import { texts } from '../lazyStrings';
import './cost.css';

/** The times, and the key of the array that they are of. */
const measured = signal<{ readonly key: string; readonly times: Measurement } | undefined>(undefined);
const isMeasuring = signal(false);

export const createView = (services: DebugServices): Panel => debugPanel(Cost, services);

function Cost({ app, debug, requests }: DebugProps): preact.JSX.Element | null {
  const view = app.model.view.value;
  if (!view || view.layout.ndim === 0 || view.layout.size === 0) return null;
  const address = view.facts.source.address;
  const costs = axisCosts(view.layout, address === undefined ? {} : { address: BigInt(address) });
  // The program walks the whole array, so the times are not those of a slice.
  const times = view.slice === '' && measured.value?.key === arrayKey(app) ? measured.value.times : undefined;
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
            onClick={() => void measure(app, requests)}
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

/** A value and its ratio to the best axis; the bar shows its share of the worst one. */
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

async function measure(app: App, requests: DebugProps['requests']): Promise<void> {
  if (isMeasuring.value) return;
  const key = arrayKey(app);
  isMeasuring.value = true;
  const times = await requests.measure();
  isMeasuring.value = false;
  if (!times) return;
  measured.value = { key, times };
  app.model.status.value = texts.measured;
}
