// The walls between folders, made from folders.json: what each may import, types included, and no circles.
const folders = require('./folders.json');

const escaped = text => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
/** The paths of a row's parts: `.` stands for the files that lie in the folder itself. */
const pathsOf = ({ path, parts = ['.'] }) => parts.map(part => (part === '.' ? path : path + part));
const every = folders.flatMap(pathsOf);

/** Matches the files of a row: those below `path` that no longer path of the table has for itself. */
function filesOf(path) {
  if (!path.endsWith('/')) return `^${escaped(path)}$`;
  const others = every.filter(other => other !== path && other.startsWith(path));
  const apart = others.map(other => escaped(other.slice(path.length)) + (other.endsWith('/') ? '' : '$'));
  return `^${escaped(path)}${apart.length > 0 ? `(?!${apart.join('|')})` : ''}`;
}

/** All files of a family, its parts included. */
const familyOf = path => {
  const row = folders.find(one => one.path === path);
  if (!row) throw new Error(`folders.json has no row ${path}`);
  return pathsOf(row).map(filesOf);
};

const packageOf = name =>
  name === 'node'
    ? '^(node:)?(crypto|fs|os|path|perf_hooks|stream|timers|url|util|worker_threads|zlib)\\b'
    : `(^|node_modules/)(@types/)?${escaped(name)}(/|$)`;

function wall(name, from, to, packages = []) {
  return {
    name,
    severity: 'error',
    from: { path: from },
    to: { pathNot: [...to, ...packages.map(packageOf)] },
  };
}

/** The walls of a row: its parts import those before them, and all of them what the row imports. */
function wallsOf(row) {
  const outside = row.imports.flatMap(familyOf);
  const own = pathsOf(row);
  return own.map((path, k) =>
    wall(
      `imports of ${path}`,
      filesOf(path),
      [...own.slice(0, k + 1).map(filesOf), ...outside],
      row.packages,
    ),
  );
}

module.exports = {
  forbidden: [
    { name: 'no circles', severity: 'error', from: {}, to: { circular: true } },
    ...folders.flatMap(wallsOf),
  ],
  options: {
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.base.json' },
    doNotFollow: { path: 'node_modules' },
    exclude: { path: ['^core/kernels/assembly/', '\\.(css|py|mjs|cjs|d\\.ts)$'] },
  },
};
