/**
 * Runs a Python program of `test/oracle` against a live NumPy and gives back what it printed, one JSON value a line.
 * The interpreter is the one that the test command prepared (`NDARRAY_TEST_PYTHON`); with none, or with a NumPy
 * older than 2.3 (summation and printing changed there), the calling test is skipped, and counted as skipped.
 */
import { execFile, execFileSync } from 'node:child_process';
import { resolve } from 'node:path';

/** The test sources, seen from the compiled tests in `out/test/oracle`. */
const sources = resolve(__dirname, '../../../test/oracle');
const python = process.env.NDARRAY_TEST_PYTHON ?? 'python3';

let version: readonly number[] | undefined;

function numpyVersion(): readonly number[] {
  try {
    const text = execFileSync(python, ['-c', 'import numpy; print(numpy.__version__)'], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    return text.trim().split('.').map(Number);
  } catch {
    return [0, 0];
  }
}

/** Skips the running test unless a NumPy ≥ 2.3 is there. */
export function needsNumPy(test: Mocha.Context): void {
  version ??= numpyVersion();
  const [major, minor] = version;
  if (major < 2 || (major === 2 && minor < 3)) test.skip();
}

/** What `script` (a file of `test/oracle`) prints when run with `args`: a JSON value a line. */
export function askNumPy<T>(script: string, args: readonly (string | number)[] = []): Promise<T[]> {
  return new Promise((accept, reject) => {
    execFile(
      python,
      [resolve(sources, script), ...args.map(String)],
      { encoding: 'utf8', maxBuffer: 1 << 30, env: { ...process.env, PYTHONPATH: sources } },
      (error, stdout, stderr) => {
        if (error) reject(new Error(`${script} failed: ${stderr}`, { cause: error }));
        else
          accept(
            stdout
              .split('\n')
              .filter(Boolean)
              .map(line => JSON.parse(line) as T),
          );
      },
    );
  });
}
