/**
 * Runs the compiled tests of `test/host` inside a real extension host, through @vscode/test-electron: in the desktop
 * VS Code, or in the web host by way of `launcher.mjs`.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureHost } from './host.mjs';
import { counted } from './mocha.mjs';
import { rig, root } from './paths.mjs';
import { say } from './processes.mjs';
import { packageExtension, unpack } from './vsix.mjs';

const windows = process.platform === 'win32';
/** test-electron starts the program through a shell there, and leaves paths with a space as they are. */
const quoted = text => (windows ? `"${text}"` : text);

async function executableOf(forced) {
  const host = await ensureHost(forced);
  return host.kind === 'desktop' ? host.executable : join(rig, windows ? 'launcher.cmd' : 'launcher.mjs');
}

/** Runs `out/test/host/<folder>/**` against the extension at `extension`, with an empty folder open. */
async function runInHost({ forced, extension, folder: tests, args = [], env }) {
  const { runTests } = await import('@vscode/test-electron');
  const vscodeExecutablePath = await executableOf(forced);
  const temp = mkdtempSync(join(tmpdir(), 'ndarray-folder-'));
  const data = mkdtempSync(join(tmpdir(), 'ndarray-user-'));
  const start = async more => {
    const options = {
      vscodeExecutablePath,
      extensionDevelopmentPath: quoted(extension),
      extensionTestsPath: quoted(join(root, 'out', 'test', 'host', 'index.js')),
      launchArgs: [
        quoted(temp),
        `--user-data-dir=${quoted(join(data, 'user'))}`,
        `--extensions-dir=${quoted(join(data, 'extensions'))}`,
      ],
      extensionTestsEnv: {
        ...env,
        ...more,
        NDARRAY_HOST_TESTS_FOLDER: tests,
        NDARRAY_MOCHA: JSON.stringify(args),
      },
    };
    return runTests(options).catch(error => {
      say(error.message);
      return 1;
    });
  };
  try {
    return await counted(start);
  } finally {
    for (const folder of [temp, data]) rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

/** The tests of `test/host/extension`, against this checkout. */
export function runHostTests({ forced, args, env }) {
  return runInHost({ forced, args, env, extension: root, folder: 'extension' });
}

/** The tests of `test/host/packaged`, against the VSIX as it is shipped, unpacked in a path with a space. */
export async function runPackagedTests({ forced, env }) {
  const temp = mkdtempSync(join(tmpdir(), 'ndarray-vsix-'));
  try {
    const vsix = await packageExtension();
    const extension = unpack(vsix, join(temp, 'with space'));
    return await runInHost({ forced, env, extension, folder: 'packaged' });
  } finally {
    rmSync(temp, { recursive: true, force: true, maxRetries: 5 });
  }
}
