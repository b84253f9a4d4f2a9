/**
 * A search through a file: its input, progress and result. The extension reads the file; the result is shown here.
 * Invariant: at most one search runs, and its result is shown only in the view that it was started in.
 */
import { signal } from '@preact/signals';
import type { InspectorError } from '../../core/errors';
import { asInspectorError } from '../../core/errors';
import type { App } from '../state/app';
import type { FindNews } from '../protocol/findSchema';
import type { FindRequest } from '../protocol/requestParams';
import type { InspectorClient } from '../state/actions';
import { texts } from '../lazyStrings';
import { nextChanged } from './nextChanged';
import type { Baseline } from './baseline';
import { showBytes, showValue, viewKey } from './showFound';

/** What can be searched for. */
export const KINDS = ['value', 'bytes', 'changed'] as const;
export type Kind = (typeof KINDS)[number];

/** A search that takes longer shows its progress. */
const SLOW_MS = 200;

export class Finder {
  readonly isOpen = signal(false);
  readonly kind = signal<Kind>('value');
  readonly text = signal('');
  readonly tolerance = signal('');
  readonly result = signal('');
  readonly error = signal<InspectorError | undefined>(undefined);
  /** The progress of a slow search, from 0 to 1. */
  readonly progress = signal<number | undefined>(undefined);
  /** Counts the requests for the focus. */
  readonly focusRequests = signal(0);

  #running: { readonly key: string; readonly abort: AbortController } | undefined;

  constructor(
    private readonly app: App,
    private readonly client: InspectorClient,
    private readonly baseline: Baseline,
  ) {}

  open(): void {
    if (!this.app.model.document.value?.editing) return;
    this.isOpen.value = true;
    this.focusRequests.value++;
  }

  close(): void {
    this.cancel();
    this.isOpen.value = false;
    this.clearResult();
  }

  /** Clears the result, which is not that of the new input. */
  clearResult(): void {
    this.result.value = '';
    this.error.value = undefined;
  }

  cancel(): void {
    this.#running?.abort.abort();
  }

  /** Handles the host's event `find`: the progress, or null from the command *Find…*. */
  accept(event: FindNews): void {
    if (!event) this.open();
    else if (this.progress.value !== undefined && event.total > 0)
      this.progress.value = Math.min(1, event.done / event.total);
  }

  /** Finds the next or the previous match. Ignored while the same search runs. */
  async find(isBackward: boolean): Promise<void> {
    const key = JSON.stringify([isBackward, this.kind.value, this.text.value, this.tolerance.value]);
    if (this.#running?.key === key) return;
    this.cancel();
    const running = { key, abort: new AbortController() };
    this.#running = running;
    this.clearResult();
    this.progress.value = undefined;
    const isCurrent = (): boolean => this.#running === running;
    const slow = setTimeout(() => {
      this.progress.value = 0;
      this.app.model.status.value = texts.searching;
    }, SLOW_MS);
    try {
      const message = await this.#search(isBackward, running.abort.signal);
      if (isCurrent()) this.#showResult(message);
    } catch (error) {
      if (isCurrent()) this.#showError(asInspectorError(error));
    } finally {
      clearTimeout(slow);
      if (isCurrent()) {
        this.#running = undefined;
        this.progress.value = undefined;
      }
    }
  }

  /** Searches and goes to the match. Resolves to the message about it. */
  async #search(isBackward: boolean, signal: AbortSignal): Promise<string> {
    const { app } = this;
    const kind = this.kind.value;
    if (kind === 'changed') {
      const found = await nextChanged(app, this.baseline, isBackward);
      if (!found) return texts.noneChangedSince;
      return wrapped(showBytes(app, found.byteOffset, true), found.isWrapped, isBackward);
    }
    const key = viewKey(app);
    const found = await this.client.request('find', this.#request(kind, isBackward), signal);
    if (!found) return texts.notFound;
    if (signal.aborted || key !== viewKey(app)) return '';
    const message = kind === 'value' ? showValue(app, found) : showBytes(app, found.byteOffset, false);
    return wrapped(message, found.isWrapped, isBackward);
  }

  #request(kind: FindRequest['what'], isBackward: boolean): FindRequest {
    const { model } = this.app;
    const { index, leaf } = model.cellPosition.value;
    const from = model.focused.value && { index: [...index], leaf, byteOffset: model.byteCursor.value };
    return { what: kind, text: this.text.value, tolerance: this.tolerance.value, isBackward, from };
  }

  #showResult(text: string): void {
    this.result.value = text;
    this.app.model.status.value = text;
  }

  #showError(error: InspectorError): void {
    if (error.kind === 'aborted') this.#showResult(texts.findCancelled);
    else this.error.value = error;
  }
}

const wrapped = (message: string, isWrapped: boolean, isBackward: boolean): string =>
  isWrapped ? texts.wrapped(message, isBackward) : message;
