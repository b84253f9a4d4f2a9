/** How long the extension host's event loop keeps what it is asked waiting: measured inside of it by the rig's companion. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { until } from '../../ui/harness/waiting';

export interface Delays {
  readonly p99: number;
  readonly max: number;
}

/** Begins anew. `file` is the one that `NDARRAY_DELAYS` named to the workbench. */
export async function resetDelays(file: string): Promise<void> {
  writeFileSync(`${file}.reset`, '');
  await until('the delays to begin anew', () => (existsSync(`${file}.reset`) ? undefined : true));
}

/** Milliseconds since the last `resetDelays`, as last written. */
export const readDelays = (file: string): Delays => JSON.parse(readFileSync(file, 'utf8')) as Delays;
