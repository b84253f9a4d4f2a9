/** Translations as the extension host writes them into the page, and as both sides use them. */

/** Each English text with the text in the display language. */
export type Translations = Readonly<Record<string, string>>;

/** Id of the page's element that holds the translations as JSON; an English page has none. */
export const TRANSLATIONS_ID = 'translations';

/** Returns the translation of `message`, English where there is none, with `values` for `{0}`, `{1}`, … */
export function translate(
  translations: Translations | undefined,
  message: string,
  values: readonly (string | number)[],
): string {
  const text = translations?.[message] ?? message;
  return text.replace(/\{(\d+)\}/g, (placeholder, k) => String(values[Number(k)] ?? placeholder));
}
