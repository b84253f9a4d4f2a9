/**
 * A Python with NumPy for the tests that compare with it, in a virtual environment of the cache folder.
 * Invariant: an environment is used only when its `ready` file is there, which is written last.
 */
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { inCache } from './paths.mjs';
import { aptInstall, onPath, run, say } from './processes.mjs';

const home = () => inCache('python-2');
const quiet = { quiet: true, timeoutMs: 300_000 };

const interpreter = folder =>
  process.platform === 'win32' ? join(folder, 'Scripts', 'python.exe') : join(folder, 'bin', 'python');

async function imports(python, module) {
  return (await run(python, ['-c', `import ${module}`], quiet)).code === 0;
}

async function makeEnvironment(base, folder) {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(inCache(), { recursive: true });
  const made = async () =>
    (await run(base, ['-m', 'venv', folder], quiet)).code === 0 ||
    (await run(base, ['-m', 'virtualenv', folder], quiet)).code === 0;
  return (await made()) || ((await aptInstall('python3-venv')) && (await made()));
}

async function pipInstall(python, ...packages) {
  return (await run(python, ['-m', 'pip', 'install', '--quiet', ...packages], quiet)).code === 0;
}

async function environment(base) {
  const folder = home();
  const python = interpreter(folder);
  if (existsSync(join(folder, 'ready')) && existsSync(python)) return python;
  say('Making a Python environment with NumPy for the tests …');
  if (!(await makeEnvironment(base, folder))) return undefined;
  if (!(await pipInstall(python, 'numpy>=2.3', 'debugpy'))) return undefined;
  // Only a few tests want these: of bfloat16 and the float8 kinds, and of Series and DataFrames.
  await pipInstall(python, 'ml_dtypes');
  await pipInstall(python, 'pandas');
  writeFileSync(join(folder, 'ready'), '');
  return python;
}

async function systemPython(base) {
  if (base && (await imports(base, 'numpy'))) return base;
  const debian =
    (await aptInstall('python3-numpy', 'python3-debugpy')) && (await imports('/usr/bin/python3', 'numpy'));
  return debian ? '/usr/bin/python3' : undefined;
}

/**
 * The interpreter to test with: `NDARRAY_TEST_PYTHON`, else an environment made by pip, else the system's with its
 * own NumPy; `undefined` where there is none, and then the tests that need it are skipped.
 */
export function ensurePython() {
  found ??= findPython();
  return found;
}

/** The same, if it can debug programs too. */
export async function ensureDebugPython() {
  const python = await ensurePython();
  return python && (await imports(python, 'debugpy')) ? python : undefined;
}

/** Asked for by several parts of one run: what failed once is not tried again. */
let found;

async function findPython() {
  if (process.env.NDARRAY_TEST_PYTHON) return process.env.NDARRAY_TEST_PYTHON;
  const base = onPath('python3', 'python');
  const python = (base && (await environment(base))) ?? (await systemPython(base));
  if (!python)
    say(
      'No Python with NumPy: install Python 3.11 or newer, with venv and pip, to run the tests that need it.',
    );
  return python;
}
