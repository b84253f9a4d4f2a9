/**
 * Write-ahead journals of saves: each is on disk before the first byte of its file is written, and removed after the last.
 * One that a crash leaves behind is offered when the file is opened next, and never replayed without asking. Every save has
 * its own journal; an older one that the user has not decided on stays.
 */
import { createHash, randomBytes } from 'node:crypto';
import { mkdir, open, readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { FileIdentity } from '../../../core/file/source/openFile';
import { writeError } from '../../../core/file/source/writeErrors';
import { parseEdits, type SerializedEdits, serializeEdits } from './serializeEdits';

/** A journal on disk: its path and the edits of its save. */
export interface Journal {
  readonly path: string;
  readonly contents: SerializedEdits;
}

const PARTIAL = '.partial';
/** A partial journal older than this is not being written any more. */
const STALE_MS = 24 * 60 * 60 * 1000;

/** The journals in `folder`. */
export class Journals {
  /** Journals of saves that failed halfway in this process, by URI: the next successful save contains their edits. */
  readonly #failed = new Map<string, string[]>();

  constructor(private readonly folder: string) {}

  /** Writes a journal to disk, whole or not at all, and returns its path. */
  async write(uri: string, saved: SerializedEdits): Promise<string> {
    const name = `${storageKey(uri)}.${Date.now()}-${randomBytes(4).toString('hex')}.json`;
    const path = join(this.folder, name);
    try {
      await mkdir(this.folder, { recursive: true });
      await writeSynced(path + PARTIAL, serializeEdits(saved));
      await rename(path + PARTIAL, path);
      await syncFolder(this.folder);
    } catch (cause) {
      await rm(path + PARTIAL, { force: true });
      throw writeError(this.folder, cause);
    }
    return path;
  }

  /**
   * The journals of interrupted saves of `uri`, and of the same file under another name, oldest first. Journals that cannot
   * be read are skipped.
   */
  async read(uri: string, identity?: FileIdentity): Promise<Journal[]> {
    const names = await readdir(this.folder).catch((): string[] => []);
    const found: Journal[] = [];
    for (const name of names.sort(byTime)) {
      const path = join(this.folder, name);
      const isForUri = name.startsWith(storageKey(uri));
      if (name.endsWith(PARTIAL)) {
        if (isForUri) await removeStale(path);
        continue;
      }
      const saved = await readSaved(path).catch(ignore);
      if (saved && (isForUri || isOf(saved, identity))) found.push({ path, contents: saved });
    }
    return found;
  }

  /** Deletes the journal at `path`, if it exists. */
  async remove(path: string): Promise<void> {
    await rm(path, { force: true });
  }

  /** Keeps the journal at `path` of a save that failed halfway, until a save of `uri` succeeds. */
  retain(uri: string, path: string): void {
    this.#failed.set(uri, [...(this.#failed.get(uri) ?? []), path]);
  }

  /** Removes the journal at `path` of a successful save of `uri`, and those of its failed attempts. */
  async complete(uri: string, path: string): Promise<void> {
    const failed = this.#failed.get(uri) ?? [];
    this.#failed.delete(uri);
    for (const one of [...failed, path]) await this.remove(one);
  }
}

const ignore = (): void => undefined;

/** A name is a key, a dot, the time in milliseconds and a random suffix. */
const timeIn = (name: string): string => name.slice(name.indexOf('.') + 1);
const byTime = (a: string, b: string): number => timeIn(a).localeCompare(timeIn(b));

const isOf = ({ file }: SerializedEdits, identity?: FileIdentity): boolean =>
  identity !== undefined && file.dev === String(identity.dev) && file.ino === String(identity.ino);

/** The key of a file in the names of its journals and backups: a hash of its URI, hexadecimal. */
export function storageKey(uri: string): string {
  return createHash('sha256').update(uri).digest('hex').slice(0, 32);
}

async function readSaved(path: string): Promise<SerializedEdits> {
  return parseEdits(await readFile(path, 'utf8'));
}

async function writeSynced(path: string, text: string): Promise<void> {
  const handle = await open(path, 'w');
  try {
    await handle.writeFile(text);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Flushes the folder's entries to disk, where the system supports that. */
async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r').catch(ignore);
  await handle?.sync().catch(ignore);
  await handle?.close();
}

/** Removes a partial journal of a process that ended while writing it: no byte of the file was written by then. */
async function removeStale(path: string): Promise<void> {
  const stats = await stat(path).catch(ignore);
  if (stats && Date.now() - stats.mtimeMs > STALE_MS) await rm(path, { force: true });
}
