/** With translations in its page, the webview shows no English text but NumPy's own words. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { translationsElement } from '../../../extension/panel/translationsElement';
import { TRANSLATIONS_ID } from '../../../webview/protocol/translations';

const root = resolve(__dirname, '../../../..');
const english = JSON.parse(readFileSync(join(root, 'l10n', 'bundle.l10n.json'), 'utf8')) as object;
/** Every text in marks, as a translation that can be told from English. */
const pseudo = Object.fromEntries(Object.keys(english).map(text => [text, `⟦${text}⟧`]));

/** What `document.getElementById` finds in a page with this mark-up. */
function pageOf(markup: string): { getElementById(id: string): { textContent: string } | null } {
  const elements = [...markup.matchAll(/<script[^>]* id="(\w+)">(.*?)<\/script>/gs)];
  return {
    getElementById: id => {
      const found = elements.find(([, name]) => name === id);
      return found ? { textContent: found[2] } : null;
    },
  };
}

const load = createRequire(__filename);
const MODULES = ['l10n', 'strings', 'lazyStrings'].map(name => require.resolve(`../../../webview/${name}`));

/** The webview's texts as its scripts make them in a page with `markup`. */
function textsIn(markup: string): Record<string, unknown> {
  const holder = globalThis as { document?: unknown };
  const before = holder.document;
  const forget = (): void => MODULES.forEach(path => Reflect.deleteProperty(require.cache, path));
  try {
    holder.document = pageOf(markup);
    forget();
    const [, strings, lazy] = MODULES.map(path => load(path) as Record<string, object>);
    return { ...strings.strings, lazy: lazy.texts };
  } finally {
    holder.document = before;
    if (before === undefined) delete holder.document;
    forget();
  }
}

/** Every text, of functions with stand-ins for their values. */
function allTexts(value: unknown, path: string): [path: string, text: string][] {
  if (typeof value === 'string') return [[path, value]];
  if (typeof value === 'function')
    return [1, 2, ''].flatMap(first =>
      allTexts((value as (...a: unknown[]) => unknown)(first, 3, 4, 5), path),
    );
  return Object.entries(value as object).flatMap(([key, inner]) => allTexts(inner, `${path}.${key}`));
}

/** NumPy's words, Python, examples of what a box takes, and texts without words. */
const UNTRANSLATED = [
  ...['dtype', 'shape', 'order', 'offset', 'termOffset', 'ascii', 'unprintable', 'memoryEntry'],
  ...['goToPlaceholder', 'slicePlaceholder'],
  ...['lazy.arrayLiteral', 'lazy.toBest', 'lazy.mode', 'lazy.cells', 'lazy.findPlaceholders'],
].map(name => `.${name}`);

describe('the texts of the webview', () => {
  it('are English in a page without translations', () => {
    const texts = textsIn(translationsElement(undefined)) as { values: string; axis: (k: number) => string };
    assert.equal(texts.values, 'Values');
    assert.equal(texts.axis(2), 'Axis 2');
  });

  it('are those of the page’s translations, with their values put in', () => {
    const markup = translationsElement({ Values: 'Werte', 'Axis {0}': 'Achse {0}', Bytes: 'Bytes' });
    const texts = textsIn(markup) as Record<string, string> & { axis: (k: number) => string };
    assert.equal(texts.values, 'Werte');
    assert.equal(texts.axis(2), 'Achse 2');
    assert.equal(texts.columns, 'Columns');
  });

  it('can all be translated', () => {
    const texts = allTexts(textsIn(translationsElement(pseudo)), '');
    const left = texts.filter(([, text]) => !/^⟦.*⟧$/s.test(text)).map(([path]) => path);
    assert.deepEqual(
      [...new Set(left)].filter(path => !UNTRANSLATED.some(known => path.startsWith(known))),
      [],
    );
  });

  it('cannot leave their element', () => {
    const hostile = { Values: '</script><script>alert(1)</script><!--' };
    const markup = translationsElement(hostile);
    assert.equal(markup.match(/<\/script>/g)?.length, 1);
    assert.equal(markup.match(/</g)?.length, 2);
    const json = pageOf(markup).getElementById(TRANSLATIONS_ID)!.textContent;
    assert.deepEqual(JSON.parse(json), hostile);
  });
});
