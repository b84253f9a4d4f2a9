/** The statistics of the slice or of the whole array: a table, with the histogram under it. */
import type { DType } from '../../core/dtype/dtype';
import type { AxisFound, SummaryFound } from '../protocol/taskSchema';
import { texts } from '../lazyStrings';
import { Histogram } from './Histogram';
import { percentText } from './percent';
import type { Panel } from '../state/lazyFeatures';
import type { RunsProps } from './runs';
import { hasAxes } from './runs';
import { Controls, unsupportedReason, Section } from './Section';

export const createView =
  ({ runs }: RunsProps): Panel =>
  () => <Statistics runs={runs} />;

function Statistics({ runs }: RunsProps): preact.JSX.Element {
  const view = runs.inputView('statistics');
  const run = runs.statistics.value;
  const refusal = view && unsupportedReason(view.dtype);
  return (
    <Section runs={runs} name="statistics" title={texts.statistics} found={run?.result}>
      {refusal && !run?.progress ? (
        <p class="dim" role="note">
          {refusal}
        </p>
      ) : (
        <Controls runs={runs} kind="statistics" title={texts.statistics} start={texts.compute}>
          <AxisPicker runs={runs} />
        </Controls>
      )}
      {run?.result?.kind === 'summary' && <Summary found={run.result} dtype={run.dtype} runs={runs} />}
      {run?.result?.kind === 'axis' && <AlongAxis found={run.result} runs={runs} />}
    </Section>
  );
}

function AxisPicker({ runs }: RunsProps): preact.JSX.Element | null {
  const view = runs.inputView('statistics');
  if (!view || view.layout.ndim < 2 || !hasAxes(view.dtype)) return null;
  return (
    <select
      aria-label={texts.along}
      value={String(runs.chosenAxis.value ?? '')}
      onChange={event => {
        const { value } = event.currentTarget;
        runs.axis.value = value === '' ? undefined : Number(value);
      }}
    >
      <option value="">{texts.allItems}</option>
      {view.layout.shape.map((_, axis) => (
        <option key={axis} value={String(axis)}>
          {texts.alongAxis(axis)}
        </option>
      ))}
    </select>
  );
}

interface SummaryProps extends RunsProps {
  readonly found: SummaryFound;
  readonly dtype: DType;
}

function Summary({ found, dtype, runs }: SummaryProps): preact.JSX.Element {
  const { min, max, mean, std, nans, nanmin, nanmax, histogram } = found;
  const rows: [name: string, text: string | undefined, more?: string][] = [
    ['min', min, nanmin && `nanmin ${nanmin}`],
    ['max', max, nanmax && `nanmax ${nanmax}`],
    ['mean', mean],
    ['std', std],
    ['nan', found.seen > 0 ? String(nans) : undefined],
    ['count', String(found.count)],
  ];
  const isTime = dtype.unit !== undefined;
  const notes = [
    ...partNotes(found, isTime),
    ...(isTime ? [texts.timesHaveNoMean] : dtype.kind === 'c' ? [texts.magnitudes] : []),
  ];
  return (
    <>
      {notes.map(note => (
        <p key={note} class="analysis-note" role="note">
          {note}
        </p>
      ))}
      <table class="statistics-table mono" aria-label={texts.statistics}>
        <tbody>
          {rows.map(([name, text, more]) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              <td>
                {text ?? '–'}
                {more && <span class="dim statistics-more">{more}</span>}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {histogram && <Histogram {...histogram} runs={runs} />}
    </>
  );
}

/** Notes on results that cover only some of the items. */
function partNotes({ count, seen, deviated }: SummaryFound, isTime: boolean): string[] {
  if (count === 0) return [texts.noItems];
  if (seen === 0) return [texts.nothingFound];
  if (seen < count) return [texts.partOf(percentText(seen / count))];
  if (isTime || deviated === count) return [];
  return [deviated === 0 ? texts.secondMissing : texts.partOfSecond(percentText(deviated / count))];
}

function AlongAxis({ found, runs }: RunsProps & { readonly found: AxisFound }): preact.JSX.Element {
  const heads = ['min', 'max', 'mean', 'std'];
  const copy = (): void => {
    const lines = found.rows.map(({ index, texts: cells }) => [index, ...cells].join('\t'));
    void runs.app.actions.copyText(
      [['', ...heads].join('\t'), ...lines].join('\n'),
      texts.copiedRows(found.rows.length),
    );
  };
  return (
    <>
      <p class="dim analysis-note">{texts.firstResults(found.rows.length, found.total)}</p>
      <div class="analysis-scroll" role="group" aria-label={texts.alongAxis(found.axis)} tabIndex={0}>
        <table class="analysis-table mono" aria-label={texts.statistics}>
          <thead>
            <tr>
              <td />
              {heads.map(head => (
                <th key={head} scope="col">
                  {head}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {found.rows.map(({ index, texts: cells }) => (
              <tr key={index}>
                <th scope="row">{index}</th>
                {cells.map((cell, k) => (
                  <td key={heads[k]}>{cell}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <button type="button" class="link" onClick={copy}>
        {texts.copyTable}
      </button>
    </>
  );
}
