/** The plan of the folders (folders.json) is true: of the imports, of the sizes, and in ARCHITECTURE.md. */
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import type { ICruiseResult } from 'dependency-cruiser';

const root = resolve(__dirname, '../../..');
const inRoot = (name: string): string => readFileSync(join(root, name), 'utf8');

interface Row {
  readonly path: string;
  readonly job: string;
  readonly imports: readonly string[];
}
const rows = JSON.parse(inRoot('folders.json')) as Row[];

const MAX_LINES = 400;
const MAX_MEDIAN_LINES = 100;
const MAX_FILES = 20;

/** The row that a file belongs to. */
const rowOf = (file: string): Row | undefined =>
  rows.find(({ path }) => file === path || (path.endsWith('/') && file.startsWith(path)));

function cruise(): ICruiseResult {
  const program = join(root, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs');
  const folders = ['core', 'extension', 'webview'];
  const options = ['--config', '.dependency-cruiser.cjs', '--output-type', 'json'];
  const output = execFileSync(process.execPath, [program, ...options, ...folders], {
    cwd: root,
    maxBuffer: 2 ** 28,
  });
  return JSON.parse(output.toString()) as ICruiseResult;
}

describe('the folders', () => {
  let result: ICruiseResult;
  let files: string[];
  before(() => {
    result = cruise();
    files = result.modules
      .map(({ source }) => source)
      .filter(file => /^(core|extension|webview)\//.test(file));
  });

  it('import what folders.json lets them, in no circle, types included', () => {
    assert.ok(files.length > 500);
    const found = result.summary.violations.map(({ rule, from, to }) => `${rule.name}: ${from} → ${to}`);
    assert.deepEqual(found, []);
  });

  it('stand in folders.json below all that they import', () => {
    const paths = rows.map(({ path }) => path);
    for (const { path, imports } of rows)
      for (const one of imports)
        assert.ok(paths.indexOf(one) >= 0 && paths.indexOf(one) < paths.indexOf(path), `${path} → ${one}`);
  });

  it('all have a row, and use what it lets them import', () => {
    const used = new Map(rows.map(({ path }) => [path, new Set<string>()]));
    for (const { source, dependencies } of result.modules.filter(module => files.includes(module.source))) {
      const row = rowOf(source);
      assert.ok(row, `${source} has no row in folders.json`);
      for (const { resolved } of dependencies) used.get(row.path)!.add(rowOf(resolved)?.path ?? resolved);
    }
    for (const { path, imports } of rows)
      assert.deepEqual(
        imports.filter(one => !used.get(path)!.has(one)),
        [],
        `what ${path} does not import`,
      );
  });

  it(`hold at most ${MAX_FILES} files, of at most ${MAX_LINES} lines, half of them of ${MAX_MEDIAN_LINES} at most`, () => {
    const counts = new Map<string, number>();
    for (const file of files) counts.set(dirname(file), (counts.get(dirname(file)) ?? 0) + 1);
    assert.deepEqual(
      [...counts].filter(([, count]) => count > MAX_FILES),
      [],
    );
    const lines = files.map(file => inRoot(file).split('\n').length).sort((a, b) => a - b);
    assert.ok(lines.at(-1)! <= MAX_LINES, `the longest file has ${lines.at(-1)} lines`);
    assert.ok(
      lines[lines.length >> 1] <= MAX_MEDIAN_LINES,
      `the median is ${lines[lines.length >> 1]} lines`,
    );
  });

  it('are told in ARCHITECTURE.md (npm run folders makes it so)', async () => {
    const rig = createRequire(join(root, 'test', 'rig', 'folders.mjs'));
    const { architectureText } = rig('./folders.mjs') as { architectureText: () => Promise<string> };
    assert.equal(inRoot('ARCHITECTURE.md'), await architectureText());
  });
});
