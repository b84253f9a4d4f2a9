/** The heat map: of the plane on screen, or sampled from the whole. As a picture, or as a table of a few of its cells. */
import { signal, useSignal } from '@preact/signals';
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { HeatMapFound } from '../protocol/taskSchema';
import { texts } from '../lazyStrings';
import { pixelsOf } from './pixels';
import { heatMapPng } from './png';
import { colourAt, cssColour, RAMPS, rampName } from './ramp';
import type { Run, Runs } from './runs';
import { Controls, refusalOf, Section } from './Section';
import { shortNumber } from './shortNumber';

/** Whether the picture is drawn large, below the values. */
const isLarge = signal(false);

interface RunsProps {
  readonly runs: Runs;
}
interface MapProps extends RunsProps {
  readonly run: Run<HeatMapFound>;
  readonly found: HeatMapFound;
}

export function Pictures({ runs }: RunsProps): preact.JSX.Element {
  const view = runs.target('heatMap');
  const run = runs.heatMap.value;
  const refusal = view && refusalOf(view.dtype);
  return (
    <Section runs={runs} name="pictures" title={texts.pictures} found={run?.found}>
      {refusal && !run?.progress ? (
        <p class="dim" role="note">
          {refusal}
        </p>
      ) : (
        <Controls runs={runs} kind="heatMap" title={texts.heatMap} start={texts.draw} />
      )}
      {run?.found && <HeatMap runs={runs} run={run} found={run.found} />}
    </Section>
  );
}

/** The picture again, with more room. */
export function LargePicture({ runs }: RunsProps): preact.JSX.Element | null {
  const run = runs.heatMap.value;
  if (!isLarge.value || !run?.found) return null;
  return (
    <section class="large-picture" aria-label={texts.heatMap}>
      <div class="analysis-links">
        <button type="button" class="link" onClick={() => (isLarge.value = false)}>
          {texts.smaller}
        </button>
      </div>
      <Picture found={run.found} />
      <Legend found={run.found} />
    </section>
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
        <button type="button" class="link" onClick={() => (isLarge.value = !isLarge.value)}>
          {isLarge.value ? texts.smaller : texts.larger}
        </button>
        <button type="button" class="link" onClick={() => void heatMapPng(runs, run, found)}>
          {texts.savePicture}
        </button>
      </div>
    </figure>
  );
}

function Picture({ found }: { readonly found: HeatMapFound }): preact.JSX.Element {
  const canvas = useRef<HTMLCanvasElement>(null);
  const ramp = rampName.value;
  useLayoutEffect(() => {
    const context = canvas.current?.getContext('2d');
    const { rgba } = pixelsOf(found, RAMPS[ramp]);
    context?.putImageData(new ImageData(rgba, found.columns, found.rows), 0, 0);
  }, [found, ramp]);
  const { rows, columns, low, high } = found;
  const spoken = low && high ? texts.heatMapSpoken(rows, columns, low.text, high.text) : texts.noNumbers;
  return (
    <canvas
      ref={canvas}
      width={columns}
      height={rows}
      role="img"
      aria-label={spoken}
      style={{ aspectRatio: `${columns} / ${Math.min(columns * 2, Math.max(rows, columns / 4))}` }}
    />
  );
}

function Legend({ found }: { readonly found: HeatMapFound }): preact.JSX.Element {
  const ramp = RAMPS[rampName.value];
  const { low, high } = found;
  const { nans, infinite } = pixelsOf(found, ramp);
  const stops = Array.from({ length: 9 }, (_, k) => cssColour(colourAt(ramp, k / 8)));
  return (
    <div class="legend mono">
      {low && high && (
        <>
          <span
            class="legend-ramp"
            style={{ backgroundImage: `linear-gradient(to right, ${stops.join()})` }}
          />
          <span class="legend-ends">
            <span title={low.text}>{shortNumber(low.text)}</span>
            <span title={high.text}>{shortNumber(high.text)}</span>
          </span>
        </>
      )}
      {nans > 0 && (
        <span>
          <span class="legend-nan" style={{ backgroundColor: cssColour(ramp.nan) }} />
          {texts.cells('nan', nans)}
        </span>
      )}
      {infinite > 0 && <span title={texts.infAtEnds}>{texts.cells('inf', infinite)}</span>}
    </div>
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
