/**
 * The webview's texts in the display language of VS Code. The extension host writes the translations into the page
 * (extension/panel/html.ts), so that they are there before the first text is used.
 */
import type { Translations } from './protocol/translations';
import { translate, TRANSLATIONS_ID } from './protocol/translations';

const translations = readTranslations();

/**
 * Returns `message` in the display language, with `values` for `{0}`, `{1}`, …
 * Invariant: callers write the message out, so that `npm run texts` finds it.
 */
export function t(message: string, ...values: (string | number)[]): string {
  return translate(translations, message, values);
}

/** Unit tests have no page: their texts are English. */
function readTranslations(): Translations | undefined {
  const page = (globalThis as { document?: Document }).document;
  const json = page?.getElementById(TRANSLATIONS_ID)?.textContent;
  return json ? (JSON.parse(json) as Translations) : undefined;
}
