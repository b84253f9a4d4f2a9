#!/usr/bin/env node
/**
 * `npm run texts`: writes the files that translators work from, `package.nls.json` and `l10n/bundle.l10n.json` (every text of
 * `extension/` and `webview/`), and the parts of `package.json` that come from the lists of commands and debug adapters. Run
 * it after a text, a command or an adapter was added, changed or removed.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { withContributions } from './contributions.mjs';
import { sources, translated } from './literals.mjs';
import { externalise, missing } from './manifestTexts.mjs';
import { root } from './paths.mjs';
import { say } from './processes.mjs';

const read = name => JSON.parse(readFileSync(join(root, name), 'utf8'));
/** Passes `vscode.l10n.t` on: has no text of its own. */
const PASSES_ON = 'extension/extension.ts:';
const json = value => `${JSON.stringify(value, null, 2)}\n`;

/** Returns the contents of each file, `{ 'package.json': text, … }`. Throws where a text is computed, not written out. */
export function textFiles() {
  const { manifest, texts } = externalise(withContributions(read('package.json')), read('package.nls.json'));
  const keys = missing(texts);
  if (keys.length > 0) throw new Error(`add texts to package.nls.json for ${keys.join(', ')}`);
  const found = ['extension', 'webview'].flatMap(sources).flatMap(translated);
  const computed = found.filter(({ where, text }) => text === undefined && !where.startsWith(PASSES_ON));
  if (computed.length > 0)
    throw new Error(`write the text out at ${computed.map(one => one.where).join(', ')}`);
  const bundle = [...new Set(found.flatMap(({ text }) => text ?? []))].sort();
  return {
    'package.json': json(manifest),
    'package.nls.json': json(texts),
    'l10n/bundle.l10n.json': json(Object.fromEntries(bundle.map(text => [text, text]))),
  };
}

if (process.argv[1] === import.meta.filename) {
  for (const [name, text] of Object.entries(textFiles())) writeFileSync(join(root, name), text);
  say('package.json, package.nls.json and l10n/bundle.l10n.json are up to date.');
}
