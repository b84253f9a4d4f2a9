/**
 * What statistics and pictures were asked for, how far they are, and what was found. Invariant: a run that was asked for
 * counts until the next one of its kind is; answers to others are not listened to.
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
  /** Of what: changes with whatever the result depends on but the bytes. */
  readonly of: string;
  readonly dtype: DType;
  /** Items of the array that was asked about. */
  readonly size: number;
  /** Absent when it is over. */
  readonly progress?: { readonly done: number; readonly total: number };
  readonly isCancelled?: boolean;
  readonly found?: T;
  readonly revision?: number;
  readonly error?: InspectorError;
}

type Kind = 'statistics' | 'heatMap';

export class Runs {
  readonly statistics = signal<Run<StatisticsFound> | undefined>(undefined);
  readonly heatMap = signal<Run<HeatMapFound> | undefined>(undefined);
  /** Whether what is asked for is of the whole array, where a part is drawn. */
  readonly isWhole = { statistics: signal(false), heatMap: signal(false) };
  readonly axis = signal<number | undefined>(undefined);
  /** The section that a command has asked for, until it was shown. */
  readonly wanted = signal<Section | undefined>(undefined);
  #last = 0;

  constructor(
    readonly app: App,
    private readonly send: (request: TaskRequest) => void,
  ) {}

  /** The array that is asked about. */
  target(kind: Kind): ArrayView | undefined {
    const view = this.app.model.view.value;
    return view && this.isWhole[kind].value && view.slice !== '' ? wholeView(view.facts) : view;
  }

  /** The axis of the statistics, where the array has it. */
  readonly chosenAxis = computed(() => {
    const view = this.target('statistics');
    const ndim = view && hasAxes(view.dtype) ? view.layout.ndim : 0;
    return this.axis.value !== undefined && this.axis.value < ndim ? this.axis.value : undefined;
  });

  /** What the result of a run begun now would be of. */
  keyOf(kind: Kind): string {
    const view = this.target(kind);
    const { rowAxis, colAxis } = this.app.model.place.value;
    const axes = kind === 'statistics' ? this.chosenAxis.value : [rowAxis, colAxis, this.#held()];
    return JSON.stringify([view && dtypeSource(view.dtype), view?.layout.toFields(), axes]);
  }

  /** Where the axes that are neither rows nor columns are held; nothing where all of them are drawn. */
  #held(): readonly number[] | 'whole' {
    const { index, rowAxis, colAxis } = this.app.model.place.value;
    if (this.isWhole.heatMap.value) return 'whole';
    return index.map((entry, axis) => (axis === rowAxis || axis === colAxis ? 0 : entry));
  }

  start(kind: Kind): void {
    const view = this.target(kind);
    if (!view) return;
    const id = ++this.#last;
    const of = this.keyOf(kind);
    const run = { id, of, dtype: view.dtype, size: view.layout.size, progress: { done: 0, total: 1 } };
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
    // The axes of a slice are not those of the whole.
    const isSame = !isWhole || slice === '';
    const { rowAxis, colAxis } = isSame
      ? this.app.model.place.value
      : { rowAxis: ndim === 0 ? -1 : Math.max(0, ndim - 2), colAxis: ndim < 2 ? -1 : ndim - 1 };
    const held = this.#held();
    const ofWholeFile = isWhole || slice === '';
    return {
      isWhole: ofWholeFile,
      allAxes: isWhole,
      rowAxis,
      colAxis,
      index: held === 'whole' ? [] : [...held],
    };
  }

  cancel(kind: Kind): void {
    const run = this[kind].value;
    if (!run?.progress) return;
    this.send({ kind: 'cancel', id: run.id });
    this[kind].value = { ...(run as Run<never>), isCancelled: true };
  }

  savePicture(name: string, png: Uint8Array): void {
    this.send({ kind: 'savePicture', name, png });
  }

  /** What the extension tells. */
  accept(data: unknown): void {
    const event = checked(taskEvent, data, 'task');
    const { model } = this.app;
    if (event.kind === 'show') this.#show(event.section);
    else if (event.kind === 'saved') model.status.value = texts.savedPicture(event.path);
    else if (event.kind === 'notSaved')
      model.requestError.value = fromWire({ ...event.error, kind: event.error.kind as ErrorKind });
    else if (event.id === this.statistics.value?.id) this.#settle('statistics', event);
    else if (event.id === this.heatMap.value?.id) this.#settle('heatMap', event);
  }

  #show(section: Section): void {
    this.wanted.value = section;
    this.start(section === 'pictures' ? 'heatMap' : 'statistics');
  }

  #settle(kind: Kind, event: Extract<TaskEvent, { id: number }>): void {
    const run = this[kind].value as Run<never>;
    const over = { ...run, progress: undefined };
    if (event.kind === 'progress') {
      this[kind].value = { ...run, progress: { done: event.done, total: event.total } };
    } else if (event.kind === 'ended') {
      this[kind].value = over;
      this.app.model.status.value = texts.nothingFound;
    } else if (event.kind === 'failed') {
      const error = fromWire({ ...event.error, kind: event.error.kind as ErrorKind });
      this[kind].value = { ...over, error };
      this.app.model.status.value = error.message;
    } else {
      this[kind].value = { ...over, found: event.found as never, revision: event.revision };
      this.app.model.status.value =
        kind === 'heatMap' ? texts.drawn : run.isCancelled ? texts.computedPart : texts.computed;
    }
  }
}

/** Whether there are statistics along an axis of such items. */
export const hasAxes = ({ kind }: DType): boolean => 'biuf'.includes(kind);

/** How far a run is, in percent. */
export function percentOf({ progress }: Run<unknown>): string {
  return progress && progress.total > 0 ? percentText(progress.done / progress.total) : '0';
}
