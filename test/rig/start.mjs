#!/usr/bin/env node
/**
 * `npm start`: a VS Code with the extension in it and the sample workspace open, `large_array.dat` on screen. Installs
 * and builds what is missing first, and stays until Ctrl-C.
 *
 *   node test/rig/start.mjs [--host=desktop|web] [--check]
 *
 * `--check` opens it in a headless browser instead, waits for typed values, prints what it saw, and ends.
 */
import { spawn } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { parseArguments } from './arguments.mjs';
import { ensureBuild } from './build.mjs';
import { ensureDependencies } from './dependencies.mjs';
import { hasDisplay } from './desktop.mjs';
import { ensureHost, ensureWebHostAndBrowser } from './host.mjs';
import { inCache, root, sample } from './paths.mjs';
import { Unavailable, onPath, run, say } from './processes.mjs';
import { ensureDebugPython } from './python.mjs';
import { ensureSample, largeArray } from './sample.mjs';
import { installCompanion, launchBrowser, startServer, workbenchUrl } from './server.mjs';

const patienceMs = 120_000;

/** What the companion is told: what to open, and the Python to debug with, where one can debug. */
async function environment() {
  const python = await ensureDebugPython();
  return { NDARRAY_OPEN: largeArray, ...(python && { NDARRAY_PYTHON: python }) };
}

async function startWeb(host) {
  const server = await startServer({ ...host, env: await environment() });
  const url = workbenchUrl(server, { folder: sample, extension: root });
  return { server, url };
}

/** Shows the address in the person's own browser, where there is a screen to show it on. */
async function showInBrowser(url) {
  if (process.platform === 'win32')
    return run('cmd', ['/c', 'start', '""', url.replaceAll('&', '^&')], { quiet: true });
  const open =
    hasDisplay() && onPath(...(process.platform === 'darwin' ? ['open'] : ['xdg-open', 'sensible-browser']));
  return open ? run(open, [url], { quiet: true }) : undefined;
}

async function stayWeb(host) {
  const { server, url } = await startWeb(host);
  say(`\nVS Code with NDArray Inspector: ${url}\nPress Ctrl-C to end it.`);
  const asked = new Promise(accept => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.once(signal, accept);
  });
  await showInBrowser(url);
  await Promise.race([asked, server.ended]);
  await server.stop();
}

async function stayDesktop({ executable }) {
  const data = inCache('desktop-data');
  mkdirSync(data, { recursive: true });
  installCompanion(join(data, 'extensions'));
  const sandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const folders = [`--user-data-dir=${join(data, 'user')}`, `--extensions-dir=${join(data, 'extensions')}`];
  const quiet = ['--skip-welcome', '--skip-release-notes', '--disable-workspace-trust', '--disable-updates'];
  const args = [...sandbox, ...folders, ...quiet, `--extensionDevelopmentPath=${root}`, sample];
  say('VS Code with NDArray Inspector opens in a window of its own. Close it, or press Ctrl-C, to end.');
  const env = { ...process.env, ...(await environment()) };
  const child = spawn(executable, args, { stdio: 'ignore', env });
  process.once('SIGINT', () => child.kill());
  process.once('SIGTERM', () => child.kill());
  await new Promise(accept => child.once('exit', accept).once('error', accept));
}

/** The texts of the first cells of the grid named `Values`, in whichever webview it is. */
async function valuesOnScreen(page) {
  for (const deadline = Date.now() + patienceMs; Date.now() < deadline; await page.waitForTimeout(100)) {
    for (const frame of page.frames()) {
      const cells = frame.getByRole('grid', { name: 'Values' }).getByRole('gridcell');
      const texts = await cells.allTextContents().catch(() => []);
      const typed = texts.map(text => text.trim()).filter(text => Number.isFinite(Number.parseFloat(text)));
      if (typed.length > 0) return typed;
    }
  }
  throw new Unavailable(`No typed values were on screen after ${patienceMs / 1000} s.`);
}

async function check() {
  const since = Date.now();
  const host = await ensureWebHostAndBrowser();
  const { server, url } = await startWeb(host);
  const browser = await launchBrowser(host.chromium);
  try {
    const page = await browser.newPage({ viewport: { width: 1400, height: 900 } });
    await page.goto(url);
    const values = await valuesOnScreen(page);
    const tab = await page.locator('.tab.active').first().textContent();
    say(
      `${tab.trim()} is open; ${values.length} values are on screen, the first: ${values.slice(0, 4).join(' ')}`,
    );
    say(`(${((Date.now() - since) / 1000).toFixed(1)} s after the host was asked for)`);
  } finally {
    await browser.close();
    await server.stop();
  }
}

async function main() {
  const { host: forced, flags } = parseArguments(process.argv.slice(2));
  await ensureDependencies();
  if (!(await ensureBuild()))
    throw new Unavailable('The build failed (see above): mend it, then run this again.');
  await ensureSample();
  if (flags.includes('--check')) return check();
  const host = await ensureHost(forced);
  return host.kind === 'desktop' ? stayDesktop(host) : stayWeb(host);
}

const failed = await main().then(
  () => undefined,
  error => error,
);
if (failed) say(failed instanceof Unavailable ? failed.message : failed.stack);
process.exit(failed ? 1 : 0);
