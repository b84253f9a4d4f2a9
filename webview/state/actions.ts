/**
 * What the user can ask of the extension. Every request ends: in a new state of the document, or in a problem that is
 * shown (for a layout: at the control it is about).
 */
import { batch, signal } from '@preact/signals';
import type { InspectorError } from '../../core/errors';
import { Mutex } from '../../core/mutex';
import type { Client } from '../protocol/client';
import type { Method, Params, Result, hostEvents } from '../protocol/contract';
import type { viewEvents } from '../protocol/viewEvents';
import type { Seed } from '../pages/loader';
import type { DocumentState } from '../protocol/documentState';
import type { LayoutRequest } from '../protocol/requestParams';
import { asInspectorError } from '../../core/errors';
import { strings } from '../strings';
import type { Model } from './model';

export type InspectorClient = Client<typeof viewEvents, typeof hostEvents>;

export class Actions {
  /** What is wrong with the layout that was typed last. */
  readonly layoutError = signal<InspectorError | undefined>(undefined);

  constructor(
    private readonly model: Model,
    private readonly client: InspectorClient,
  ) {}

  #isPainted = false;
  #sourceId: string | undefined;
  readonly #layoutChanges = new Mutex();

  /** Marks, once, when typed values were first on screen: what opening is measured by. */
  painted(): void {
    if (this.#isPainted) return;
    this.#isPainted = true;
    performance.mark('ndarray:first-values');
  }

  /** The document as the extension says it is now, with pages that came along. */
  accept(document: DocumentState, seeds: readonly Seed[] = []): void {
    const { model } = this;
    const before = model.document.value;
    if (!before || chosenOf(before) !== chosenOf(document)) this.forgetMistake();
    if (before?.editing && before.editing.fileRevision !== document.editing?.fileRevision)
      model.status.value = strings.refreshed;
    if (!document.problem) model.pageError.value = undefined;
    const id = document.facts?.source.id ?? this.#sourceId;
    // At once: nothing is to see the new document with the old pages, nor the other way round.
    batch(() => {
      if (id !== this.#sourceId) model.pages.forget();
      model.document.value = document;
      model.pages.setRevision(document.revision, document.debug?.stop, seeds);
    });
    this.#sourceId = id;
  }

  /** Changes one after the other: each is made to the layout that the one before has left. */
  setLayout(changed: () => LayoutRequest): void {
    void this.#layoutChanges.runExclusive(() => this.#setLayout(changed));
  }

  async #setLayout(changed: () => LayoutRequest): Promise<void> {
    try {
      const request = changed();
      this.accept(await this.client.request('setLayout', request));
      this.forgetMistake();
      this.model.status.value = strings.layoutChanged(`${request.dtype} ${request.shape}`);
    } catch (error) {
      this.layoutError.value = asInspectorError(error);
    }
  }

  /** What was typed is given up, or the layout is another one now. */
  forgetMistake(): void {
    this.layoutError.value = undefined;
  }

  chooseCandidate(k: number): void {
    void this.#redraw(this.#ask('chooseCandidate', k));
  }

  forgetLayout(): void {
    void this.#redraw(this.#ask('forgetLayout', null));
  }

  retry(): void {
    this.model.pageError.value = undefined;
    this.model.requestError.value = undefined;
    this.model.pages.retry();
    void this.#redraw(this.#ask('retry', null));
  }

  openAsText(always: boolean): void {
    void this.#ask('openAsText', { always });
  }

  openOrigin(): void {
    void this.#ask('openOrigin', null);
  }

  async copyMemmapLine(): Promise<void> {
    if (await this.#ask('copyMemmapLine', null)) this.model.status.value = strings.copied;
  }

  async copyText(text: string, done: string = strings.copied): Promise<void> {
    if (await this.#ask('copyText', text)) this.model.status.value = done;
  }

  async #redraw(asked: Promise<{ result: DocumentState } | undefined>): Promise<void> {
    const answer = await asked;
    if (!answer) return;
    this.accept(answer.result);
    this.forgetMistake();
  }

  /** The answer, wrapped; undefined when there was none, and the reason is on screen. */
  async #ask<M extends Method>(method: M, params: Params<M>): Promise<{ result: Result<M> } | undefined> {
    try {
      const result = await this.client.request(method, params);
      this.model.requestError.value = undefined;
      return { result };
    } catch (error) {
      this.model.requestError.value = asInspectorError(error);
      return undefined;
    }
  }
}

/** What changes where another layout is chosen; lengths do so too where the file grows. */
function chosenOf({ facts, order }: DocumentState): string {
  return [facts?.dtype, facts?.layout.offset, facts?.layout.shape.length, order].join();
}
