/**
 * The runs of statistics and pictures: their input, progress and result. Invariant: of each kind only the latest run
 * counts; events of earlier ones are ignored.
 */
import { computed, signal } from '@preact/signals';
import { dtypeSource } from '../../core/dtype/print';
import type { DType } from '../../core/dtype/dtype';
import type { ErrorKind } from '../../core/errors';
import { fromWire, InspectorError } from '../../core/errors';
import type { App } from '../state/app';
import { checked } from '../protocol/envelope';
import type { HeatMapFound, Section, StatisticsFound, TaskEvent, TaskRequest } from '../protocol/taskSchema';
import { taskEvent } from '../protocol/taskSchema';
import type { ArrayView } from '../state/arrayView';
import { wholeView } from '../state/arrayView';
import { texts } from '../lazyStrings';
import { percentText } from './percent';

export interface Run<T> {
  readonly id: number;
  /** Identifies the input, apart from its bytes: results of equal keys and revisions are equal. */
  readonly inputKey: string;
  readonly dtype: DType;
  /** Items of the input. */
  readonly size: number;
  /** Absent once the run has ended. */
  readonly progress?: { readonly done: number; readonly total: number };
  readonly isCancelled?: boolean;
  readonly result?: T;
  /** The document's revision that the result is of. */
  readonly revision?: number;
  readonly error?: InspectorError;
}

export type AnalysisKind = 'statistics' | 'heatMap';

export interface RunsProps {
  readonly runs: AnalysisRuns;
}

export class AnalysisRuns {
  readonly statistics = signal<Run<StatisticsFound> | undefined>(undefined);
  readonly heatMap = signal<Run<HeatMapFound> | undefined>(undefined);
  /** Whether the input is the whole array, where only a part is drawn. */
  readonly isWhole = { statistics: signal(false), heatMap: signal(false) };
  readonly axis = signal<number | undefined>(undefined);
  /** Whether the picture is drawn again, enlarged, below the bytes. */
  readonly isPictureLarge = signal(false);
  /** The section that a command requests, until it is shown. */
  readonly requestedSection = signal<Section | undefined>(undefined);
  #lastId = 0;

  constructor(
    readonly app: App,
    private readonly send: (request: TaskRequest) => void,
  ) {}

  /** The input of a run that is started now. */
  inputView(kind: AnalysisKind): ArrayView | undefined {
    const view = this.app.model.view.value;
    return view && this.isWhole[kind].value && view.slice !== '' ? wholeView(view.facts) : view;
  }

  /** The axis of the statistics; undefined for all items, and where the input lacks the axis. */
  readonly chosenAxis = computed(() => {
    const view = this.inputView('statistics');
    const ndim = view && hasAxes(view.dtype) ? view.layout.ndim : 0;
    return this.axis.value !== undefined && this.axis.value < ndim ? this.axis.value : undefined;
  });

  /** The key of the input of a run that is started now. */
  inputKey(kind: AnalysisKind): string {
    const view = this.inputView(kind);
    const { rowAxis, colAxis } = this.app.model.cellPosition.value;
    const axes = kind === 'statistics' ? this.chosenAxis.value : [rowAxis, colAxis, this.#fixedIndices()];
    return JSON.stringify([view && dtypeSource(view.dtype), view?.layout.toFields(), axes]);
  }

  /** The index of each axis, 0 for those drawn as rows and columns; `whole` where all axes are drawn. */
  #fixedIndices(): readonly number[] | 'whole' {
    const { index, rowAxis, colAxis } = this.app.model.cellPosition.value;
    if (this.isWhole.heatMap.value) return 'whole';
    return index.map((entry, axis) => (axis === rowAxis || axis === colAxis ? 0 : entry));
  }

  /** Starts a run, and cancels the one of its kind that is on its way. */
  start(kind: AnalysisKind): void {
    const view = this.inputView(kind);
    if (!view) return;
    const id = ++this.#lastId;
    const inputKey = this.inputKey(kind);
    const run = { id, inputKey, dtype: view.dtype, size: view.layout.size, progress: { done: 0, total: 1 } };
    const before = this[kind].value;
    if (before?.progress) this.send({ kind: 'cancel', id: before.id });
    this[kind].value = run;
    const isWhole = this.isWhole[kind].value || view.slice === '';
    if (kind === 'statistics') this.send({ kind, id, isWhole, axis: this.chosenAxis.value });
    else this.send({ kind, id, ...this.#plane(view) });
  }

  #plane(view: ArrayView) {
    const { slice } = this.app.model.view.value ?? view;
    const isWhole = this.isWhole.heatMap.value;
    const { ndim } = view.layout;
    // A slice and the whole array have different axes.
    const isSame = !isWhole || slice === '';
    const { rowAxis, colAxis } = isSame
      ? this.app.model.cellPosition.value
      : { rowAxis: ndim === 0 ? -1 : Math.max(0, ndim - 2), colAxis: ndim < 2 ? -1 : ndim - 1 };
    const fixed = this.#fixedIndices();
    const ofWholeFile = isWhole || slice === '';
    return {
      isWhole: ofWholeFile,
      allAxes: isWhole,
      rowAxis,
      colAxis,
      index: fixed === 'whole' ? [] : [...fixed],
    };
  }

  cancel(kind: AnalysisKind): void {
    const run = this[kind].value;
    if (!run?.progress) return;
    this.send({ kind: 'cancel', id: run.id });
    this[kind].value = { ...(run as Run<never>), isCancelled: true };
  }

  savePicture(name: string, png: Uint8Array): void {
    this.send({ kind: 'savePicture', name, png });
  }

  /** Handles the host's event `task`. */
  accept(data: unknown): void {
    const event = checked(taskEvent, data, 'task');
    const { model } = this.app;
    if (event.kind === 'show') this.#show(event.section);
    else if (event.kind === 'saved') model.status.value = texts.savedPicture(event.path);
    else if (event.kind === 'notSaved')
      model.requestError.value = fromWire({ ...event.error, kind: event.error.kind as ErrorKind });
    else if (event.id === this.statistics.value?.id) this.#applyEvent('statistics', event);
    else if (event.id === this.heatMap.value?.id) this.#applyEvent('heatMap', event);
  }

  #show(section: Section): void {
    this.requestedSection.value = section;
    this.start(section === 'pictures' ? 'heatMap' : 'statistics');
  }

  #applyEvent(kind: AnalysisKind, event: Extract<TaskEvent, { id: number }>): void {
    const run = this[kind].value as Run<never>;
    const ended = { ...run, progress: undefined };
    if (event.kind === 'progress') {
      this[kind].value = { ...run, progress: { done: event.done, total: event.total } };
    } else if (event.kind === 'ended') {
      this[kind].value = ended;
      this.app.model.status.value = texts.nothingFound;
    } else if (event.kind === 'failed') {
      const error = fromWire({ ...event.error, kind: event.error.kind as ErrorKind });
      this[kind].value = { ...ended, error };
      this.app.model.status.value = error.message;
    } else {
      this[kind].value = { ...ended, result: event.found as never, revision: event.revision };
      this.app.model.status.value =
        kind === 'heatMap' ? texts.drawn : run.isCancelled ? texts.computedPart : texts.computed;
    }
  }
}

/** Whether items of the dtype have statistics along an axis. */
export const hasAxes = ({ kind }: DType): boolean => 'biuf'.includes(kind);

/** The progress of a run in percent. */
export function percentOf({ progress }: Run<unknown>): string {
  return progress && progress.total > 0 ? percentText(progress.done / progress.total) : '0';
}
