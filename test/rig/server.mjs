/**
 * Starts the VS Code server of the web host, and a browser to show its workbench.
 * Invariant: whatever ends this process, the server's whole process group ends with it: its children outlive it
 * otherwise.
 */
import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { rig } from './paths.mjs';
import { stopTree } from './processes.mjs';

/** The built product takes a development extension from the page's address only with the smoke test driver on. */
const serverArguments = [
  '--accept-server-license-terms',
  '--enable-smoke-test-driver',
  '--disable-telemetry',
];

/** No marketplace: nothing is looked up on the network. */
const noGallery = '{}';

/** A workbench that shows what is opened in it, and nothing else. */
export const quietSettings = {
  'workbench.startupEditor': 'none',
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'chat.disableAIFeatures': true,
  'telemetry.telemetryLevel': 'off',
  'extensions.autoCheckUpdates': false,
  'extensions.ignoreRecommendations': true,
  'update.mode': 'none',
  'window.commandCenter': false,
};

/** An extensions folder with the companion in it: the workbench's address can name only one more extension. */
export function installCompanion(extensionsFolder) {
  const place = join(extensionsFolder, 'ndarray-inspector-rig.companion-0.0.1');
  cpSync(join(rig, 'companion'), place, { recursive: true });
}

function listening(child, log) {
  return new Promise((accept, reject) => {
    const on = data => {
      log.text += data;
      const port = /listening on (\d+)/.exec(log.text)?.[1];
      if (port) accept(Number(port));
    };
    child.stdout.on('data', on);
    child.stderr.on('data', on);
    child.once('error', reject);
    child.once('exit', code =>
      reject(new Error(`VS Code's server ended with code ${code}:\n${log.text.slice(-2000)}`)),
    );
  });
}

/**
 * Starts a server on a free port of this machine: `{ port, token, pid, dataFolder, writeSettings, log, ended, stop }`.
 * Without `dataFolder` it has one of its own, which goes with it. `trust: false` leaves workspace trust on, so that
 * folders open restricted.
 */
export async function startServer({
  vscode,
  node,
  dataFolder,
  settings = quietSettings,
  trust = true,
  env = {},
  port = 0,
}) {
  const own = dataFolder ? undefined : mkdtempSync(join(tmpdir(), 'ndarray-vscode-'));
  const data = dataFolder ?? own;
  const machine = join(data, 'data', 'Machine');
  mkdirSync(machine, { recursive: true });
  const writeSettings = values =>
    writeFileSync(join(machine, 'settings.json'), JSON.stringify(values, null, 2));
  writeSettings(settings);
  const extensionsFolder = join(data, 'extensions');
  installCompanion(extensionsFolder);
  // Whoever reaches the port has a shell here: other users and pages of this machine must not.
  const token = randomBytes(16).toString('hex');
  const args = [
    join(vscode, 'out', 'server-main.js'),
    ...serverArguments,
    ...['--host', '127.0.0.1', '--port', String(port), '--server-data-dir', data],
    ...['--extensions-dir', extensionsFolder, '--connection-token', token],
    ...(trust ? ['--disable-workspace-trust'] : []),
  ];
  const child = spawn(node, args, {
    detached: process.platform !== 'win32',
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, EXTENSIONS_GALLERY: noGallery, ...env },
  });
  const ended = new Promise(accept => child.once('exit', accept));
  const endNow = () => {
    stopTree(child.pid, 'SIGKILL');
    if (own) rmSync(own, { recursive: true, force: true, maxRetries: 5 });
  };
  process.on('exit', endNow);
  const log = { text: '' };
  const at = await listening(child, log);
  const stop = async () => {
    const clock = setTimeout(() => stopTree(child.pid, 'SIGKILL'), 3000);
    stopTree(child.pid, 'SIGTERM');
    await ended;
    clearTimeout(clock);
    endNow();
    process.off('exit', endNow);
  };
  return {
    port: at,
    token,
    pid: child.pid,
    dataFolder: data,
    writeSettings,
    log: () => log.text,
    ended,
    stop,
  };
}

function remote(port, path) {
  return `vscode-remote://127.0.0.1:${port}${pathToFileURL(resolve(path)).pathname}`;
}

/** The address of a workbench on `folder` with an extension under development, and tests to run in its host. */
export function workbenchUrl({ port, token }, { folder, extension, tests }) {
  const payload = [
    ['skipWelcome', 'true'],
    ['skipReleaseNotes', 'true'],
    ...(extension ? [['extensionDevelopmentPath', remote(port, extension)]] : []),
    ...(tests ? [['extensionTestsPath', remote(port, tests)]] : []),
  ];
  const place = folder ? `folder=${encodeURIComponent(pathToFileURL(resolve(folder)).pathname)}` : 'ew=true';
  return `http://127.0.0.1:${port}/?tkn=${token}&${place}&payload=${encodeURIComponent(JSON.stringify(payload))}`;
}

const browserArguments = [
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** A headless browser under Playwright. */
export async function launchBrowser(executablePath) {
  const { chromium } = await import('playwright-core');
  const sandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  // Playwright would leave by itself at Ctrl-C, before the server is stopped.
  const signals = { handleSIGINT: false, handleSIGTERM: false, handleSIGHUP: false };
  return chromium.launch({ executablePath, ...signals, args: [...sandbox, ...browserArguments] });
}
