/** Makes the VSIX, and unpacks one (a ZIP file: PKWARE's APPNOTE, stored and deflated entries only). */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { inflateRawSync } from 'node:zlib';
import { ensureBuild } from './build.mjs';
import { root } from './paths.mjs';
import { Unavailable, say, tool } from './processes.mjs';

const { name, version, repository } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));

/** Builds and packages the extension: the path of the VSIX, in the root of this checkout. */
export async function packageExtension() {
  if (!(await ensureBuild()))
    throw new Unavailable('The build failed (see above), so there is nothing to package.');
  const out = join(root, `${name}-${version}.vsix`);
  // Links to pictures can be made whole once there is a repository to point at.
  const unlinked = repository ? [] : ['--no-rewrite-relative-links', '--allow-missing-repository'];
  const options = ['--no-dependencies', ...unlinked];
  const { code, output } = await tool('vsce', ['package', ...options, '--out', out], { quiet: true });
  if (code !== 0) {
    say(output);
    throw new Unavailable('vsce could not package the extension: see above.');
  }
  return out;
}

const endOfDirectory = 0x06054b50;

/** The entries of a ZIP file, `{ name, bytes, packed }`, by its central directory; `packed` bytes is what each takes. */
export function* entries(zip) {
  let end = zip.length - 22;
  while (zip.readUInt32LE(end) !== endOfDirectory) end--;
  let at = zip.readUInt32LE(end + 16);
  for (let count = zip.readUInt16LE(end + 10); count > 0; count--) {
    const method = zip.readUInt16LE(at + 10);
    const compressed = zip.readUInt32LE(at + 20);
    const lengths = [28, 30, 32].map(field => zip.readUInt16LE(at + field));
    const local = zip.readUInt32LE(at + 42);
    const entryName = zip.toString('utf8', at + 46, at + 46 + lengths[0]);
    const start = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28);
    const bytes = zip.subarray(start, start + compressed);
    yield { name: entryName, bytes: method === 0 ? bytes : inflateRawSync(bytes), packed: compressed };
    at += 46 + lengths[0] + lengths[1] + lengths[2];
  }
}

/** Unpacks a VSIX into `folder`: the folder of the extension inside it. */
export function unpack(vsix, folder) {
  for (const entry of entries(readFileSync(vsix))) {
    const path = resolve(folder, entry.name);
    if (relative(folder, path).startsWith('..')) throw new Error(`${entry.name} points outside the package`);
    if (entry.name.endsWith('/')) continue;
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, entry.bytes);
  }
  return join(folder, 'extension');
}
