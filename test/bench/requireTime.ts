/** How long `require()` of the extension's bundle takes in a fresh Node, with an empty `vscode`. */
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { root } from '../ui/harness/rig';
import { median } from './median';

const ROUNDS = 15;

const program = `
const Module = require('node:module');
const load = Module._load;
const empty = new Proxy(function () {}, { get: () => empty, apply: () => empty, construct: () => empty });
Module._load = function (name, ...rest) { return name === 'vscode' ? empty : load.call(this, name, ...rest); };
const start = performance.now();
require(process.argv[1]);
console.log(performance.now() - start);
`;

/** Milliseconds, median of fresh processes. */
export function requireTime(): number {
  const bundle = join(root, 'dist', 'extension.js');
  const once = (): number =>
    Number(execFileSync(process.execPath, ['-e', program, bundle], { encoding: 'utf8' }));
  return median(Array.from({ length: ROUNDS }, once));
}
