/**
 * The journals of saves: each on the disk before the first byte of its file is written, gone after the last. What a crash
 * leaves is offered at the next opening, and never replayed unasked. A save has a journal of its own: one that was left
 * before it, and not answered for yet, stays.
 */
import { createHash, randomBytes } from 'node:crypto';
import { mkdir, open, readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { FileIdentity } from '../../../core/file/source/openFile';
import { writeError } from '../../../core/file/source/writeErrors';
import { readEdits, type SavedEdits, writeEdits } from './serializeEdits';

export interface Journal {
  readonly path: string;
  readonly saved: SavedEdits;
}

const PARTIAL = '.partial';
/** A journal that is still being written is not that old. */
const STALE_MS = 24 * 60 * 60 * 1000;

export class Journals {
  /** Of saves that failed half way here, by URI: the next that succeeds has all that they were to write. */
  readonly #failed = new Map<string, string[]>();

  constructor(private readonly folder: string) {}

  /** Puts a journal on the disk, whole or not at all; its path. */
  async write(uri: string, saved: SavedEdits): Promise<string> {
    const name = `${keyOf(uri)}.${Date.now()}-${randomBytes(4).toString('hex')}.json`;
    const path = join(this.folder, name);
    try {
      await mkdir(this.folder, { recursive: true });
      await writeSynced(path + PARTIAL, writeEdits(saved));
      await rename(path + PARTIAL, path);
      await syncFolder(this.folder);
    } catch (cause) {
      await rm(path + PARTIAL, { force: true });
      throw writeError(this.folder, cause);
    }
    return path;
  }

  /**
   * What interrupted saves of `uri` were to write, and of the same file under another name, the oldest first. What cannot
   * be read is left where it is.
   */
  async read(uri: string, identity?: FileIdentity): Promise<Journal[]> {
    const names = await readdir(this.folder).catch((): string[] => []);
    const found: Journal[] = [];
    for (const name of names.sort(byTime)) {
      const path = join(this.folder, name);
      const isNamed = name.startsWith(keyOf(uri));
      if (name.endsWith(PARTIAL)) {
        if (isNamed) await removeStale(path);
        continue;
      }
      const saved = await readSaved(path).catch(ignore);
      if (saved && (isNamed || isOf(saved, identity))) found.push({ path, saved });
    }
    return found;
  }

  async remove(path: string): Promise<void> {
    await rm(path, { force: true });
  }

  /** The save of `path` has not written everything, and is not over: its edits are still there to be saved again. */
  keep(uri: string, path: string): void {
    this.#failed.set(uri, [...(this.#failed.get(uri) ?? []), path]);
  }

  /** A save of `uri` has written everything: its own journal and those of the tries before it go. */
  async done(uri: string, path: string): Promise<void> {
    const failed = this.#failed.get(uri) ?? [];
    this.#failed.delete(uri);
    for (const one of [...failed, path]) await this.remove(one);
  }
}

const ignore = (): void => undefined;

/** Names are a key, a point, and what begins with the time. */
const timeIn = (name: string): string => name.slice(name.indexOf('.') + 1);
const byTime = (a: string, b: string): number => timeIn(a).localeCompare(timeIn(b));

const isOf = ({ file }: SavedEdits, identity?: FileIdentity): boolean =>
  identity !== undefined && file.dev === String(identity.dev) && file.ino === String(identity.ino);

/** What a file is called in the names of what is kept for it. */
export function keyOf(uri: string): string {
  return createHash('sha256').update(uri).digest('hex').slice(0, 32);
}

async function readSaved(path: string): Promise<SavedEdits> {
  return readEdits(await readFile(path, 'utf8'));
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

/** Makes sure that a new name in the folder is on the disk too; not every system can. */
async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r').catch(ignore);
  await handle?.sync().catch(ignore);
  await handle?.close();
}

/** A process that ended while it wrote a journal left this: no byte of the file was written yet. */
async function removeStale(path: string): Promise<void> {
  const stats = await stat(path).catch(ignore);
  if (stats && Date.now() - stats.mtimeMs > STALE_MS) await rm(path, { force: true });
}
