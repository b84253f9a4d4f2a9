/** What the user can ask of the extension about an array of a stopped program. Every request ends, as those of a file do. */
import { signal } from '@preact/signals';
import type { InspectorError } from '../../core/errors';
import type { Method, Params, Result } from '../protocol/contract';
import type { Measurement } from '../protocol/debugSchema';
import type { Edit } from '../protocol/requestParams';
import type { Mode } from '../protocol/schema';
import { asInspectorError } from '../../core/errors';
import type { Actions, InspectorClient } from '../state/actions';
import type { Model } from '../state/model';

export class DebugActions {
  /** What is wrong with the expression that was typed last. */
  readonly expressionError = signal<InspectorError | undefined>(undefined);

  constructor(
    private readonly model: Model,
    private readonly actions: Actions,
    private readonly client: InspectorClient,
  ) {}

  /** The user gave up on what was typed. */
  forgetMistake(): void {
    this.expressionError.value = undefined;
  }

  /** Shows another expression here. A slice of the old one says nothing of the new one. */
  async setExpression(text: string): Promise<void> {
    try {
      const document = await this.client.request('setExpression', text);
      this.expressionError.value = undefined;
      this.model.slice.value = '';
      this.actions.accept(document);
    } catch (error) {
      this.expressionError.value = asInspectorError(error);
    }
  }

  inspect(expression: string): void {
    void this.#ask('inspect', expression);
  }

  openOwnerFile(): void {
    void this.#ask('openOwnerFile', null);
  }

  async countPages(wanted: boolean): Promise<void> {
    const document = await this.#ask('countPages', wanted);
    if (document) this.actions.accept(document);
  }

  measure(): Promise<Measurement | undefined> {
    return this.#ask('measure', null).then(answer => answer ?? undefined);
  }

  async setMode(mode: Mode): Promise<void> {
    const document = await this.#ask('setMode', mode);
    if (document) this.actions.accept(document);
  }

  /** Changes several cells: in a file as one change, to be undone as one. */
  async change(label: 'Paste' | 'Fill', edits: readonly Edit[]): Promise<void> {
    if (this.model.document.value?.editing)
      this.actions.accept(await this.client.request('change', { label, edits: [...edits] }));
    else for (const edit of edits) await this.writeBytes(edit);
  }

  /** Stores bytes in place. Rejects with why they could not be: that is said where they were typed. */
  async writeBytes(edit: Edit): Promise<void> {
    this.actions.accept(await this.client.request('writeBytes', edit));
  }

  /** The answer; undefined when there was none, and the reason is on screen. */
  async #ask<M extends Method>(method: M, params: Params<M>): Promise<Result<M> | undefined> {
    try {
      const result = await this.client.request(method, params);
      this.model.requestError.value = undefined;
      return result;
    } catch (error) {
      this.model.requestError.value = asInspectorError(error);
      return undefined;
    }
  }
}
