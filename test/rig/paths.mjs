/** Where things are: this repository, and a cache folder per user that outlives `node_modules` and checkouts. */
import { homedir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

export const rig = dirname(fileURLToPath(import.meta.url));
export const root = resolve(rig, '../..');
export const sample = join(root, 'test', 'sample');

function userCache() {
  const { NDARRAY_CACHE, LOCALAPPDATA, XDG_CACHE_HOME } = process.env;
  if (NDARRAY_CACHE) return resolve(NDARRAY_CACHE);
  if (process.platform === 'win32' && LOCALAPPDATA) return join(LOCALAPPDATA, 'ndarray-inspector', 'Cache');
  if (process.platform === 'darwin') return join(homedir(), 'Library', 'Caches', 'ndarray-inspector');
  return join(XDG_CACHE_HOME || join(homedir(), '.cache'), 'ndarray-inspector');
}

/** A path in the cache folder (`NDARRAY_CACHE` moves it). Nothing is created. */
export function inCache(...parts) {
  return join(userCache(), ...parts);
}
