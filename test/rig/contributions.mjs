/** Fills in the parts of `package.json` that derive from the lists of commands and of debug adapters. */
import { join } from 'node:path';
import { buildSync } from 'esbuild';
import { root } from './paths.mjs';

/** Reads `extension/commands/contributions.ts` from its source. What the commands import when they are run is never run here. */
function contributions() {
  const { outputFiles } = buildSync({
    entryPoints: [join(root, 'extension', 'commands', 'contributions.ts')],
    bundle: true,
    write: false,
    format: 'cjs',
    platform: 'node',
    packages: 'external',
    loader: { '.py': 'text' },
  });
  const module = { exports: {} };
  new Function('module', 'require', outputFiles[0].text)(module, () => ({}));
  return module.exports.contributions();
}

/** `manifest` with its commands, menus, key bindings and activation events as the lists have them. */
export function withContributions(manifest) {
  const { activationEvents, ...contributes } = contributions();
  return { ...manifest, activationEvents, contributes: { ...manifest.contributes, ...contributes } };
}
