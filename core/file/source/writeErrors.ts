/** Errors for files that cannot be written: the system's error codes as messages with an action. */
import { InspectorError } from '../../errors';
import { fileError } from './fileErrors';

const BY_CODE: Readonly<Record<string, readonly [what: string, action: string, numpyName: string]>> = {
  EACCES: [
    'cannot be written: permission denied',
    'Change its permissions (chmod u+w), or use mode r.',
    'PermissionError',
  ],
  EPERM: [
    'cannot be written: permission denied',
    'Change its permissions, or use mode r.',
    'PermissionError',
  ],
  EROFS: ['is on a disk that is read-only', 'Copy it to another disk, or use mode r.', 'OSError'],
  ETXTBSY: ['is a running program', 'Stop that program first.', 'OSError'],
  ENOSPC: ['cannot be written: no space left on device', 'Free some disk space and write again.', 'OSError'],
  EDQUOT: ['cannot be written: disk quota exceeded', 'Free some of your quota and write again.', 'OSError'],
  EFBIG: ['cannot be written: file too large', 'Use a file system that supports such files.', 'OSError'],
  EIO: ['cannot be written: the disk reports an error', 'Check the disk or the network it is on.', 'OSError'],
};

/** Returns the `InspectorError` for an error of writing to `path`, or of opening it for writing. */
export function writeError(path: string, cause: unknown): InspectorError {
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : '';
  const known = Object.hasOwn(BY_CODE, code) ? BY_CODE[code] : undefined;
  if (!known) return fileError(path, cause);
  const [what, action, numpyName] = known;
  return new InspectorError('file-unwritable', `${path} ${what}`, {
    action,
    numpyName,
    cause,
    fields: { path, code },
  });
}
