#!/usr/bin/env node
/**
 * `npm run build:kernels`: compiles assembly/*.ts to WebAssembly and puts the module, as text, into moduleText.ts. With
 * `--check` nothing is written, and the exit code is 1 where that file is not what the sources make.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));
const compiler = join(
  dirname(createRequire(import.meta.url).resolve('assemblyscript/package.json')),
  'bin',
  'asc.js',
);
// 5 MiB that never grow: no view of them is ever detached.
const PAGES = '80';
const options = ['--runtime', 'stub', '--noAssert', '--enable', 'simd', '-O3', '--converge'];

function compiled() {
  const folder = mkdtempSync(join(tmpdir(), 'kernels-'));
  try {
    const memory = ['--initialMemory', PAGES, '--maximumMemory', PAGES];
    const file = join(folder, 'kernels.wasm');
    const entry = join(here, 'assembly', 'index.ts');
    execFileSync(process.execPath, [compiler, entry, '-o', file, ...options, ...memory], {
      stdio: 'inherit',
    });
    return readFileSync(file);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const target = join(here, 'moduleText.ts');
const text = `/** The kernels' module in hexadecimal, which is packed better than base64; \`npm run build:kernels\` makes it of assembly/. */
export const MODULE_TEXT =
  '${compiled().toString('hex')}';
`;
const isSame = existsSync(target) && readFileSync(target, 'utf8') === text;
if (process.argv.includes('--check')) process.exitCode = isSame ? 0 : 1;
else if (!isSame) writeFileSync(target, text);
