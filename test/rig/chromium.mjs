/** Finds a Chromium, Chrome or Edge to show the workbench in; on Debian, as root, installs one. */
import { existsSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { Unavailable, aptInstall, onPath } from './processes.mjs';

const commands = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'chrome',
  'microsoft-edge',
  'msedge',
];

function usualPlaces() {
  if (process.platform === 'darwin') {
    const names = ['Google Chrome', 'Chromium', 'Microsoft Edge'];
    const folders = ['/Applications', join(homedir(), 'Applications')];
    return folders.flatMap(folder =>
      names.map(name => join(folder, `${name}.app`, 'Contents', 'MacOS', name)),
    );
  }
  if (process.platform !== 'win32') return [];
  const programs = [
    process.env.PROGRAMFILES,
    process.env['PROGRAMFILES(X86)'],
    process.env.LOCALAPPDATA,
  ].filter(Boolean);
  const paths = ['Google\\Chrome\\Application\\chrome.exe', 'Microsoft\\Edge\\Application\\msedge.exe'];
  return programs.flatMap(folder => paths.map(path => join(folder, path)));
}

/** The browser that is here already (`NDARRAY_CHROMIUM` names one), as a full path. */
export function findChromium() {
  const { NDARRAY_CHROMIUM } = process.env;
  if (NDARRAY_CHROMIUM) {
    if (existsSync(NDARRAY_CHROMIUM)) return NDARRAY_CHROMIUM;
    throw new Unavailable(
      `NDARRAY_CHROMIUM names ${NDARRAY_CHROMIUM}, which is not there: correct it or unset it.`,
    );
  }
  return onPath(...commands) ?? usualPlaces().find(path => existsSync(path));
}

/** The browser that is here, or one that was just installed. */
export async function ensureChromium() {
  const found = findChromium() ?? ((await aptInstall('chromium')) ? findChromium() : undefined);
  if (found) return found;
  throw new Unavailable(
    'No Chromium, Chrome or Edge was found: install one, or name one in NDARRAY_CHROMIUM.',
  );
}
