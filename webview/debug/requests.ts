/** Requests about an array in a stopped program. Each ends in a new state of the document or in an error on screen. */
import { signal } from '@preact/signals';
import type { InspectorError } from '../../core/errors';
import { asInspectorError } from '../../core/errors';
import type { Measurement } from '../protocol/debugSchema';
import type { Actions, InspectorClient } from '../state/actions';
import type { Model } from '../state/model';

export class DebugRequests {
  /** The error of the expression that was typed last. */
  readonly expressionError = signal<InspectorError | undefined>(undefined);

  constructor(
    private readonly model: Model,
    private readonly actions: Actions,
    private readonly client: InspectorClient,
  ) {}

  clearExpressionError(): void {
    this.expressionError.value = undefined;
  }

  /** Shows another expression in this panel, without the slice of the one before. */
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

  /** Shows another expression in a panel of its own. */
  inspect(expression: string): void {
    void this.actions.tryRequest('inspect', expression);
  }

  openOwnerFile(): void {
    void this.actions.tryRequest('openOwnerFile', null);
  }

  /** Whether to count the changed pages of the whole owner at each stop. */
  async countPages(wanted: boolean): Promise<void> {
    await this.actions.updateBy('countPages', wanted);
  }

  /** Times a walk along each axis in the program, for at most a second; undefined where that failed. */
  async measure(): Promise<Measurement | undefined> {
    return (await this.actions.tryRequest('measure', null))?.result ?? undefined;
  }
}
