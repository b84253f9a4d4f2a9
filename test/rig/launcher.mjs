#!/usr/bin/env node
/**
 * Stands in for the desktop `code` executable where there is none: takes what @vscode/test-electron's `runTests`
 * passes, starts the web host and a headless browser, runs the tests in the real extension host, prints what they
 * print, and ends with their exit code. `NDARRAY_VERBOSE=1` shows VS Code's own log too.
 */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { ensureWebHostAndBrowser } from './host.mjs';
import { rig } from './paths.mjs';
import { Unavailable } from './processes.mjs';
import { launchBrowser, startServer, workbenchUrl } from './server.mjs';

const patienceMs = 8 * 60_000;
const verbose = Boolean(process.env.NDARRAY_VERBOSE);
const tell = text => verbose && process.stderr.write(`${text}\n`);

function parse(argv) {
  const flag = name =>
    argv.filter(word => word.startsWith(`--${name}=`)).map(word => word.slice(name.length + 3));
  return {
    extension: flag('extensionDevelopmentPath')[0],
    tests: flag('extensionTestsPath')[0],
    folder: argv.find(word => !word.startsWith('-')),
  };
}

/** Copies what is added to `file` to standard output, until stopped. */
function follow(file) {
  let seen = 0;
  const drain = () => {
    const bytes = readFileSync(file);
    process.stdout.write(bytes.subarray(seen));
    seen = bytes.length;
  };
  const clock = setInterval(drain, 100);
  return () => {
    clearInterval(clock);
    drain();
  };
}

/** The exit code of the tests, once the page or its end tells it. */
async function runIn(page, url, ended) {
  let finish;
  const finished = new Promise(accept => (finish = accept));
  await page.exposeFunction('codeAutomationLog', (type, values) =>
    tell(`[${type}] ${JSON.stringify(values).slice(0, 400)}`),
  );
  await page.exposeFunction('codeAutomationExit', code => finish(code));
  page.on('console', message => tell(`[page] ${message.text().slice(0, 400)}`));
  page.on('crash', () => finish(1));
  ended.then(() => finish(1));
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => finish(130));
  const clock = setTimeout(() => {
    process.stderr.write(`The host tests did not end in ${patienceMs / 60_000} minutes.\n`);
    finish(1);
  }, patienceMs);
  await page.goto(url);
  await page.locator('.monaco-workbench').waitFor({ timeout: 60_000 });
  const code = await finished;
  clearTimeout(clock);
  return code;
}

async function launch({ extension, tests, folder }) {
  const { vscode, node, chromium } = await ensureWebHostAndBrowser();
  const temp = mkdtempSync(join(tmpdir(), 'ndarray-host-'));
  const output = join(temp, 'output');
  writeFileSync(output, '');
  const stopFollowing = follow(output);
  const server = await startServer({
    vscode,
    node,
    env: { NDARRAY_HOST_OUTPUT: output, NDARRAY_HOST_TESTS: resolve(tests) },
  });
  const browser = await launchBrowser(chromium);
  try {
    const page = await browser.newPage({ viewport: { width: 1400, height: 900 } });
    const url = workbenchUrl(server, { folder, extension, tests: join(rig, 'inside.cjs') });
    return await runIn(page, url, server.ended);
  } finally {
    stopFollowing();
    await browser.close();
    await server.stop();
    rmSync(temp, { recursive: true, force: true });
  }
}

const code = await launch(parse(process.argv.slice(2))).catch(error => {
  process.stderr.write(`${error instanceof Unavailable ? error.message : error.stack}\n`);
  return 1;
});
process.exit(code);
