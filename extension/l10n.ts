/**
 * Texts for people, in the language of VS Code, for modules that know nothing of VS Code: `t` is `vscode.l10n.t` once
 * `translateWith` was given it, and the English text before (and in unit tests).
 * Invariant: the first argument is written out, so that `npm run texts` finds it for the translators.
 */
export type Translate = (message: string, ...values: (string | number)[]) => string;

const english: Translate = (message, ...values) =>
  message.replace(/\{(\d+)\}/g, (place, k) => String(values[Number(k)] ?? place));

let translate = english;

/** Has every text from now on translated by `other`. */
export function translateWith(other: Translate): void {
  translate = other;
}

/** `message` in the language of VS Code, with `values` in place of `{0}`, `{1}`, … */
export function t(message: string, ...values: (string | number)[]): string {
  return translate(message, ...values);
}
