/** Finds a desktop VS Code, or downloads one through @vscode/test-electron where that can be had. */
import { existsSync, realpathSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { inCache } from './paths.mjs';
import { isExecutable, onPath } from './processes.mjs';

/** How long the download may take to answer, in ms: where it can't be had, that shows at once. */
const patienceMs = 300_000;

/** The program behind the `code` command, which only hands over to it and does not wait. */
function behindCommand() {
  const command = onPath('code', 'code-insiders');
  if (!command) return [];
  const bin = dirname(realpathSync(command));
  if (process.platform === 'win32')
    return [resolve(bin, '../Code.exe'), resolve(bin, '../Code - Insiders.exe')];
  if (process.platform === 'darwin')
    return ['Electron', 'Code'].map(name => resolve(bin, '../../../MacOS', name));
  return [resolve(bin, '../code'), resolve(bin, '../code-insiders')];
}

function usualPlaces() {
  if (process.platform === 'darwin') {
    const contents = '/Applications/Visual Studio Code.app/Contents/MacOS';
    return [join(contents, 'Electron'), join(contents, 'Code')];
  }
  if (process.platform !== 'win32') return ['/usr/share/code/code'];
  const folders = [join(process.env.LOCALAPPDATA ?? '', 'Programs'), process.env.PROGRAMFILES ?? ''];
  return folders.map(folder => join(folder, 'Microsoft VS Code', 'Code.exe'));
}

export function hasDisplay() {
  const { DISPLAY, WAYLAND_DISPLAY } = process.env;
  return process.platform !== 'linux' || Boolean(DISPLAY || WAYLAND_DISPLAY);
}

/** An installed desktop VS Code's own executable. */
export function findDesktop() {
  return [...behindCommand(), ...usualPlaces()].find(path => existsSync(path) && isExecutable(path));
}

/** A downloaded desktop VS Code's executable, kept in the cache folder; `undefined` where it can't be had. */
export async function downloadDesktop() {
  const { downloadAndUnzipVSCode, SilentReporter } = await import('@vscode/test-electron');
  const download = downloadAndUnzipVSCode({
    version: 'stable',
    cachePath: inCache('desktop'),
    reporter: new SilentReporter(),
    timeout: 10_000,
  });
  // Whatever keeps it away (no network, a proxy, a firewall), there is another host to fall back on.
  return Promise.race([download, later(patienceMs)]).catch(() => undefined);
}

function later(ms) {
  return new Promise(accept => setTimeout(accept, ms).unref());
}
