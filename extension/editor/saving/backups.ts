/**
 * Unsaved edits as they are kept for the next start: the edits, never the bytes of the file. VS Code notes only now and then
 * which backup of a file is the last, and has the one before it removed at once: after a crash, and in a browser after a
 * reload, it asks for one that is gone, or for none. Hence a file's backups have its key and their time in their names, and
 * the last one counts, whichever is asked for.
 */
import * as vscode from 'vscode';
import type { MemoryDocument } from '../document/memoryDocument';
import { keyOf } from '../edits/journal';
import { readEdits, type SavedEdits, writeEdits } from '../edits/serializeEdits';
import { savedFile } from '../edits/storeEdits';
import { KeyedMutex } from '../../../core/mutex';

/** At the end of the name: the editor was closed since, and its edits were not wanted, as far as can be told. */
const CLOSED = '.closed';

interface Backup {
  readonly place: vscode.Uri;
  readonly time: number;
  readonly isClosed: boolean;
}

export class Backups {
  /** By name, of documents that are open: one of another view type has the same file, and edits of its own. */
  readonly #owners = new Map<string, MemoryDocument>();
  /** One thing at a time for each document, so that the later backup counts. */
  readonly #mutex = new KeyedMutex<MemoryDocument>();

  /** `folder` is where VS Code wants them. */
  constructor(private readonly folder: vscode.Uri) {}

  /** Puts the edits beside `destination`; those that were kept before go. */
  write(document: MemoryDocument, destination: vscode.Uri): Promise<vscode.CustomDocumentBackup> {
    return this.#mutex.runExclusive(document, async () => {
      const older = await this.#of(document.uri, document);
      const place = named(destination, `.${Date.now()}.${keyOf(document.uri.toString())}`);
      try {
        await vscode.workspace.fs.writeFile(place, Buffer.from(writeEdits(backupOf(document))));
      } catch (error) {
        // A half is worth nothing; the backup before it is still there.
        await this.#remove(place);
        throw error;
      }
      this.#owners.set(place.path, document);
      await Promise.all(older.map(one => this.#remove(one.place)));
      return { id: place.toString(), delete: () => void this.#remove(place) };
    });
  }

  /** Whether edits of this file were kept, of an editor that nobody closed. */
  async has(uri: vscode.Uri): Promise<boolean> {
    return (await this.#of(uri)).some(({ isClosed }) => !isClosed);
  }

  /**
   * Lays edits that were kept over the document: those with the id `asked`, or else the last. False where there are none: they
   * were saved, or undone. Rejects where they cannot be read.
   */
  async restore(document: MemoryDocument, asked?: string): Promise<boolean> {
    const all = (await this.#of(document.uri, document)).sort((a, b) => b.time - a.time);
    const found = all.find(({ place }) => place.toString() === asked) ?? all.at(0);
    if (!found) return false;
    this.#owners.set(found.place.path, document);
    const bytes = await vscode.workspace.fs.readFile(found.place);
    await document.restore(readEdits(Buffer.from(bytes).toString('utf8')));
    return true;
  }

  /** Nothing of a document is unsaved any more. */
  forget(document: MemoryDocument): Promise<void> {
    return this.#mutex.runExclusive(document, async () => {
      await Promise.all((await this.#of(document.uri, document)).map(one => this.#remove(one.place)));
    });
  }

  /** The last editor of a document is closed. VS Code may still ask for its edits: it may itself be about to end. */
  close(document: MemoryDocument): Promise<void> {
    return this.#mutex.runExclusive(document, async () => {
      const open = (await this.#of(document.uri, document)).filter(({ isClosed }) => !isClosed);
      await Promise.all(open.map(({ place }) => vscode.workspace.fs.rename(place, named(place, CLOSED))));
      for (const { place } of open) this.#owners.delete(place.path);
    });
  }

  /** The backups of a file that are no other document's than `document`'s. */
  async #of(uri: vscode.Uri, document?: MemoryDocument): Promise<Backup[]> {
    // No folder, no backups.
    const entries = await vscode.workspace.fs.readDirectory(this.folder).then(undefined, () => []);
    const form = new RegExp(`\\.(\\d+)\\.${keyOf(uri.toString())}(\\${CLOSED})?$`);
    return entries.flatMap(([name]) => {
      const found = form.exec(name);
      const place = vscode.Uri.joinPath(this.folder, name);
      const owner = this.#owners.get(place.path) ?? document;
      if (!found || owner !== document) return [];
      return [{ place, time: Number(found[1]), isClosed: name.endsWith(CLOSED) }];
    });
  }

  async #remove(place: vscode.Uri): Promise<void> {
    this.#owners.delete(place.path);
    await vscode.workspace.fs.delete(place).then(undefined, () => undefined);
  }
}

const named = (uri: vscode.Uri, end: string): vscode.Uri => uri.with({ path: uri.path + end });

/** What is unsaved, and of which file. */
export function backupOf({ byteLength, local, mode, editing }: MemoryDocument): SavedEdits {
  const file = local ? savedFile(local.identity) : { byteLength };
  return { file, mode, edits: editing.unsaved() };
}
