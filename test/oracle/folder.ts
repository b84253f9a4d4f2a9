/** A folder for the files of a suite of tests. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** The folder, made and removed by hooks of the suite that this is called in. */
export function temporaryFolder(): () => string {
  let path = '';
  before(async () => {
    path = await mkdtemp(join(tmpdir(), 'ndarray-oracle-'));
  });
  after(() => rm(path, { recursive: true, force: true }));
  return () => path;
}
