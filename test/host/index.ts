/**
 * What the extension host runs in place of a person: mocha, over the compiled tests of the folder of `test/host` that
 * `NDARRAY_HOST_TESTS_FOLDER` names. Results go to standard output and, counted, to the rig's reporter; `run` rejects
 * when a test failed, which is the exit code of the whole host.
 */
import { readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import Mocha from 'mocha';

const sources = resolve(__dirname, '../../../test');

function optionsFrom(args: readonly string[]): Mocha.MochaOptions {
  const at = args.findIndex(word => word === '--grep' || word === '-g');
  return at < 0 ? {} : { grep: args[at + 1] };
}

export async function run(): Promise<void> {
  const folder = process.env.NDARRAY_HOST_TESTS_FOLDER ?? 'extension';
  const args = JSON.parse(process.env.NDARRAY_MOCHA ?? '[]') as string[];
  const reporter = join(sources, 'rig', 'counts.cjs');
  const mocha = new Mocha({ ui: 'bdd', timeout: 60_000, reporter, ...optionsFrom(args) });
  const names = readdirSync(join(sources, 'host', folder), { recursive: true, encoding: 'utf8' });
  for (const name of names.filter(each => each.endsWith('.test.ts')).sort()) {
    mocha.addFile(join(__dirname, folder, name.replace(/\.ts$/, '.js')));
  }
  const failures = await new Promise<number>(accept => mocha.run(accept));
  if (failures > 0) throw new Error(`${failures} of the host tests failed`);
}
