/** Builds the bundles of `dist/`, when something they are made of is newer than the last build. */
import { existsSync, readdirSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './paths.mjs';
import { npm } from './processes.mjs';

const sources = ['core', 'extension', 'webview', 'webpack.config.js', 'package.json', 'package-lock.json'];
const stamp = join(root, 'dist', '.built');

function newest(path) {
  const { mtimeMs } = statSync(path);
  if (!statSync(path).isDirectory()) return mtimeMs;
  return readdirSync(path).reduce((latest, name) => Math.max(latest, newest(join(path, name))), mtimeMs);
}

function isBuilt() {
  if (!existsSync(stamp)) return false;
  const builtAt = statSync(stamp).mtimeMs;
  return sources.every(name => newest(join(root, name)) < builtAt);
}

/** True once `dist/` is as the sources are. */
export async function ensureBuild() {
  if (isBuilt()) return true;
  const startedAt = new Date();
  const { code } = await npm(['run', '--silent', 'build']);
  if (code !== 0) return false;
  writeFileSync(stamp, '');
  // What was saved while the build ran is newer than it.
  utimesSync(stamp, startedAt, startedAt);
  return true;
}
