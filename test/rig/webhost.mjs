/**
 * The VS Code that needs no download but from the npm registry: the server and browser workbench that the package
 * `code-server` carries, with a Node of its own, in the cache folder.
 * Invariant: the folder appears whole or not at all: it is installed beside its place, then renamed.
 */
import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { inCache } from './paths.mjs';
import { Unavailable, isExecutable, npm, say } from './processes.mjs';

const version = '4.139.1';
const nodeVersion = '24.21.0';
const oldestNode = 22;

const system = { win32: 'win' }[process.platform] ?? process.platform;
const nodePackage = `node-${system}-${process.arch}`;
/** What the workbench never loads here, a quarter of the whole. */
const unused = ['@github', '@microsoft/mxc-sdk'];
const quick = ['--no-audit', '--no-fund', '--ignore-scripts', '--omit=dev'];

function parts(folder) {
  const modules = join(folder, 'node_modules');
  const bundled = join(modules, nodePackage, 'bin', process.platform === 'win32' ? 'node.exe' : 'node');
  const running = Number(process.versions.node.split('.')[0]) >= oldestNode ? process.execPath : undefined;
  const node = isExecutable(bundled) ? bundled : running;
  return { vscode: join(modules, 'code-server', 'lib', 'vscode'), node };
}

async function must(step) {
  const { code, output } = await step;
  if (code === 0) return;
  say(output.trim());
  throw new Unavailable(
    `npm could not install code-server ${version} (see above): check the network, or install the desktop VS Code.`,
  );
}

async function install(folder) {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'package.json'), '{ "private": true }\n');
  const options = { cwd: folder, quiet: true, timeoutMs: 900_000 };
  await must(npm(['install', '--prefix', folder, ...quick, `code-server@${version}`], options));
  // Not every system has one: there, this Node runs the server if it is new enough.
  await npm(['install', '--prefix', folder, ...quick, `${nodePackage}@${nodeVersion}`], options);
  const { vscode } = parts(folder);
  // Its lock is out of step with its package.json, so `npm ci` would refuse. What is native comes prebuilt.
  await must(npm(['install', '--prefix', vscode, ...quick], { ...options, cwd: vscode }));
  for (const name of unused) rmSync(join(vscode, 'node_modules', name), { recursive: true, force: true });
}

/** The server's folder and the Node to run it with: `{ vscode, node }`. Installed on first use. */
export async function ensureWebHost() {
  const folder = inCache(`code-server-${version}-${process.platform}-${process.arch}`);
  if (!existsSync(folder)) {
    say(`Installing VS Code for the browser (code-server ${version}, 0.6 GB, once) …`);
    const partial = `${folder}.partial-${process.pid}`;
    mkdirSync(dirname(folder), { recursive: true });
    try {
      await install(partial);
      // Another run may have been first.
      if (!existsSync(folder)) renameSync(partial, folder);
    } finally {
      rmSync(partial, { recursive: true, force: true });
    }
  }
  const host = parts(folder);
  if (!host.node)
    throw new Unavailable(`VS Code's server needs Node ${oldestNode} or newer on this system: install it.`);
  return host;
}
