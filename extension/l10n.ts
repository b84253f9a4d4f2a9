/**
 * Texts in the display language of VS Code, for modules that do not import `vscode`. `t` is `vscode.l10n.t` once
 * `translateWith` was called, and returns English before that and in unit tests. A worker thread gets the translations
 * with its `workerData`.
 * Invariant: callers write the first argument out, so that `npm run texts` finds it.
 */
import { workerData } from 'node:worker_threads';
import type { Translations } from '../webview/protocol/translations';
import { translate } from '../webview/protocol/translations';

export type Translate = (message: string, ...values: (string | number)[]) => string;

/** The `workerData` that our worker threads are started with. */
export interface ThreadTexts {
  readonly translations: Translations | undefined;
}

let translations = (workerData as Partial<ThreadTexts> | null)?.translations;

const fromBundle: Translate = (message, ...values) => translate(translations, message, values);

let translator = fromBundle;

/** Translates with `other` from now on, and in new threads with `bundle`; without arguments, in English. */
export function translateWith(other: Translate = fromBundle, bundle?: Translations): void {
  translator = other;
  translations = bundle;
}

/** Returns the translations for a new worker thread, where `vscode.l10n` is not available. */
export const threadTexts = (): ThreadTexts => ({ translations });

/** Returns `message` in the display language, with `values` for `{0}`, `{1}`, … */
export function t(message: string, ...values: (string | number)[]): string {
  return translator(message, ...values);
}
