/** The heat map of the plane on screen or, sampled, of the whole array: as a picture, or as a table of some of its cells. */
import { useSignal } from '@preact/signals';
import type { HeatMapFound } from '../protocol/taskSchema';
import { texts } from '../lazyStrings';
import { heatMapPng } from './png';
import { Legend, Picture } from './Picture';
import type { Run, RunsProps } from './runs';
import type { Panel } from '../state/lazyFeatures';
import { Controls, unsupportedReason, Section } from './Section';

interface MapProps extends RunsProps {
  readonly run: Run<HeatMapFound>;
  readonly found: HeatMapFound;
}

export const createView =
  ({ runs }: RunsProps): Panel =>
  () => <Pictures runs={runs} />;

function Pictures({ runs }: RunsProps): preact.JSX.Element {
  const view = runs.inputView('heatMap');
  const run = runs.heatMap.value;
  const refusal = view && unsupportedReason(view.dtype);
  return (
    <Section runs={runs} name="pictures" title={texts.pictures} found={run?.result}>
      {refusal && !run?.progress ? (
        <p class="dim" role="note">
          {refusal}
        </p>
      ) : (
        <Controls runs={runs} kind="heatMap" title={texts.heatMap} start={texts.draw} />
      )}
      {run?.result && <HeatMap runs={runs} run={run} found={run.result} />}
    </Section>
  );
}

function HeatMap({ runs, run, found }: MapProps): preact.JSX.Element {
  const isTable = useSignal(false);
  const { rows, columns, step } = found;
  if (rows * columns === 0) return <p class="dim">{texts.noItems}</p>;
  const isLine = found.columnNames[0]?.startsWith('+');
  return (
    <figure class="heat-map">
      {isTable.value ? <Sample found={found} /> : <Picture found={found} />}
      <Legend found={found} />
      <figcaption class="dim">
        {step > 1 ? texts.sampled(step, run.size) : texts.everyItem(found.values.length)}
        {isLine && ` ${texts.wraps}`}
        {run.dtype.kind === 'c' && ` ${texts.magnitudes}`}
      </figcaption>
      <div class="analysis-links">
        <button type="button" class="link" onClick={() => (isTable.value = !isTable.value)}>
          {isTable.value ? texts.asPicture : texts.asTable}
        </button>
        <button
          type="button"
          class="link"
          onClick={() => (runs.isPictureLarge.value = !runs.isPictureLarge.value)}
        >
          {runs.isPictureLarge.value ? texts.smaller : texts.larger}
        </button>
        <button type="button" class="link" onClick={() => void heatMapPng(runs, run, found)}>
          {texts.savePicture}
        </button>
      </div>
    </figure>
  );
}

function Sample({ found }: { readonly found: HeatMapFound }): preact.JSX.Element {
  const { rowNames, columnNames, texts: cells } = found.sample;
  return (
    <div class="analysis-scroll" role="group" aria-label={texts.heatMap} tabIndex={0}>
      <table class="analysis-table mono" aria-label={texts.heatMap}>
        <thead>
          <tr>
            <td />
            {columnNames.map(name => (
              <th key={name} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rowNames.map((name, row) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              {cells[row].map((cell, column) => (
                <td key={columnNames[column]}>{cell}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
