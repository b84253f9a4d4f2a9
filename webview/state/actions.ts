/**
 * The user's requests to the extension. Each ends in a new state of the document or in an error on screen; an error of a
 * layout is shown at its control.
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
  /** The error of the layout that was typed last. */
  readonly layoutError = signal<InspectorError | undefined>(undefined);

  constructor(
    private readonly model: Model,
    private readonly client: InspectorClient,
  ) {}

  #isPainted = false;
  #sourceId: string | undefined;
  readonly #layoutChanges = new Mutex();

  /** Marks, once, when values were first on screen: the benchmark of opening measures it. */
  painted(): void {
    if (this.#isPainted) return;
    this.#isPainted = true;
    performance.mark('ndarray:first-values');
  }

  /** Takes the document's new state, and pages that came with it. */
  accept(document: DocumentState, seeds: readonly Seed[] = []): void {
    const { model } = this;
    const before = model.document.value;
    if (!before || chosenOf(before) !== chosenOf(document)) this.clearLayoutError();
    if (before?.editing && before.editing.fileRevision !== document.editing?.fileRevision)
      model.status.value = strings.refreshed;
    if (!document.problem) model.pageError.value = undefined;
    const id = document.facts?.source.id ?? this.#sourceId;
    // In one batch: nothing may see the new document with the old pages, or the reverse.
    batch(() => {
      if (id !== this.#sourceId) model.pages.forget();
      model.document.value = document;
      model.pages.setRevision(document.revision, document.debug?.stop, seeds);
    });
    this.#sourceId = id;
  }

  /** Changes the layout. Changes are queued: each starts from the layout that the one before it left. */
  setLayout(changed: () => LayoutRequest): void {
    void this.#layoutChanges.runExclusive(() => this.#setLayout(changed));
  }

  async #setLayout(changed: () => LayoutRequest): Promise<void> {
    try {
      const request = changed();
      this.accept(await this.client.request('setLayout', request));
      this.clearLayoutError();
      this.model.status.value = strings.layoutChanged(`${request.dtype} ${request.shape}`);
    } catch (error) {
      this.layoutError.value = asInspectorError(error);
    }
  }

  clearLayoutError(): void {
    this.layoutError.value = undefined;
  }

  /** Applies `candidates[k]` of the document. */
  chooseCandidate(k: number): void {
    void this.#updateLayoutBy('chooseCandidate', k);
  }

  forgetLayout(): void {
    void this.#updateLayoutBy('forgetLayout', null);
  }

  retry(): void {
    this.model.pageError.value = undefined;
    this.model.requestError.value = undefined;
    this.model.pages.retry();
    void this.#updateLayoutBy('retry', null);
  }

  openAsText(always: boolean): void {
    void this.tryRequest('openAsText', { always });
  }

  openOrigin(): void {
    void this.tryRequest('openOrigin', null);
  }

  async copyMemmapLine(): Promise<void> {
    if (await this.tryRequest('copyMemmapLine', null)) this.model.status.value = strings.copied;
  }

  /** Copies `text` to the clipboard, then announces `done`. */
  async copyText(text: string, done: string = strings.copied): Promise<void> {
    if (await this.tryRequest('copyText', text)) this.model.status.value = done;
  }

  /** Requests a new state of the document and draws it. Resolves to whether that succeeded. */
  async updateBy<M extends UpdateMethod>(method: M, params: Params<M>): Promise<boolean> {
    const answer = await this.tryRequest<UpdateMethod>(method, params);
    if (answer) this.accept(answer.result);
    return answer !== undefined;
  }

  async #updateLayoutBy<M extends UpdateMethod>(method: M, params: Params<M>): Promise<void> {
    if (await this.updateBy(method, params)) this.clearLayoutError();
  }

  /** Resolves to the result, wrapped, or shows the error and resolves to undefined. */
  async tryRequest<M extends Method>(
    method: M,
    params: Params<M>,
  ): Promise<{ result: Result<M> } | undefined> {
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

/** The requests that return a new state of the document. */
type UpdateMethod = 'chooseCandidate' | 'forgetLayout' | 'retry' | 'setMode' | 'countPages';

/** Tells layouts apart; not by lengths, which change when the file grows. */
function chosenOf({ facts, order }: DocumentState): string {
  return [facts?.dtype, facts?.layout.offset, facts?.layout.shape.length, order].join();
}
