/**
 * A process that saves, to be killed while it does: `saver.js <save|finish> <file> <journals> <edits>`. It says `go` before
 * the first step and `done` after the last. `finish` does what a person does who accepts the offer of an interrupted save.
 */
import { readFile } from 'node:fs/promises';
import { openFileSource } from '../../../../../../core/file/source/fileSource';
import { Journals } from '../../../../../../extension/editor/edits/journal';
import { parseEdits } from '../../../../../../extension/editor/edits/serializeEdits';
import { storeEdits } from '../../../../../../extension/editor/edits/storeEdits';
import { finishSave } from '../../../../../../extension/editor/edits/interruptedSave';

async function main([what, path, folder, edits]: readonly string[]): Promise<void> {
  const journals = new Journals(folder);
  const source = await openFileSource(path);
  const target = { uri: path, path, identity: source.identity };
  const saved = parseEdits(await readFile(edits, 'utf8'));
  process.stdout.write('go\n');
  if (what === 'save') await storeEdits(target, saved.edits, journals);
  else for (const journal of await journals.read(path)) await finishSave(source, target, journal, journals);
  process.stdout.write('done\n');
  await source.close();
}

void main(process.argv.slice(2));
