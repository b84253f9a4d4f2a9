/** What statistics and pictures have in common: what they are of, the buttons, how far they are, what to know of them. */
import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { dtypeText } from '../../core/dtype/print';
import type { DType } from '../../core/dtype/dtype';
import { errorText } from '../../core/errors';
import type { Section as SectionName } from '../protocol/taskSchema';
import { texts } from '../lazyStrings';
import { percentOf, type Run, type Runs } from './runs';

interface SectionProps {
  readonly runs: Runs;
  readonly name: SectionName;
  readonly title: string;
  /** What is shown below the controls. */
  readonly found: unknown;
  readonly children: ComponentChildren;
}

/** Comes into view, with the focus on its first button, when a command asks for it; and when it has something new. */
export function Section({ runs, name, title, found, children }: SectionProps): preact.JSX.Element {
  const root = useRef<HTMLElement>(null);
  const isWanted = runs.wanted.value === name;
  useLayoutEffect(() => {
    const element = root.current;
    if (!isWanted || !element) return;
    const folded = element.closest('details');
    if (folded) folded.open = true;
    element.scrollIntoView({ block: 'start' });
    element.querySelector<HTMLElement>('button')?.focus();
    runs.wanted.value = undefined;
  }, [isWanted]);
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
  readonly runs: Runs;
  readonly kind: 'statistics' | 'heatMap';
  readonly title: string;
  readonly start: string;
  readonly children?: ComponentChildren;
}

/** The pickers, and the button that begins or gives up. One button: it keeps the focus. */
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
      {run?.found !== undefined && <Staleness runs={runs} kind={kind} run={run} />}
    </>
  );
}

/** Shown where a part of the array is drawn. */
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

function Staleness({ runs, kind, run }: { runs: Runs; kind: 'statistics' | 'heatMap'; run: Run<unknown> }) {
  const isOther = run.of !== runs.keyOf(kind);
  const hasChanged = run.revision !== runs.app.model.document.value?.revision;
  if (!isOther && !hasChanged) return null;
  return (
    <p class="analysis-note" role="note">
      {isOther ? texts.otherView : texts.bytesChanged}
    </p>
  );
}

/** Why nothing can be asked of items of `dtype`; undefined where it can. */
export function refusalOf(dtype: DType): string | undefined {
  if (dtype.fields) return texts.chooseField(`['${dtype.fields[0]?.name ?? ''}']`);
  return 'biufcmM'.includes(dtype.kind) ? undefined : texts.notComputed(dtypeText(dtype));
}
