#!/usr/bin/env node
/**
 * `npm run pictures`: takes the pictures of `media/` anew, from the real thing: those of the walkthrough and the README,
 * and the icon. Names after the command choose: `npm run pictures -- icon editor debugger`.
 */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { parseArguments } from './arguments.mjs';
import { ensureCompiled } from './build.mjs';
import { ensureDependencies } from './dependencies.mjs';
import { ensureWebHostAndBrowser } from './host.mjs';
import { root } from './paths.mjs';
import { Unavailable, say, tool } from './processes.mjs';
import { ensureDebugPython } from './python.mjs';
import { ensureSample } from './sample.mjs';

const suffix = '.pictures.ts';
const folder = join('test', 'ui', 'pictures');

function chosen(wanted) {
  const names = readdirSync(join(root, folder)).flatMap(name =>
    name.endsWith(suffix) ? [name.slice(0, -suffix.length)] : [],
  );
  const unknown = wanted.filter(name => !names.includes(name));
  if (unknown.length > 0)
    throw new Unavailable(`There are no pictures of ${unknown.join(', ')}, but of ${names.join(', ')}.`);
  return wanted.length > 0 ? wanted : names;
}

async function main() {
  const { parts, rest } = parseArguments(process.argv.slice(2));
  const names = chosen(parts);
  await ensureDependencies();
  await ensureCompiled();
  await ensureSample();
  const { chromium } = await ensureWebHostAndBrowser();
  const env = { NDARRAY_CHROMIUM: chromium, NDARRAY_TEST_PYTHON: (await ensureDebugPython()) ?? 'no-python' };
  const files = names.map(name => join('out', folder, `${name}.pictures.js`));
  return (await tool('mocha', [...rest, ...files], { env })).code;
}

process.exit(
  await main().catch(error => {
    say(error instanceof Unavailable ? error.message : error.stack);
    return 1;
  }),
);
