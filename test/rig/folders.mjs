#!/usr/bin/env node
/** `npm run folders`: prints the table of folders.json into ARCHITECTURE.md. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { format, resolveConfig } from 'prettier';
import { root } from './paths.mjs';

const architecture = join(root, 'ARCHITECTURE.md');
export const folders = JSON.parse(readFileSync(join(root, 'folders.json'), 'utf8'));

const layerOf = path => path.slice(0, path.indexOf('/'));
/** A path without its layer and its ending. */
const nameOf = path => path.slice(path.indexOf('/') + 1).replace(/(\/|\.tsx?)$/, '');

/** What a row imports: of its own layer, then of the others, each layer named once. */
function importsText({ path, imports }) {
  const layers = [layerOf(path), ...new Set(imports.map(layerOf).filter(layer => layer !== layerOf(path)))];
  const parts = layers.map(layer => {
    const names = imports.filter(one => layerOf(one) === layer).map(nameOf);
    if (names.length === 0) return '';
    return layer === layerOf(path) ? names.join(' ') : `_${layer}:_ ${names.join(' ')}`;
  });
  return parts.filter(Boolean).join(' ') || '–';
}

function table(layer) {
  const rows = folders.filter(({ path }) => layerOf(path) === layer);
  const cells = rows.map(row => [`**${nameOf(row.path)}**`, row.job, importsText(row)]);
  return [['', 'its one job', 'imports'], ['---', '---', '---'], ...cells]
    .map(row => `| ${row.join(' | ')} |`)
    .join('\n');
}

/** ARCHITECTURE.md with the tables as folders.json has them. */
export async function architectureText() {
  const tables = ['core', 'webview', 'extension'].map(layer => `### ${layer}/\n\n${table(layer)}`);
  const text = readFileSync(architecture, 'utf8');
  const pattern = /(<!-- folders -->\n)[^]*(<!-- \/folders -->)/;
  if (!pattern.test(text))
    throw new Error('ARCHITECTURE.md has lost the marks between which its tables stand');
  const next = text.replace(pattern, (_all, begin, end) => `${begin}\n${tables.join('\n\n')}\n\n${end}`);
  return format(next, { ...(await resolveConfig(architecture)), filepath: architecture });
}

if (process.argv[1] === import.meta.filename)
  architectureText().then(text => writeFileSync(architecture, text));
