/**
 * The same 400 MB file in this editor and in VS Code's hex editor, one after the other in the same VS Code: opening it,
 * jumping to its end, saving one changed byte. `NDARRAY_HEX_EDITOR` names the folder of a hex editor that was built.
 */
import { closeSync, ftruncateSync, mkdtempSync, openSync, readSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Frame, Locator } from 'playwright-core';
import { startWorkbench, type Workbench } from '../ui/harness/workbench';
import { until } from '../ui/harness/waiting';
import { rowActedAt, rowSeenAt, wantRow } from './hex/rows';
import { median, table } from './median';

const ROUNDS = Number(process.env.NDARRAY_BENCH_ROUNDS ?? 7);
const BYTES = 400_000_000;
const COLUMNS = 100;

/** What differs between the two: the marks of a row, the texts of the same bytes, where a byte is typed. */
interface Editor {
  readonly name: string;
  readonly rows: string;
  readonly first: string;
  readonly last: string;
  readonly toEnd: string;
  /** What is clicked, so that keys go there. */
  readonly firstItem: (frame: Frame) => Locator;
  readonly lastByte: (frame: Frame) => Locator;
  readonly workbench: Workbench;
  readonly times: { readonly open: number[]; readonly end: number[]; readonly save: number[] };
}

/** A sparse file with the float32 numbers k / 1000 at both ends. */
function makeFile(path: string): void {
  const file = openSync(path, 'w');
  const numbers = new Float32Array(1000).map((_, k) => k / 1000);
  ftruncateSync(file, BYTES);
  writeSync(file, numbers, 0, numbers.byteLength, 0);
  writeSync(file, numbers, 0, numbers.byteLength, BYTES - numbers.byteLength);
  closeSync(file);
}

function lastByteOf(path: string): number {
  const file = openSync(path, 'r');
  const byte = new Uint8Array(1);
  readSync(file, byte, 0, 1, BYTES - 1);
  closeSync(file);
  return byte[0];
}

async function ours(folder: string): Promise<Editor> {
  const layouts = [{ files: '*.dat', dtype: 'float32', shape: [-1, COLUMNS] }];
  return {
    name: 'NDArray Inspector',
    rows: '[role=grid][aria-label=Values] [role=row]',
    first: '0.001',
    last: '0.999',
    toEnd: 'Control+End',
    firstItem: frame => frame.locator('[data-row="0"][data-column="1"]'),
    lastByte: frame =>
      frame.getByRole('grid', { name: 'Bytes' }).locator(`[data-byte-offset="${BYTES - 1}"]`),
    workbench: await startWorkbench({ folder, settings: { 'ndarrayInspector.layouts': layouts } }),
    times: { open: [], end: [], save: [] },
  };
}

async function theirs(folder: string, extensionPath: string): Promise<Editor> {
  const settings = {
    'workbench.editorAssociations': { '*.dat': 'hexEditor.hexedit' },
    'hexeditor.maxFileSize': 1000,
  };
  return {
    name: 'hex editor',
    rows: 'div:has(> div > [class*="address"])',
    first: '6F12833A',
    last: '77BE7F3F',
    toEnd: 'End',
    firstItem: frame => frame.getByText('6F', { exact: true }).first(),
    lastByte: frame => frame.getByText('3F', { exact: true }).last(),
    workbench: await startWorkbench({ folder, extensionPath, settings }),
    times: { open: [], end: [], save: [] },
  };
}

/** From the click to the first bytes, from the key to the last: milliseconds, and the frame that shows them. */
async function openAndGoToEnd({ workbench, ...editor }: Editor): Promise<[number, number, Frame]> {
  const main = workbench.page.mainFrame();
  await wantRow(main, { rows: 'nothing', texts: [] });
  await workbench.openFile('large.dat');
  const frame = await workbench.webview();
  await wantRow(frame, { rows: editor.rows, texts: [editor.first] });
  const open = (await rowSeenAt(frame)) - (await rowActedAt(main));
  await editor.firstItem(frame).click();
  await wantRow(frame, { rows: editor.rows, texts: [editor.last] });
  await workbench.page.keyboard.press(editor.toEnd);
  return [open, (await rowSeenAt(frame)) - (await rowActedAt(frame)), frame];
}

/** Types another last byte and saves: milliseconds until the file has it and the tab says so. */
async function saveOneByte({ workbench, lastByte }: Editor, frame: Frame, path: string): Promise<number> {
  const { page } = workbench;
  const wanted = lastByteOf(path) ^ 1;
  await lastByte(frame).click();
  await page.keyboard.type(wanted.toString(16).padStart(2, '0'));
  const dirty = page.locator('.tab.active.dirty');
  await dirty.waitFor();
  const before = Date.now();
  await page.keyboard.press('Control+s');
  await dirty.waitFor({ state: 'detached' });
  const took = Date.now() - before;
  await until('the byte in the file', () => (lastByteOf(path) === wanted ? true : undefined));
  return took;
}

async function measureOnce(editor: Editor, path: string, isKept: boolean): Promise<void> {
  makeFile(path);
  const [open, end, frame] = await openAndGoToEnd(editor);
  const save = await saveOneByte(editor, frame, path);
  await editor.workbench.closeEditors();
  if (!isKept) return;
  const { times } = editor;
  times.open.push(open);
  times.end.push(end);
  times.save.push(save);
}

function report([own, other]: readonly Editor[]): string {
  const labels = { open: 'open, to the first bytes', end: 'jump to the end', save: 'save one byte' };
  const rows = (['open', 'end', 'save'] as const).map(what => {
    const [a, b] = [median(own.times[what]), median(other.times[what])];
    return [labels[what], `${b} ms`, `${a} ms`, (a / b).toFixed(2)];
  });
  return table(['400 MB', other.name, own.name, 'this ÷ hex editor'], rows);
}

async function main(): Promise<void> {
  const hexEditor = process.env.NDARRAY_HEX_EDITOR;
  if (!hexEditor) {
    console.log('Skipped: NDARRAY_HEX_EDITOR names no folder of a built hex editor.');
    return;
  }
  const folder = mkdtempSync(join(tmpdir(), 'ndarray-bench-'));
  const editors: Editor[] = [];
  try {
    makeFile(join(folder, 'large.dat'));
    editors.push(await ours(folder), await theirs(folder, hexEditor));
    for (let round = -1; round < ROUNDS; round++)
      for (const editor of editors) await measureOnce(editor, join(folder, 'large.dat'), round >= 0);
    console.log(`\n${report(editors)}\n\nMedians of ${ROUNDS} rounds.`);
  } finally {
    for (const { workbench } of editors) await workbench.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

void main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
