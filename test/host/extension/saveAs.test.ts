/** *Save As*: a copy of the file with its unsaved edits, while the file itself stays as it is. */
import assert from 'node:assert/strict';
import {
  chmodSync,
  linkSync,
  lstatSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as vscode from 'vscode';
import { MemoryDocument } from '../../../extension/editor/document/memoryDocument';
import { Journals } from '../../../extension/editor/edits/journal';
import { saveAs } from '../../../extension/editor/saving/saveAs';
import { asBytes } from './editing/asBytes';

describe('a copy that Save As writes', () => {
  const root = mkdtempSync(join(tmpdir(), 'ndarray-save-as-'));
  const documents: MemoryDocument[] = [];
  let count = 0;

  const journalsIn = (path: string): Journals => new Journals(join(path, 'journals'));
  const file = (): { path: string; place: string } => {
    const place = mkdtempSync(join(root, String(count++)));
    const path = join(place, 'x.dat');
    writeFileSync(
      path,
      Uint8Array.from({ length: 64 }, (_, k) => k),
    );
    return { path, place };
  };
  /** With byte 3 edited, to 99. */
  const edited = async (path: string): Promise<MemoryDocument> => {
    const document = new MemoryDocument(vscode.Uri.file(path), asBytes, 'r+');
    documents.push(document);
    await document.load();
    const edit = { byteOffset: 3, oldBytes: Uint8Array.of(3), newBytes: Uint8Array.of(99) };
    await document.edit([edit], 'Edit');
    return document;
  };

  afterEach(() => {
    for (const document of documents.splice(0)) document.dispose();
  });
  after(() => rmSync(root, { recursive: true, force: true }));

  it('may be of a read-only file', async () => {
    const { path, place } = file();
    const document = await edited(path);
    chmodSync(path, 0o444);
    const copy = join(place, 'copy.dat');
    await saveAs(document, vscode.Uri.file(copy), journalsIn(place));
    assert.equal(readFileSync(copy)[3], 99);
    assert.equal(readFileSync(path)[3], 3);
  });

  it('to its own file, by another name too, is a save in place', async () => {
    const { path, place } = file();
    const document = await edited(path);
    const { ino } = statSync(path);
    linkSync(path, join(place, 'same.dat'));
    await saveAs(document, vscode.Uri.file(join(place, 'same.dat')), journalsIn(place));
    assert.deepEqual([readFileSync(path)[3], statSync(path).ino], [99, ino]);
    assert.equal(document.editing.isDirty, false);
  });

  it('goes where a link leads, which stays one', async () => {
    const { path, place } = file();
    const [other, link] = [join(place, 'other.dat'), join(place, 'latest.dat')];
    writeFileSync(other, 'old');
    symlinkSync(other, link);
    await saveAs(await edited(path), vscode.Uri.file(link), journalsIn(place));
    assert.ok(lstatSync(link).isSymbolicLink());
    assert.equal(readFileSync(other)[3], 99);
  });
});
