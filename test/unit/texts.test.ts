/** Every text on screen is in a file that translators work from: package.nls.json or the l10n bundle. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import type { SourceFile } from 'typescript';

const root = resolve(__dirname, '../../..');

interface Source {
  readonly path: string;
  readonly tree: SourceFile;
}
interface Found {
  readonly where: string;
  readonly text: string;
}
interface Literals {
  readonly sources: (folder: string) => Source[];
  readonly parse: (path: string, text: string) => Source;
  readonly untranslated: (source: Source) => Found[];
}

const rig = createRequire(join(root, 'test', 'rig', 'texts.mjs'));
const literals = rig('./literals.mjs') as Literals;
const { textFiles } = rig('./texts.mjs') as { textFiles: () => Record<string, string> };
const { externalise } = rig('./manifestTexts.mjs') as {
  externalise: (manifest: object, texts?: object) => { manifest: object; texts: Record<string, string> };
};
const inRoot = (name: string): string => readFileSync(join(root, name), 'utf8');

/** Texts that look like sentences and are not for a translator: the start of each, by file. */
const known: Readonly<Record<string, readonly string[]>> = {
  // Code and mark-up.
  'extension/commands/list.ts': [''],
  'extension/debug/adapters.ts': [''],
  'extension/debug/javascript/script.ts': [''],
  'extension/debug/python/helperClient.ts': ['(lambda m:'],
  'extension/commands/files/tolerance.ts': ['rtol='],
  'extension/editor/view/memmapLine.ts': ['np.'],
  'extension/panel/html.ts': ['<!doctype', 'default-src', 'style-src', 'img-src', 'font-src', 'script-src'],
  'extension/panel/translationsElement.ts': ['<script'],
  'webview/ui/Split.tsx': ['minmax('],
  'webview/ui/metrics.ts': ['mono probe'],
  'webview/lazyStrings.ts': ['np.array(', '0.5  nan', 'DE AD', '{…}: {…}'],
  // Names that only the program itself reads.
  'extension/commands/shareMemory.ts': ['share ', 'shares_memory ', 'may_share_memory '],
  'extension/debug/javascript/describe.ts': ['buffer of '],
  'extension/debug/native/scalars.ts': ['long double'],
  'webview/app/views.ts': ['memory map', 'large picture', 'boxed objects'],
  'webview/editing/editPolicy.ts': ['file '],
  // NumPy's own words.
  'webview/analysis/Statistics.tsx': ['nanmin ', 'nanmax '],
  'webview/panels/Header.tsx': ['C', 'F'],
  'webview/state/arrayView.ts': ['only integers, slices', 'no field of name '],
  'webview/state/goTo.ts': ['too many indices', 'index '],
};
/** Faults of the channel between extension and webview: for a report, not to be read. */
const FAULTS = 'webview/protocol/';

function isKnown({ where, text }: Found): boolean {
  const path = where.replace(/:\d+$/, '');
  return path.startsWith(FAULTS) || (known[path] ?? []).some(start => text.startsWith(start));
}

describe('the texts', () => {
  let files: Record<string, string>;
  before(() => (files = textFiles()));

  for (const name of ['package.json', 'package.nls.json', 'l10n/bundle.l10n.json'])
    it(`of ${name} are up to date (npm run texts makes them so)`, () => {
      assert.equal(inRoot(name), files[name]);
    });

  it('of the extension are all given to a translator', () => {
    const found = literals.sources('extension').flatMap(literals.untranslated);
    assert.deepEqual(
      found.filter(one => !isKnown(one)),
      [],
      'wrap these in vscode.l10n.t, or in t of extension/l10n.ts',
    );
  });

  it('of the webview are all given to a translator', () => {
    const found = literals.sources('webview').flatMap(literals.untranslated);
    assert.deepEqual(
      found.filter(one => !isKnown(one)),
      [],
      'move these into webview/strings.ts or webview/lazyStrings.ts',
    );
  });

  it('that were forgotten are found', () => {
    const source = literals.parse(
      'a.tsx',
      "const a = 'two words'; const b = t('not this'); const c = <p class='a b' title='Sum'>Go on {`${a} is`}</p>;",
    );
    const found = literals.untranslated(source).map(({ text }) => text);
    assert.deepEqual(found, ['two words', 'Sum', 'Go on', '{…} is']);
  });

  it('of a manifest are taken out of it once', () => {
    const given = {
      title: 'One',
      contributes: { views: { debug: [{ id: 'a', name: 'Two' }] } },
      name: 'three',
    };
    const first = externalise(given);
    assert.deepEqual(first.texts, { title: 'One', 'views.debug.a.name': 'Two' });
    assert.deepEqual(externalise(first.manifest, first.texts), first);
  });
});
