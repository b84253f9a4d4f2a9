/** What statistics and pictures share: the pickers of their input, the buttons, the progress, and notes. */
import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { dtypeText } from '../../core/dtype/print';
import type { DType } from '../../core/dtype/dtype';
import { errorText } from '../../core/errors';
import type { Section as SectionName } from '../protocol/taskSchema';
import { texts } from '../lazyStrings';
import type { AnalysisKind, AnalysisRuns, Run } from './runs';
import { percentOf } from './runs';
import './analysis.css';

interface SectionProps {
  readonly runs: AnalysisRuns;
  readonly name: SectionName;
  readonly title: string;
  /** The result below the controls. */
  readonly found: unknown;
  readonly children: ComponentChildren;
}

/** Scrolls into view when it has a new result; when a command requests it, its first button takes the focus too. */
export function Section({ runs, name, title, found, children }: SectionProps): preact.JSX.Element {
  const root = useRef<HTMLElement>(null);
  const isRequested = runs.requestedSection.value === name;
  useLayoutEffect(() => {
    const element = root.current;
    if (!isRequested || !element) return;
    const folded = element.closest('details');
    if (folded) folded.open = true;
    element.scrollIntoView({ block: 'start' });
    element.querySelector<HTMLElement>('button')?.focus();
    runs.requestedSection.value = undefined;
  }, [isRequested]);
  useLayoutEffect(() => {
    if (found !== undefined) root.current?.scrollIntoView({ block: 'nearest' });
  }, [found]);
  return (
    <section ref={root} class={`panel analysis ${name}`}>
      <h2>{title}</h2>
      {children}
    </section>
  );
}

interface ControlsProps {
  readonly runs: AnalysisRuns;
  readonly kind: AnalysisKind;
  readonly title: string;
  readonly start: string;
  readonly children?: ComponentChildren;
}

/** The pickers, and the button that starts or cancels a run. It is one button, so that it keeps the focus. */
export function Controls({ runs, kind, title, start, children }: ControlsProps): preact.JSX.Element {
  const run = runs[kind].value;
  const isRunning = run?.progress !== undefined;
  const isEmpty = runs.app.model.view.value?.layout.size === 0 && !runs.isWhole[kind].value;
  return (
    <>
      <div class="analysis-controls">
        <ScopePicker runs={runs} kind={kind} />
        {children}
        {isEmpty && !isRunning ? (
          <span class="dim">{texts.noItems}</span>
        ) : (
          <button
            type="button"
            class={isRunning ? 'secondary' : 'primary'}
            aria-disabled={run?.isCancelled && isRunning ? 'true' : undefined}
            onClick={() => (isRunning ? runs.cancel(kind) : runs.start(kind))}
          >
            {!isRunning ? start : run.isCancelled ? texts.cancelling : texts.cancel}
          </button>
        )}
      </div>
      {isRunning && <Progress run={run} title={title} />}
      {run?.error && (
        <p class="analysis-error" role="note">
          {errorText(run.error)}
        </p>
      )}
      {run?.result !== undefined && <Staleness runs={runs} kind={kind} run={run} />}
    </>
  );
}

/** Picks what is drawn or the whole array; absent where the two are the same. */
function ScopePicker({ runs, kind }: Pick<ControlsProps, 'runs' | 'kind'>) {
  const view = runs.app.model.view.value;
  const isSliced = view !== undefined && view.slice !== '';
  const isPlane = kind === 'heatMap' && (view?.layout.ndim ?? 0) > 2;
  if (!isSliced && !isPlane) return null;
  const { isWhole } = runs;
  return (
    <select
      aria-label={kind === 'heatMap' ? texts.heatMapScope : texts.statisticsScope}
      value={String(isWhole[kind].value)}
      onChange={event => {
        isWhole[kind].value = event.currentTarget.value === 'true';
      }}
    >
      <option value="false">{isPlane ? texts.onScreenPlane : texts.theSlice}</option>
      <option value="true">{texts.theWhole}</option>
    </select>
  );
}

function Progress({
  run,
  title,
}: {
  readonly run: Run<unknown>;
  readonly title: string;
}): preact.JSX.Element {
  const percent = percentOf(run);
  return (
    <div class="analysis-progress">
      <div
        role="progressbar"
        aria-label={title}
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuenow={Math.floor(Number(percent) || 0)}
        aria-valuetext={texts.percent(percent)}
      >
        <span style={{ width: `${Number(percent) || 0}%` }} />
      </div>
      <span class="dim mono">{texts.percent(percent)}</span>
    </div>
  );
}

function Staleness({ runs, kind, run }: { runs: AnalysisRuns; kind: AnalysisKind; run: Run<unknown> }) {
  const isOther = run.inputKey !== runs.inputKey(kind);
  const hasChanged = run.revision !== runs.app.model.document.value?.revision;
  if (!isOther && !hasChanged) return null;
  return (
    <p class="analysis-note" role="note">
      {isOther ? texts.otherView : texts.bytesChanged}
    </p>
  );
}

/** Why items of `dtype` have neither statistics nor a picture; undefined where they have. */
export function unsupportedReason(dtype: DType): string | undefined {
  if (dtype.fields) return texts.chooseField(`['${dtype.fields[0]?.name ?? ''}']`);
  return 'biufcmM'.includes(dtype.kind) ? undefined : texts.notComputed(dtypeText(dtype));
}
