/** Lines of the programs that are debugged, by what stands on them. */
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { root } from '../harness/rig';

/** The number (from 1) of the first line of a program of `test/ui/programs` that starts with `text`. */
export function lineOf(program: string, text: string): number {
  const source = readFileSync(join(resolve(root, 'test', 'ui', 'programs'), program), 'utf8');
  const at = source.split('\n').findIndex(line => line.trimStart().startsWith(text));
  if (at < 0) throw new Error(`no line of ${program} starts with ${text}`);
  return at + 1;
}
