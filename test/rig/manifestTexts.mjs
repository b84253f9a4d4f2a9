/**
 * The texts for people in `package.json`, each as `%key%` there and under that key in `package.nls.json`.
 * Invariant: `externalise` of what it gave changes nothing.
 * https://code.visualstudio.com/api/references/vscode-api#l10n
 */

/** The properties that hold texts; `name` only of views. */
const spoken = new Set([
  ...[
    'title',
    'shortTitle',
    'category',
    'displayName',
    'description',
    'markdownDescription',
    'label',
    'altText',
  ],
  ...[
    'enumDescriptions',
    'markdownEnumDescriptions',
    'enumItemLabels',
    'deprecationMessage',
    'contextualTitle',
    'contents',
  ],
  ...['markdownDeprecationMessage', 'errorMessage', 'patternErrorMessage'],
]);
/** What is not shown by VS Code. */
const silent = new Set(['scripts', 'devDependencies', 'exports', 'engines', 'default', 'when', 'enablement']);

const nameOf = (value, k) => value?.command ?? value?.id ?? value?.viewType ?? value?.view ?? String(k);
/** Where it stands; the category of all commands is one text. */
const keyOf = path =>
  path.at(-1) === 'category' ? 'category' : path.filter(name => name !== 'contributes').join('.');
const keyIn = text => /^%(.+)%$/.exec(text)?.[1];

/** The manifest with keys instead of texts, and the texts by key, in the manifest's order. */
export function externalise(manifest, texts = {}) {
  const found = {};
  const put = (text, path) => {
    const given = keyIn(text);
    const key = given ?? keyOf(path);
    const meant = given === undefined ? text : texts[given];
    if (key in found && found[key] !== meant) throw new Error(`two texts are called ${key}`);
    found[key] = meant;
    return `%${key}%`;
  };
  const visit = (value, path, isSpoken) => {
    if (typeof value === 'string') return isSpoken && /\p{L}/u.test(value) ? put(value, path) : value;
    if (Array.isArray(value)) return value.map((one, k) => visit(one, [...path, nameOf(one, k)], isSpoken));
    if (value === null || typeof value !== 'object') return value;
    const entries = Object.entries(value).map(([name, one]) => {
      const isHere = spoken.has(name) || (name === 'name' && path.includes('views'));
      return [name, silent.has(name) ? one : visit(one, [...path, name], isHere)];
    });
    return Object.fromEntries(entries);
  };
  return { manifest: visit(manifest, [], false), texts: found };
}

/** The keys that have no text. */
export function missing(texts) {
  return Object.entries(texts).flatMap(([key, text]) => (typeof text === 'string' ? [] : [key]));
}
