/**
 * Statistics and pictures of what an editor shows: run as its webview asks, told of as they go.
 * Invariant: every run that was asked for is answered once: with what was found, an error, or that it ended.
 */
import * as vscode from 'vscode';
import { toWire } from '../../../core/errors';
import type { Section, TaskEvent, TaskRequest } from '../../../webview/protocol/taskSchema';
import type { ArrayPlace } from '../../tasks/task';
import { runWithProgress } from '../../tasks/withProgress';
import { savePicture } from './savePicture';

/** What is needed of the panel. */
export interface TaskPanel {
  readonly uri: vscode.Uri;
  readonly fileName: string;
  readonly revision: number;
  place(part: { readonly isWhole: boolean }): ArrayPlace;
  readonly send: (event: TaskEvent) => void;
}

type Run = Extract<TaskRequest, { kind: 'statistics' | 'heatMap' }>;

export class PanelTasks implements vscode.Disposable {
  readonly #running = new Map<number, AbortController>();
  #isDrawn = false;
  #isDisposed = false;
  #wanted: Section | undefined;

  constructor(private readonly panel: TaskPanel) {}

  handle(request: TaskRequest): void {
    if (request.kind === 'cancel') this.#running.get(request.id)?.abort();
    else if (request.kind === 'savePicture') {
      const { uri } = this.panel;
      void savePicture({ uri, send: event => this.#send(event) }, request);
    } else void this.#run(request);
  }

  /** The view is drawn: what was wanted before can be shown. */
  viewDrawn(): void {
    this.#isDrawn = true;
    if (this.#wanted) this.show(this.#wanted);
  }

  /** Shows a section of the webview, at work; as soon as there is one. */
  show(section: Section): void {
    this.#wanted = this.#isDrawn ? undefined : section;
    if (this.#isDrawn) this.#send({ kind: 'show', section });
  }

  async #run(request: Run): Promise<void> {
    const { id } = request;
    const abort = new AbortController();
    this.#running.set(id, abort);
    try {
      this.#send(await this.#answer(request, abort.signal));
    } catch (error) {
      this.#send({ kind: 'failed', id, error: toWire(error) });
    } finally {
      this.#running.delete(id);
    }
  }

  async #answer(request: Run, signal: AbortSignal): Promise<TaskEvent> {
    const { id, isWhole } = request;
    const { panel } = this;
    const { revision } = panel;
    const watch = {
      signal,
      onProgress: (done: number, total: number) => this.#send({ kind: 'progress', id, done, total }),
    };
    const place = panel.place({ isWhole });
    if (request.kind === 'statistics') {
      const title = vscode.l10n.t('Statistics of {0}', panel.fileName);
      const found = await runWithProgress(title, 'statistics', { place, axis: request.axis }, watch);
      return found ? { kind: 'statistics', id, revision, found: plain(found) } : { kind: 'ended', id };
    }
    const title = vscode.l10n.t('Picture of {0}', panel.fileName);
    const { rowAxis, colAxis, index, allAxes } = request;
    const params = { place, rowAxis, colAxis, index, isWhole: allAxes };
    const found = await runWithProgress(title, 'heatMap', params, watch);
    return found ? { kind: 'heatMap', id, revision, found: plain(found) } : { kind: 'ended', id };
  }

  /** Nobody hears of what ends after its panel. */
  #send(event: TaskEvent): void {
    if (!this.#isDisposed) this.panel.send(event);
  }

  dispose(): void {
    this.#isDisposed = true;
    for (const abort of this.#running.values()) abort.abort();
  }
}

/** As messages have it: lists that nobody has promised to leave alone. */
const plain = <T>(found: T): Mutable<T> => found as Mutable<T>;
type Mutable<T> = T extends Float64Array | string | number
  ? T
  : T extends object
    ? { -readonly [K in keyof T]: Mutable<T[K]> }
    : T;
