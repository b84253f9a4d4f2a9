#!/usr/bin/env node
/** `npm run sizes`: prints what is shipped and how large it is, and fails past the bounds. Units: KB of 1000 bytes. */
import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { root } from './paths.mjs';
import { Unavailable, say } from './processes.mjs';
import { entries, packageExtension } from './vsix.mjs';

const vsixLimit = 300_000;
const webviewLimit = 60_000;

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
  for (const { name, bytes } of entries(readFileSync(vsix)))
    say(`     ${name} ${(bytes.length / 1000).toFixed(1)} KB`);
  const checks = [
    within('VSIX', statSync(vsix).size, vsixLimit),
    within('webview, gzip', gzipped('webview.js', 'webview.css'), webviewLimit),
  ];
  process.exitCode = checks.every(Boolean) ? 0 : 1;
} catch (error) {
  say(error instanceof Unavailable ? error.message : error.stack);
  process.exitCode = 1;
}
