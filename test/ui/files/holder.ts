/** Another process that holds a file as `np.memmap('r+')`: its stores raise no file system event. */
import { spawn } from 'node:child_process';
import { resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { root } from '../harness/rig';

const python = process.env.NDARRAY_TEST_PYTHON ?? 'python3';

export interface Holder {
  /** The item as the other process sees it, printed by NumPy. */
  get(item: number): Promise<string>;
  set(item: number, value: number): Promise<string>;
  end(): void;
}

/** Starts it over a file of float32. */
export async function holdMemmap(path: string): Promise<Holder> {
  const child = spawn(python, [resolve(root, 'test', 'ui', 'files', 'hold_memmap.py'), path], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const lines = createInterface(child.stdout)[Symbol.asyncIterator]();
  const next = async (): Promise<string> => String((await lines.next()).value);
  const ask = (text: string): Promise<string> => {
    child.stdin.write(`${text}\n`);
    return next();
  };
  await next();
  return {
    get: item => ask(`get ${item}`),
    set: (item, value) => ask(`set ${item} ${value}`),
    end: () => child.kill(),
  };
}
