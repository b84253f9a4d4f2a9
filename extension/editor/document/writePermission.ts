/** Whether a file may be written to by us, followed while it is open: permissions and mounts change. */
import { constants } from 'node:fs';
import { access } from 'node:fs/promises';
import { isWritable } from '../../../core/file/source/writeInPlace';

export interface WritePermission {
  /** As of the last look. */
  readonly isWritable: boolean;
  refresh(): Promise<void>;
}

const seemsWritable = (path: string): Promise<boolean> =>
  access(path, constants.W_OK).then(
    () => true,
    () => false,
  );

/** Opening the file tells for sure; that is done again only where asking for access tells something else than before. */
export async function writePermissionOf(path: string): Promise<WritePermission> {
  let seems = await seemsWritable(path);
  let writable = await isWritable(path);
  return {
    get isWritable() {
      return writable;
    },
    refresh: async () => {
      const now = await seemsWritable(path);
      if (now === seems) return;
      seems = now;
      writable = await isWritable(path);
    },
  };
}
