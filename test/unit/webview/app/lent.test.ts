/** The webview lends its extras every name that they use of the modules that the build leaves out of their bundle. */
import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Compiler, Configuration, Stats } from 'webpack';

const root = resolve(__dirname, '..', '..', '..', '..', '..');

/** The names under each key of the object in `webview/app/shared.ts`. */
function lentNames(): Map<string, string[]> {
  const source = readFileSync(join(root, 'webview', 'frame', 'shared.ts'), 'utf8');
  const [, object] = /const shared = \{(.*?)\n\};/s.exec(source)!;
  const parts = [...object.matchAll(/(\w+): \{([^}]*)\}/g)];
  return new Map(parts.map(([, key, names]) => [key, names.match(/\w+/g) ?? []]));
}

/** What the bundle uses of each external module, after what is not used was left out. */
async function usedNames(folder: string): Promise<Map<string, string[]>> {
  const { default: webpack } = await import('webpack');
  // eslint-disable-next-line @typescript-eslint/no-require-imports
  const configurations = require(join(root, 'webpack.config.js')) as () => Configuration[];
  const extras = configurations().find(({ name }) => name === 'webview-extras')!;
  const used = new Map<string, string[]>();
  const look = (compiler: Compiler): void => {
    compiler.hooks.compilation.tap('used', compilation => {
      compilation.hooks.afterOptimizeModules.tap('used', modules => {
        for (const module of modules) {
          const { request } = module as { request?: unknown };
          if (typeof request !== 'string' || !request.startsWith('ndarrayShared.')) continue;
          const names = compilation.moduleGraph.getUsedExports(module, undefined);
          assert.ok(names instanceof Set, `${request} is used as a whole`);
          used.set(request.slice('ndarrayShared.'.length), [...names]);
        }
      });
    });
  };
  const compiler = webpack({
    ...extras,
    cache: false,
    output: { ...extras.output, path: folder },
    optimization: { minimize: false },
    plugins: [...(extras.plugins ?? []), { apply: look }],
  });
  const stats = await new Promise<Stats | undefined>((accept, reject) =>
    compiler.run((error, result) => (error ? reject(error) : accept(result))),
  );
  assert.equal(stats?.hasErrors(), false, stats?.toString('errors-only'));
  return used;
}

describe('the extras of the webview', () => {
  it('are lent all that they use of the webview’s modules', async function () {
    this.timeout(60_000);
    const folder = mkdtempSync(join(tmpdir(), 'ndarray-extras-'));
    try {
      const lent = lentNames();
      const used = await usedNames(folder);
      assert.ok(used.size > 10, [...used.keys()].join());
      for (const [key, names] of used)
        assert.deepEqual(
          names.filter(name => !lent.get(key)?.includes(name)),
          [],
          `names of ${key} that are not lent`,
        );
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});
