/**
 * Hot-exit backups: the unsaved edits of a document, never the bytes of its file. VS Code records only now and then which
 * backup is a file's last, and has the one before it deleted at once: after a crash, and after a reload in a browser, it asks
 * for a backup that is gone, or for none. The names of backups therefore hold the file's key and the time, and the last one
 * is restored, whichever VS Code asks for.
 */
import * as vscode from 'vscode';
import type { MemoryDocument } from '../document/memoryDocument';
import { storageKey } from '../edits/journal';
import { parseEdits, type SerializedEdits, serializeEdits } from '../edits/serializeEdits';
import { serializedIdentity } from '../edits/storeEdits';
import { KeyedMutex } from '../../../core/mutex';

/** Suffix of a backup whose editor was closed since: its edits were probably discarded. */
const CLOSED = '.closed';

interface Backup {
  readonly uri: vscode.Uri;
  readonly time: number;
  readonly isClosed: boolean;
}

/** The backups in `folder`. */
export class Backups {
  /** The open document of each backup, by path: a document of the other view type may have other edits of the same file. */
  readonly #owners = new Map<string, MemoryDocument>();
  /** The later backup of a document must win. */
  readonly #mutex = new KeyedMutex<MemoryDocument>();

  /** `folder` is the one that VS Code's destinations lie in. */
  constructor(private readonly folder: vscode.Uri) {}

  /** Writes the edits to a file beside `destination`, and deletes older backups of the document. */
  write(document: MemoryDocument, destination: vscode.Uri): Promise<vscode.CustomDocumentBackup> {
    return this.#mutex.runExclusive(document, async () => {
      const older = await this.#list(document.uri, document);
      const uri = named(destination, `.${Date.now()}.${storageKey(document.uri.toString())}`);
      try {
        await vscode.workspace.fs.writeFile(uri, Buffer.from(serializeEdits(backupOf(document))));
      } catch (error) {
        // A partial backup is useless; the one before it is still there.
        await this.#remove(uri);
        throw error;
      }
      this.#owners.set(uri.path, document);
      await Promise.all(older.map(one => this.#remove(one.uri)));
      return { id: uri.toString(), delete: () => void this.#remove(uri) };
    });
  }

  /** Whether there is a backup of this file whose editor was not closed. */
  async has(uri: vscode.Uri): Promise<boolean> {
    return (await this.#list(uri)).some(({ isClosed }) => !isClosed);
  }

  /**
   * Restores the backup with the id `requested`, or else the last one. Resolves to false where there is none: the edits were
   * saved or undone. Rejects where the backup cannot be read.
   */
  async restore(document: MemoryDocument, requested?: string): Promise<boolean> {
    const all = (await this.#list(document.uri, document)).sort((a, b) => b.time - a.time);
    const found = all.find(({ uri }) => uri.toString() === requested) ?? all.at(0);
    if (!found) return false;
    this.#owners.set(found.uri.path, document);
    const bytes = await vscode.workspace.fs.readFile(found.uri);
    await document.restore(parseEdits(Buffer.from(bytes).toString('utf8')));
    return true;
  }

  /** Deletes the backups of a document that has no unsaved edits any more. */
  forget(document: MemoryDocument): Promise<void> {
    return this.#mutex.runExclusive(document, async () => {
      await Promise.all((await this.#list(document.uri, document)).map(one => this.#remove(one.uri)));
    });
  }

  /** Marks the backups of a document whose last editor was closed. VS Code may still ask for them, if it is shutting down. */
  close(document: MemoryDocument): Promise<void> {
    return this.#mutex.runExclusive(document, async () => {
      const open = (await this.#list(document.uri, document)).filter(({ isClosed }) => !isClosed);
      await Promise.all(open.map(({ uri }) => vscode.workspace.fs.rename(uri, named(uri, CLOSED))));
      for (const { uri } of open) this.#owners.delete(uri.path);
    });
  }

  /** The backups of a file that do not belong to another document than `document`. */
  async #list(uri: vscode.Uri, document?: MemoryDocument): Promise<Backup[]> {
    const entries = await vscode.workspace.fs.readDirectory(this.folder).then(undefined, () => []);
    const pattern = new RegExp(`\\.(\\d+)\\.${storageKey(uri.toString())}(\\${CLOSED})?$`);
    return entries.flatMap(([name]) => {
      const found = pattern.exec(name);
      const uri = vscode.Uri.joinPath(this.folder, name);
      const owner = this.#owners.get(uri.path) ?? document;
      if (!found || owner !== document) return [];
      return [{ uri, time: Number(found[1]), isClosed: name.endsWith(CLOSED) }];
    });
  }

  async #remove(uri: vscode.Uri): Promise<void> {
    this.#owners.delete(uri.path);
    await vscode.workspace.fs.delete(uri).then(undefined, () => undefined);
  }
}

const named = (uri: vscode.Uri, end: string): vscode.Uri => uri.with({ path: uri.path + end });

/** The unsaved edits of a document, with the identity of its file. */
export function backupOf({ byteLength, local, mode, editing }: MemoryDocument): SerializedEdits {
  const file = local ? serializedIdentity(local.identity) : { byteLength };
  return { file, mode, edits: editing.unsavedEdits() };
}
