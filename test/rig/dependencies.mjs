/**
 * The packages of `package-lock.json`, installed once: `node_modules` is compared with the lock, entry by entry, so
 * a bare checkout, a lock that moved on and an install that was cut short are all seen. Needs nothing but Node.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './paths.mjs';
import { Unavailable, npm, say } from './processes.mjs';

const packagesOf = path => JSON.parse(readFileSync(path, 'utf8')).packages;

function installed() {
  // npm writes this file last, so it stands for a whole install.
  const hidden = join(root, 'node_modules', '.package-lock.json');
  if (!existsSync(hidden)) return false;
  const there = packagesOf(hidden);
  const wanted = Object.entries(packagesOf(join(root, 'package-lock.json')));
  return wanted.every(
    ([path, { version, optional }]) => path === '' || optional || there[path]?.version === version,
  );
}

/** Installs the project's packages unless they are there. */
export async function ensureDependencies() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major < 20 || (major === 20 && minor < 19)) {
    throw new Unavailable(`Node ${process.versions.node} is too old: install Node 20.19 or newer.`);
  }
  if (installed()) return;
  say('Installing the packages of package-lock.json …');
  const bare = !existsSync(join(root, 'node_modules'));
  const { code, output } = await npm([bare ? 'ci' : 'install', '--no-audit', '--no-fund'], { quiet: true });
  if (code === 0) return;
  say(output);
  throw new Unavailable(
    'npm could not install the packages (see above): check the network, then run this again.',
  );
}
