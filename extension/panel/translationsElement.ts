/** The translations of the webview's texts, as an element of its page. */
import type { Translations } from '../../webview/protocol/translations';
import { TRANSLATIONS_ID } from '../../webview/protocol/translations';

/**
 * Returns a data block with the texts of `bundle` that differ from the English ones; empty without a bundle. A data block
 * is never executed, so the page's policy does not concern it; `<` is escaped, so that no text can end it.
 */
export function translationsElement(bundle: Translations | undefined): string {
  if (!bundle) return '';
  const translated = Object.entries(bundle).filter(([english, text]) => text !== english);
  const json = JSON.stringify(Object.fromEntries(translated)).replaceAll('<', '\\u003c');
  return `<script type="application/json" id="${TRANSLATIONS_ID}">${json}</script>`;
}
