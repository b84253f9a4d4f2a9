#!/usr/bin/env node
/** `npm run sizes`: prints what is shipped and how large it is, and fails past the bounds. Units: KB of 1000 bytes. */
import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { root } from './paths.mjs';
import { Unavailable, say } from './processes.mjs';
import { entries, packageExtension } from './vsix.mjs';

const vsixLimit = 900_000;
/** What is loaded before the first bytes are drawn. */
const webviewLimit = 64_000;
const pictureLimit = 40_000;
const isPicture = /\/media\/.*\.(png|webp)$/;

function gzipped(...names) {
  const files = names.map(name => join(root, 'dist', name)).filter(path => existsSync(path));
  return files.reduce((sum, path) => sum + gzipSync(readFileSync(path), { level: 9 }).length, 0);
}

/** Prints one line; true if it is within its bound. */
function within(what, size, limit) {
  const ok = size > 0 && size <= limit;
  say(`${ok ? 'ok  ' : 'FAIL'} ${what}: ${(size / 1000).toFixed(1)} KB of ${limit / 1000} KB`);
  return ok;
}

try {
  const vsix = await packageExtension();
  const shipped = [...entries(readFileSync(vsix))];
  for (const { name, bytes } of shipped) say(`     ${name} ${(bytes.length / 1000).toFixed(1)} KB`);
  const pictures = shipped.filter(({ name }) => isPicture.test(name));
  const inPictures = pictures.reduce((sum, { packed }) => sum + packed, 0);
  const checks = [
    within('VSIX without pictures', statSync(vsix).size - inPictures, vsixLimit),
    within(
      'the largest of its pictures',
      Math.max(...pictures.map(({ bytes }) => bytes.length)),
      pictureLimit,
    ),
    within('first webview bundle, gzip', gzipped('webview.js', 'webview.css'), webviewLimit),
  ];
  say(`     VSIX with ${pictures.length} pictures: ${(statSync(vsix).size / 1000).toFixed(1)} KB`);
  process.exitCode = checks.every(Boolean) ? 0 : 1;
} catch (error) {
  say(error instanceof Unavailable ? error.message : error.stack);
  process.exitCode = 1;
}
