/**
 * Running other programs: npm, the tools of `node_modules`, whole process trees.
 * Invariant: what this machine does not have ends in an `Unavailable`, whose message is the one sentence to show.
 */
import { execFileSync, spawn } from 'node:child_process';
import { accessSync, constants, existsSync, readFileSync } from 'node:fs';
import { delimiter, dirname, join, resolve } from 'node:path';
import { root } from './paths.mjs';

/** Something that can't be had on this machine; the message says what to install. */
export class Unavailable extends Error {}

export function say(text) {
  process.stdout.write(`${text}\n`);
}

/**
 * Runs a program to its end: `{ code, output }`. Its output is shown as it comes, or with `quiet` only collected.
 * A program that is missing, or runs longer than `timeoutMs`, has code 127 or 124.
 */
export function run(
  command,
  args,
  { cwd = root, env = {}, quiet = false, timeoutMs = 0, shell = false } = {},
) {
  return new Promise(accept => {
    const stdio = quiet ? ['ignore', 'pipe', 'pipe'] : ['ignore', 'inherit', 'inherit'];
    const detached = timeoutMs > 0 && process.platform !== 'win32';
    const child = spawn(command, args, { cwd, env: { ...process.env, ...env }, stdio, shell, detached });
    let output = '';
    let late = false;
    child.stdout?.on('data', data => (output += data));
    child.stderr?.on('data', data => (output += data));
    const stopped = () => stopTree(child.pid, 'SIGKILL');
    if (detached) process.once('exit', stopped);
    const clock = timeoutMs
      ? setTimeout(() => {
          late = true;
          stopped();
        }, timeoutMs)
      : undefined;
    const end = code => {
      clearTimeout(clock);
      process.off('exit', stopped);
      accept({ code: late ? 124 : code, output });
    };
    child.on('error', () => end(127));
    child.on('close', code => end(code ?? 1));
  });
}

/** The command line of npm itself: run by this Node where it is found, so that no shell is needed on Windows. */
function npmCommand() {
  const beside = dirname(process.execPath);
  const candidates = [
    process.env.npm_execpath,
    join(beside, 'node_modules/npm/bin/npm-cli.js'),
    join(beside, '../lib/node_modules/npm/bin/npm-cli.js'),
  ];
  const cli = candidates.find(path => path?.endsWith('npm-cli.js') && existsSync(path));
  return cli
    ? { command: process.execPath, prefix: [cli] }
    : { command: 'npm', prefix: [], shell: process.platform === 'win32' };
}

export function npm(args, options) {
  const { command, prefix, shell } = npmCommand();
  return run(command, [...prefix, ...args], { shell, ...options });
}

/** Runs the command that a package of `node_modules` brings, without a shell. */
export function tool(name, args, options) {
  return run(process.execPath, [toolPath(name), ...args], options);
}

/** The script behind a command of `node_modules`; a package's own name where `name` is not one: `tool('mocha')`. */
function toolPath(name) {
  const home = { tsc: 'typescript', webpack: 'webpack-cli', vsce: '@vscode/vsce' }[name] ?? name;
  const folder = join(root, 'node_modules', home);
  const { bin } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  return resolve(folder, typeof bin === 'string' ? bin : (bin[name] ?? Object.values(bin)[0]));
}

/** The first of the names that is an executable file on the PATH, as a full path. */
export function onPath(...names) {
  const suffixes = process.platform === 'win32' ? ['.exe', '.cmd', ''] : [''];
  const folders = (process.env.PATH ?? '').split(delimiter).filter(Boolean);
  const paths = names.flatMap(name =>
    folders.flatMap(folder => suffixes.map(suffix => join(folder, name + suffix))),
  );
  return paths.find(isExecutable);
}

export function isExecutable(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** Ends a process that was started `detached`, with its children: they outlive it otherwise. */
export function stopTree(pid, signal = 'SIGTERM') {
  if (pid === undefined) return;
  try {
    if (process.platform === 'win32')
      execFileSync('taskkill', ['/pid', String(pid), '/T', '/F'], { stdio: 'ignore' });
    else process.kill(-pid, signal);
  } catch {
    // It had gone already.
  }
}

/** Installs Debian packages where that needs no question: as root, with apt. False where it can't be done. */
export async function aptInstall(...packages) {
  if (process.getuid?.() !== 0 || !onPath('apt-get')) return false;
  const env = { DEBIAN_FRONTEND: 'noninteractive' };
  say(`Installing ${packages.join(', ')} with apt-get …`);
  const limits = { env, quiet: true, timeoutMs: 600_000 };
  const install = () => run('apt-get', ['install', '-y', '--no-install-recommends', ...packages], limits);
  await run('apt-get', ['update'], limits);
  return (await install()).code === 0;
}
