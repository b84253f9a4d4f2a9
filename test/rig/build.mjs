/**
 * Builds the bundles of `dist/` when something they are made of is newer than the last build, or when they are not as
 * that build left them (a watching build writes there too).
 */
import { existsSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './paths.mjs';
import { npm, tool, Unavailable } from './processes.mjs';

const sources = ['core', 'extension', 'webview', 'webpack.config.js', 'package.json', 'package-lock.json'];
const dist = join(root, 'dist');
const stamp = join(dist, '.built');

function newest(path) {
  const stat = statSync(path);
  if (!stat.isDirectory()) return stat.mtimeMs;
  return readdirSync(path).reduce((latest, name) => Math.max(latest, newest(join(path, name))), stat.mtimeMs);
}

function bundles() {
  const names = readdirSync(dist).filter(name => join(dist, name) !== stamp);
  return names.map(name => `${name} ${statSync(join(dist, name)).mtimeMs}`).join('\n');
}

function isBuilt() {
  if (!existsSync(stamp)) return false;
  const [startedAt, ...files] = readFileSync(stamp, 'utf8').split('\n');
  const whole = files.join('\n') === bundles();
  return whole && sources.every(name => newest(join(root, name)) < Number(startedAt));
}

/** True once `dist/` is as the sources are. */
export async function ensureBuild() {
  if (isBuilt()) return true;
  // What is saved while the build runs is newer than it.
  const startedAt = Date.now();
  // Chunks that are no longer made would be shipped.
  rmSync(dist, { recursive: true, force: true });
  const { code } = await npm(['run', '--silent', 'build']);
  if (code !== 0) return false;
  writeFileSync(stamp, `${startedAt}\n${bundles()}`);
  return true;
}

/** For programs that drive the bundles: these are built, and the programs compiled. */
export async function ensureCompiled() {
  if (!(await ensureBuild()))
    throw new Unavailable('The build failed (see above): mend it, then run this again.');
  await tool('tsc', ['-b'], { quiet: true });
}
