/** Checks the path of a file that a command is to write. Independent of VS Code. */
import { access, constants, realpath, stat, statfs } from 'node:fs/promises';
import { homedir } from 'node:os';
import { dirname, isAbsolute, join, resolve } from 'node:path';
import { InspectorError } from '../../../core/errors';
import { bytesText } from '../../../core/text/size';
import { t } from '../../l10n';

/** A path where a file can be written. */
export interface CheckedPath {
  /** Absolute. */
  readonly path: string;
  /** Whether a file exists there, which would be replaced. */
  readonly exists: boolean;
}

/** Returns `typed` as an absolute path: `~` is the home folder, relative paths start at `folder`. */
export function absolutePath(typed: string, folder: string): string {
  const text = typed.trim();
  if (/^~(?=$|[\\/])/.test(text)) return join(homedir(), text.slice(1));
  return isAbsolute(text) ? resolve(text) : resolve(folder, text);
}

/** Checks the path `typed`. Rejects where no file can be written there, and where it is one of `sources`. */
export async function checkPath(
  typed: string,
  folder: string,
  sources: readonly string[] = [],
): Promise<CheckedPath> {
  if (typed.trim() === '') {
    throw new InspectorError('invalid-input', t('a file name is required'), { action: t('Enter a name.') });
  }
  const path = absolutePath(typed, folder);
  const there = await stat(path, { bigint: true }).catch(() => undefined);
  if (there?.isDirectory()) {
    throw new InspectorError('not-a-file', t('{0} is a folder', path), {
      action: t('Enter the name of a file in it.'),
    });
  }
  if (there && !there.isFile()) {
    throw new InspectorError('not-a-file', t('{0} is not a regular file', path), {
      action: t('Enter another name.'),
    });
  }
  await checkFolder(path);
  for (const source of sources) if (await isSame(path, source)) throw sourceFileError(path);
  return { path, exists: there !== undefined };
}

async function checkFolder(path: string): Promise<void> {
  const folder = dirname(path);
  const stats = await stat(folder).catch(() => undefined);
  if (!stats?.isDirectory()) {
    throw new InspectorError('file-missing', t('the folder {0} does not exist', folder), {
      action: t('Create it first, or enter another one.'),
    });
  }
  await access(folder, constants.W_OK).catch(() => {
    throw new InspectorError('file-unwritable', t('no permission to write to {0}', folder), {
      action: t('Choose another folder.'),
    });
  });
}

/** Whether two paths lead to the same file, also through symbolic or hard links. */
async function isSame(a: string, b: string): Promise<boolean> {
  const [one, two] = await Promise.all([a, b].map(path => realpath(path).catch(() => path)));
  if (one === two) return true;
  const [first, second] = await Promise.all(
    [one, two].map(path => stat(path, { bigint: true }).catch(() => undefined)),
  );
  return first !== undefined && first.ino !== 0n && first.ino === second?.ino && first.dev === second.dev;
}

function sourceFileError(path: string): InspectorError {
  return new InspectorError('invalid-input', t('{0} is the source file', path), {
    action: t('Enter another name; the source file is never overwritten.'),
  });
}

/** Rejects with `too-large` where the disk of `path` has less than `byteLength` bytes free. */
export async function checkFreeSpace(path: string, byteLength: number): Promise<void> {
  const disk = await statfs(dirname(path)).catch(() => undefined);
  if (!disk) return;
  const free = disk.bavail * disk.bsize;
  if (byteLength <= free) return;
  throw new InspectorError(
    'too-large',
    t('{0} are needed, but the disk has only {1} free', bytesText(byteLength), bytesText(free)),
    { action: t('Free disk space, or choose a smaller array.') },
  );
}
