/**
 * Texts for people, in the language of VS Code, for modules that know nothing of VS Code: `t` is `vscode.l10n.t` once
 * `translateWith` was given it, and the English text before (and in unit tests). A thread has the texts that it was started
 * with, from its first line on.
 * Invariant: the first argument is written out, so that `npm run texts` finds it for the translators.
 */
import { workerData } from 'node:worker_threads';

export type Translate = (message: string, ...values: (string | number)[]) => string;

/** Each English text with the one that is shown for it. */
type Texts = Readonly<Record<string, string>>;

/** What a thread of ours is started with as its `workerData`. */
export interface ThreadTexts {
  readonly texts: Texts | undefined;
}

let texts = (workerData as Partial<ThreadTexts> | null)?.texts;

const own: Translate = (message, ...values) =>
  (texts?.[message] ?? message).replace(/\{(\d+)\}/g, (place, k) => String(values[Number(k)] ?? place));

let translate = own;

/** Has every text from now on translated by `other`, and in threads that are started by `bundle`; in English without them. */
export function translateWith(other: Translate = own, bundle?: Texts): void {
  translate = other;
  texts = bundle;
}

/** For threads, which VS Code does not translate for. */
export const threadTexts = (): ThreadTexts => ({ texts });

/** `message` in the language of VS Code, with `values` in place of `{0}`, `{1}`, … */
export function t(message: string, ...values: (string | number)[]): string {
  return translate(message, ...values);
}
