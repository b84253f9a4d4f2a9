/**
 * A live NumPy beside a UI test: one Python process (`numpy_answers.py`, whose arrays are those of `arrays.py`) that
 * makes the test's files and answers questions about them, a JSON line each way.
 */
import { spawn } from 'node:child_process';
import { resolve } from 'node:path';
import { createInterface } from 'node:readline';

/** The Python sources, seen from `out/test/ui/files`. */
const sources = resolve(__dirname, '../../../../test/ui/files');
const python = process.env.NDARRAY_TEST_PYTHON ?? 'python3';

/** How a file of `arrays.py` is laid out, as it is typed into the header or a setting. */
export interface FileLayout {
  readonly file: string;
  readonly dtype: string;
  readonly shape: readonly number[];
  readonly order: 'C' | 'F';
  readonly offset: number;
  /** The paths of the columns of one item; one empty path unless the dtype is structured. */
  readonly leaves: readonly string[];
}

/** What NumPy says of a view of an array. */
export interface ViewFacts {
  readonly shape: readonly number[];
  /** In bytes. */
  readonly strides: readonly number[];
  /** `C_CONTIGUOUS True` and so on, in NumPy's order. */
  readonly flags: readonly string[];
  readonly leaves: readonly string[];
}

/** A byte of the file as NumPy's addresses place it: its digits, and the item of the view that holds it. */
export interface ByteFacts {
  readonly hex: string;
  readonly index?: readonly number[];
  readonly byteInItem?: number;
}

/** What a line of Python opened. */
export interface Opened {
  readonly dtype: string;
  readonly shape: readonly number[];
  readonly offset: number;
  /** The first eight. */
  readonly items: readonly string[];
}

export interface NumPy {
  /** Makes the files of these arrays where they are not there yet; how each is laid out. */
  readonly make: (names: readonly string[]) => Promise<FileLayout[]>;
  /** `str(item)`, or of its leaf column, at each index of `x[view]`; `view` may be empty. */
  readonly texts: (
    name: string,
    view: string,
    places: readonly (readonly [index: readonly number[], leaf: number])[],
  ) => Promise<string[]>;
  /** Runs a line of Python, such as `np.memmap(…)`. */
  readonly opened: (line: string) => Promise<Opened>;
  readonly facts: (name: string, view: string) => Promise<ViewFacts>;
  readonly bytes: (name: string, view: string, byteOffsets: readonly number[]) => Promise<ByteFacts[]>;
  /** What NumPy says when `x[view]` is wrong: the exception's name and message. */
  readonly error: (name: string, view: string) => Promise<{ name: string; message: string }>;
}

interface Waiting {
  readonly accept: (answer: never) => void;
  readonly reject: (error: Error) => void;
}

/**
 * Starts NumPy on a folder of files; how to end it is added to `closing`. Skips the running test, or all of its suite,
 * where NumPy ≥ 2.3 is not there.
 */
export async function startNumPy(
  test: Mocha.Context,
  folder: string,
  closing: (() => unknown)[],
): Promise<NumPy> {
  const child = spawn(python, [resolve(sources, 'numpy_answers.py'), folder], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  closing.push(() => child.kill());
  const waiting: Waiting[] = [];
  const gone = (): void => {
    for (const { reject } of waiting.splice(0)) reject(new Error('NumPy has ended'));
  };
  child.once('error', gone);
  child.once('exit', gone);
  child.stdin.on('error', gone);
  createInterface(child.stdout).on('line', line => {
    const { answer, error } = JSON.parse(line) as { answer?: unknown; error?: string };
    const first = waiting.shift();
    if (error === undefined) first?.accept(answer as never);
    else first?.reject(new Error(error));
  });
  const ask = <T>(question: string, ...parts: readonly unknown[]): Promise<T> =>
    new Promise<T>((accept, reject) => {
      waiting.push({ accept, reject });
      child.stdin.write(`${JSON.stringify([question, ...parts])}\n`);
    });
  const version = await ask<readonly number[]>('version').catch(() => [0, 0]);
  if (version[0] < 2 || (version[0] === 2 && version[1] < 3)) test.skip();
  return {
    make: names => ask('make', names),
    texts: (name, view, places) => ask('texts', name, view, places),
    opened: line => ask('opened', line),
    facts: (name, view) => ask('facts', name, view),
    bytes: (name, view, byteOffsets) => ask('bytes', name, view, byteOffsets),
    error: (name, view) => ask('error', name, view),
  };
}
