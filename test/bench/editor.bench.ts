/** What the editor takes for long work on 400 MB, beside what NumPy takes for the same, one after the other in one run. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { measureStatistics } from './editor/statistics';

async function main(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'ndarray-bench-'));
  try {
    console.log(`\n${await measureStatistics(folder)}\n`);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

void main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
