/** The histogram: as bars, or as a table of counts and edges. */
import { useSignal } from '@preact/signals';
import type { SummaryFound } from '../protocol/taskSchema';
import { texts } from '../lazyStrings';
import { histogramPng } from './png';
import type { AnalysisRuns } from './runs';
import { shortNumber } from './shortNumber';

type HistogramProps = NonNullable<SummaryFound['histogram']> & { readonly runs: AnalysisRuns };

const HEIGHT = 100;

export function Histogram({ counts, edges, runs }: HistogramProps): preact.JSX.Element {
  const isTable = useSignal(false);
  const first = edges[0];
  const last = edges[edges.length - 1];
  const most = counts.reduce((best, count) => Math.max(best, count), 0);
  return (
    <figure class="histogram">
      <figcaption class="histogram-head">
        <span>{texts.histogram}</span>
        <span class="dim mono">{most}</span>
      </figcaption>
      {isTable.value ? (
        <Bins counts={counts} edges={edges} />
      ) : (
        <>
          <svg
            viewBox={`0 0 ${counts.length} ${HEIGHT}`}
            preserveAspectRatio="none"
            role="img"
            aria-label={texts.histogramSpoken(counts.length, first, last, most)}
          >
            {counts.map((count, k) => (
              <rect
                key={k}
                class="histogram-bar"
                x={k}
                width={1}
                y={HEIGHT - barHeight(count, most)}
                height={barHeight(count, most)}
              >
                <title>{texts.binTitle(edges[k], edges[k + 1], count)}</title>
              </rect>
            ))}
          </svg>
          <div class="histogram-axis dim mono">
            <span title={first}>{shortNumber(first)}</span>
            <span title={last}>{shortNumber(last)}</span>
          </div>
        </>
      )}
      <div class="analysis-links">
        <button type="button" class="link" onClick={() => (isTable.value = !isTable.value)}>
          {isTable.value ? texts.asPicture : texts.asTable}
        </button>
        <button type="button" class="link" onClick={() => void histogramPng(runs, { counts, edges, most })}>
          {texts.savePicture}
        </button>
      </div>
    </figure>
  );
}

/** The height of a bar; high enough to be seen where the count is not 0. */
const barHeight = (count: number, most: number): number =>
  count === 0 ? 0 : Math.max(1.5, (count / most) * HEIGHT);

function Bins({ counts, edges }: NonNullable<SummaryFound['histogram']>): preact.JSX.Element {
  return (
    <div class="analysis-scroll" role="group" aria-label={texts.histogram} tabIndex={0}>
      <table class="analysis-table mono" aria-label={texts.histogram}>
        <thead>
          <tr>
            <th scope="col">{texts.items}</th>
            <th scope="col">{texts.from}</th>
            <th scope="col">{texts.to}</th>
          </tr>
        </thead>
        <tbody>
          {counts.map((count, k) => (
            <tr key={k}>
              <td>{count}</td>
              <td>{edges[k]}</td>
              <td>{edges[k + 1]}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
