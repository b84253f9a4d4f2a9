/**
 * A search through a file: what is looked for, how far it is, what was found. The extension reads; here is shown.
 * Invariant: at most one search runs; what it finds is shown only in the view that it was started in.
 */
import { signal } from '@preact/signals';
import type { InspectorError } from '../../core/errors';
import { asInspectorError } from '../../core/errors';
import type { App } from '../state/app';
import type { FindNews } from '../protocol/findSchema';
import type { FindRequest } from '../protocol/requestParams';
import type { InspectorClient } from '../state/actions';
import { texts } from '../lazyStrings';
import { nextChanged } from './changed';
import type { Seen } from './seen';
import { showBytes, showValue, viewKey } from './show';

export const KINDS = ['value', 'bytes', 'changed'] as const;
export type Kind = (typeof KINDS)[number];

/** A search that takes longer shows how far it is. */
const SLOW_MS = 200;

export class Finder {
  readonly isOpen = signal(false);
  readonly what = signal<Kind>('value');
  readonly text = signal('');
  readonly tolerance = signal('');
  readonly result = signal('');
  readonly error = signal<InspectorError | undefined>(undefined);
  /** How much is done, 0 … 1, of a search that takes its time. */
  readonly progress = signal<number | undefined>(undefined);
  /** Counts how often the box was asked for. */
  readonly opened = signal(0);

  #running: { readonly key: string; readonly abort: AbortController } | undefined;

  constructor(
    private readonly app: App,
    private readonly client: InspectorClient,
    private readonly seen: Seen,
  ) {}

  open(): void {
    if (!this.app.model.document.value?.editing) return;
    this.isOpen.value = true;
    this.opened.value++;
  }

  close(): void {
    this.cancel();
    this.isOpen.value = false;
    this.forget();
  }

  /** Another thing is looked for: what was said of the last one says nothing of it. */
  forget(): void {
    this.result.value = '';
    this.error.value = undefined;
  }

  cancel(): void {
    this.#running?.abort.abort();
  }

  /** What the extension says: how far it is, or that somebody wants to find something. */
  hear(news: FindNews): void {
    if (!news) this.open();
    else if (this.progress.value !== undefined && news.total > 0)
      this.progress.value = Math.min(1, news.done / news.total);
  }

  /** Goes to the next one, or to the one before. The same that is being looked for is not looked for again. */
  async find(isBackward: boolean): Promise<void> {
    const key = JSON.stringify([isBackward, this.what.value, this.text.value, this.tolerance.value]);
    if (this.#running?.key === key) return;
    this.cancel();
    const running = { key, abort: new AbortController() };
    this.#running = running;
    this.forget();
    this.progress.value = undefined;
    const isCurrent = (): boolean => this.#running === running;
    const slow = setTimeout(() => {
      this.progress.value = 0;
      this.app.model.status.value = texts.searching;
    }, SLOW_MS);
    try {
      const said = await this.#search(isBackward, running.abort.signal);
      if (isCurrent()) this.#say(said);
    } catch (error) {
      if (isCurrent()) this.#fail(asInspectorError(error));
    } finally {
      clearTimeout(slow);
      if (isCurrent()) {
        this.#running = undefined;
        this.progress.value = undefined;
      }
    }
  }

  /** What is to be said of what was found; it is shown already. */
  async #search(isBackward: boolean, signal: AbortSignal): Promise<string> {
    const { app } = this;
    const what = this.what.value;
    if (what === 'changed') {
      const found = await nextChanged(app, this.seen, isBackward);
      if (!found) return texts.noneChangedSince;
      return wrapped(showBytes(app, found.byteOffset, true), found.isWrapped, isBackward);
    }
    const key = viewKey(app);
    const found = await this.client.request('find', this.#request(what, isBackward), signal);
    if (!found) return texts.notFound;
    if (signal.aborted || key !== viewKey(app)) return '';
    const said = what === 'value' ? showValue(app, found) : showBytes(app, found.byteOffset, false);
    return wrapped(said, found.isWrapped, isBackward);
  }

  #request(what: FindRequest['what'], isBackward: boolean): FindRequest {
    const { model } = this.app;
    const { index, leaf } = model.place.value;
    const from = model.focused.value && { index: [...index], leaf, byteOffset: model.byteCursor.value };
    return { what, text: this.text.value, tolerance: this.tolerance.value, isBackward, from };
  }

  #say(text: string): void {
    this.result.value = text;
    this.app.model.status.value = text;
  }

  #fail(error: InspectorError): void {
    if (error.kind === 'aborted') this.#say(texts.findCancelled);
    else this.error.value = error;
  }
}

const wrapped = (said: string, isWrapped: boolean, isBackward: boolean): string =>
  isWrapped ? texts.wrapped(said, isBackward) : said;
