/** Makes the arrays of the sample workspace on first use: by `memory.py`, or where there is no NumPy, the large one. */
import { createWriteStream, existsSync, renameSync, rmSync } from 'node:fs';
import { once } from 'node:events';
import { join } from 'node:path';
import { sample } from './paths.mjs';
import { onPath, run, say } from './processes.mjs';
import { ensurePython } from './python.mjs';

export const largeArray = join(sample, 'large_array.dat');
/** The file that `memory.py` writes last. */
const last = join(sample, 'days.npy');
const rows = 10_000;
const columns = 10_000;

async function pythonWithNumPy() {
  const python = onPath('python3', 'python');
  const has =
    python && (await run(python, ['-c', 'import numpy'], { quiet: true, timeoutMs: 60_000 })).code === 0;
  return has ? python : ensurePython();
}

/** Random numbers of [0, 1) as NumPy's memmap writes them: float32, little-endian, row by row. */
async function writeLargeArray() {
  const partial = `${largeArray}.partial`;
  const file = createWriteStream(partial);
  for (let row = 0; row < rows; row++) {
    const bytes = Buffer.alloc(columns * 4);
    for (let column = 0; column < columns; column++)
      bytes.writeFloatLE(Math.fround(Math.random()), column * 4);
    if (!file.write(bytes)) await once(file, 'drain');
  }
  file.end();
  await once(file, 'finish');
  renameSync(partial, largeArray);
}

/** The sample workspace with its arrays in it. */
export async function ensureSample() {
  if (existsSync(largeArray) && existsSync(last)) return;
  say('Making the arrays of the sample workspace …');
  const python = await pythonWithNumPy();
  if (python) {
    const { code, output } = await run(python, [join(sample, 'memory.py')], { quiet: true });
    if (code === 0) return;
    say(output);
    // Half of it would pass for the whole.
    rmSync(largeArray, { force: true });
  }
  if (!existsSync(largeArray)) await writeLargeArray();
}
