/**
 * Where a document's bytes come from: positional reads of a local file, behind an LRU of pages; or, for every other
 * scheme (the `git:` side of a diff, a virtual file system), one read of the whole through `workspace.fs`.
 */
import * as vscode from 'vscode';
import type { ByteSource } from '../../../core/bytes';
import { InspectorError } from '../../../core/errors';
import { type FileIdentity, openFileSource } from '../../../core/file/source/fileSource';
import { memorySource } from '../../../core/file/source/memorySource';
import { pagedSource } from '../../../core/file/source/pagedSource';
import { PAGE_BYTES } from '../../../webview/protocol/schema';
import { writePermissionOf } from './writePermission';
import { havePagesChanged } from './changedPages';

/** The most that is read whole: 64 MiB. */
export const MAX_WHOLE_BYTES = 64 * 1024 * 1024;
/** Pages kept of a local file: 16 MiB. */
const MAX_CACHED_PAGES = 4096;

/** What writing needs to know of a local file. */
export interface LocalFile {
  readonly path: string;
  /** As of the last look. */
  readonly identity: FileIdentity;
  /** Whether it could be written to at the last look. */
  readonly isWritable: boolean;
}

export interface OpenedSource {
  /** The bytes as of the last look, but for those that were not read before. */
  readonly source: ByteSource;
  /** The bytes of now, read anew each time: less than asked for where the file ends before, whatever its last known size. */
  readonly uncached: ByteSource;
  /** Present for a file of a local disk. */
  readonly local?: LocalFile;
  /** What is worth saying about how the bytes are read. */
  readonly notes: readonly string[];
  /**
   * Looks at the file again: true where its bytes or size may have changed. Of the pages that are on screen the bytes
   * themselves are looked at. Rejects where it is gone or unreadable.
   */
  refresh(onScreen?: readonly number[]): Promise<boolean>;
  /** Forgets the bytes read so far. */
  invalidate(): void;
  close(): Promise<void>;
}

/** Opens `uri` for reading. Rejects with an `InspectorError` that says why it cannot be and what to do. */
export function openSource(uri: vscode.Uri): Promise<OpenedSource> {
  return uri.scheme === 'file' ? openLocal(uri.fsPath) : openWhole(uri);
}

async function openLocal(path: string): Promise<OpenedSource> {
  const file = await openFileSource(path);
  const source = pagedSource(file, { pageSize: PAGE_BYTES, maxPages: MAX_CACHED_PAGES });
  const fresh: ByteSource = {
    byteLength: Number.MAX_SAFE_INTEGER,
    read: (...range) => file.readAvailable(...range),
  };
  const permission = await writePermissionOf(path);
  return {
    source,
    uncached: fresh,
    local: {
      path,
      get identity() {
        return file.identity;
      },
      get isWritable() {
        return permission.isWritable;
      },
    },
    notes: [],
    refresh: async (onScreen = []) => {
      const { changed, missing } = await file.refresh();
      if (missing) throw gone(path);
      await permission.refresh();
      const isOther = changed || (await havePagesChanged(source, fresh, onScreen));
      if (isOther) source.invalidate();
      return isOther;
    },
    invalidate: () => source.invalidate(),
    close: () => file.close(),
  };
}

function gone(path: string): InspectorError {
  return new InspectorError('file-missing', vscode.l10n.t('{0} was deleted or moved', path), {
    action: vscode.l10n.t('Restore the file to show it again. Until then, the bytes last read are shown.'),
  });
}

async function openWhole(uri: vscode.Uri): Promise<OpenedSource> {
  const stat = async (): Promise<vscode.FileStat> => {
    try {
      return await vscode.workspace.fs.stat(uri);
    } catch (cause) {
      throw unreadable(uri, cause);
    }
  };
  let last = await stat();
  let source = memorySource(await readWhole(uri, last.size));
  return {
    get source() {
      return source;
    },
    get uncached() {
      return source;
    },
    notes: [vscode.l10n.t('Read-only: the file is not local and was loaded whole through {0}:', uri.scheme)],
    refresh: async () => {
      const now = await stat();
      const changed = now.mtime !== last.mtime || now.size !== last.size;
      if (changed) source = memorySource(await readWhole(uri, now.size));
      last = now;
      return changed;
    },
    invalidate: () => undefined,
    close: () => Promise.resolve(),
  };
}

/** All bytes of a file that should have `size`; not every file system knows before. */
async function readWhole(uri: vscode.Uri, size: number): Promise<Uint8Array> {
  checkSize(uri, size);
  let bytes: Uint8Array;
  try {
    bytes = await vscode.workspace.fs.readFile(uri);
  } catch (cause) {
    throw unreadable(uri, cause);
  }
  checkSize(uri, bytes.byteLength);
  return bytes;
}

function checkSize(uri: vscode.Uri, size: number): void {
  if (size <= MAX_WHOLE_BYTES) return;
  throw new InspectorError(
    'too-large',
    vscode.l10n.t(
      '{0} has {1} bytes, but files that are not local are loaded whole, up to 64 MiB',
      uri.toString(),
      size,
    ),
    { action: vscode.l10n.t('Copy it to a local folder and open it there.') },
  );
}

function unreadable(uri: vscode.Uri, cause: unknown): InspectorError {
  const missing = cause instanceof vscode.FileSystemError && cause.code === 'FileNotFound';
  return new InspectorError(
    missing ? 'file-missing' : 'file-unreadable',
    vscode.l10n.t(
      '{0} could not be read: {1}',
      uri.toString(),
      cause instanceof Error ? cause.message : String(cause),
    ),
    { cause, action: vscode.l10n.t('Check that it exists and is readable, then try again.') },
  );
}
