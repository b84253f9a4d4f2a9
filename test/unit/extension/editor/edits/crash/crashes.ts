/** Saves by another process, killed (`SIGKILL`) after a while or once a certain edit has arrived in the file. */
import { spawn } from 'node:child_process';
import { closeSync, mkdirSync, openSync, readSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { Journals } from '../../../../../../extension/editor/edits/journal';
import { serializeEdits } from '../../../../../../extension/editor/edits/serializeEdits';
import type { Edit } from '../../../../../../webview/protocol/requestParams';

const FILE_BYTES = 2 * 1024 * 1024;
const SMALL_EDITS = 1500;
/** Of the edits that a kill can tear. */
const LARGE_BYTES = 200 * 1024;

export interface Case {
  readonly path: string;
  readonly folder: string;
  readonly journals: Journals;
  readonly edits: readonly Edit[];
  readonly before: Uint8Array;
  readonly after: Uint8Array;
}

/** A file, and edits all over it; `chance(n)` draws a whole number below `n`. */
export function makeCase(root: string, chance: (below: number) => number): Case {
  const folder = join(root, 'journals');
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder);
  const before = Uint8Array.from({ length: FILE_BYTES }, (_, k) => (k * 31) % 256);
  const edits: Edit[] = [];
  const step = Math.floor(FILE_BYTES / SMALL_EDITS);
  for (let k = 0; k < SMALL_EDITS; k++) {
    const isLarge = k === 500 || k === 1000;
    const byteOffset = k * step + chance(100);
    const length = isLarge ? LARGE_BYTES : 1 + chance(40);
    const oldBytes = before.slice(byteOffset, byteOffset + length);
    // Every byte is another than before: whose it is can be told.
    edits.push({ byteOffset, oldBytes, newBytes: oldBytes.map(byte => byte ^ 0xff) });
    if (isLarge) k += Math.ceil(LARGE_BYTES / step);
  }
  const after = before.slice();
  for (const { byteOffset, newBytes } of edits) after.set(newBytes, byteOffset);
  const path = join(root, 'x.dat');
  writeFileSync(path, before);
  writeFileSync(join(root, 'edits.json'), serializeEdits({ file: { byteLength: FILE_BYTES }, edits }));
  return { path, folder, journals: new Journals(folder), edits, before, after };
}

/** When to kill: so many milliseconds after it began, or as soon as the edit of that number has arrived. */
export type When = { readonly milliseconds: number } | { readonly edit: number };

/** Whether it got to its end before it was killed, and how long it ran, in milliseconds. */
export async function runAndKill(
  what: 'save' | 'finish',
  { path, folder, edits }: Case,
  when?: When,
): Promise<{ readonly isDone: boolean; readonly milliseconds: number }> {
  const program = join(__dirname, 'saver.js');
  const args = [program, what, path, folder, join(path, '..', 'edits.json')];
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
  const ended = new Promise(accept => child.once('close', accept));
  let isDone = false;
  let started = 0;
  createInterface(child.stdout).on('line', line => {
    if (line === 'done') isDone = true;
    if (line !== 'go') return;
    started = performance.now();
    if (!when) return;
    if ('milliseconds' in when) setTimeout(() => child.kill('SIGKILL'), when.milliseconds);
    else {
      waitFor(path, edits[when.edit]);
      child.kill('SIGKILL');
    }
  });
  await ended;
  return { isDone, milliseconds: performance.now() - started };
}

/** Looks at the file again and again, without a pause, until the edit begins to be there. */
function waitFor(path: string, { byteOffset, newBytes }: Edit): void {
  const file = openSync(path, 'r');
  const byte = new Uint8Array(1);
  const deadline = performance.now() + 20_000;
  while (byte[0] !== newBytes[0] && performance.now() < deadline) readSync(file, byte, 0, 1, byteOffset);
  closeSync(file);
}
