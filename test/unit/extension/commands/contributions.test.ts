/** package.json has the commands, menus and activation events of the lists, and the ids that must never change. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { contributions } from '../../../../extension/commands/contributions';
import { DEBUG_ADAPTERS, whenDebugging } from '../../../../extension/debug/adapters';
import { ARRAYS_VIEW, COMMANDS, SETTING_KEYS, SETTINGS, VIEW_TYPES } from '../../../../extension/ids';

interface Manifest {
  readonly activationEvents: unknown;
  readonly contributes: Readonly<Record<string, unknown>> & {
    readonly customEditors: readonly { readonly viewType: string }[];
    readonly configuration: { readonly properties: object };
    readonly views: { readonly debug: readonly { readonly id: string }[] };
  };
}

const root = resolve(__dirname, '../../../../..');
const json = (name: string): unknown => JSON.parse(readFileSync(join(root, name), 'utf8'));
const advice = 'run `npm run texts`, which writes it from extension/commands/list.ts and debug/adapters.ts';

describe('package.json', () => {
  const manifest = json('package.json') as Manifest;
  const expected = contributions();

  for (const section of ['commands', 'menus', 'keybindings'] as const)
    it(`has the ${section} of the list of commands`, () => {
      assert.deepEqual(manifest.contributes[section], expected[section], advice);
    });

  it('is activated by the sessions of every debug adapter', () => {
    assert.deepEqual(manifest.activationEvents, expected.activationEvents, advice);
  });

  it('has a title for every command', () => {
    const texts = json('package.nls.json') as Record<string, string>;
    for (const id of Object.values(COMMANDS)) {
      const key = `commands.${id}.title`;
      assert.ok(texts[key], `add "${key}" to package.nls.json`);
    }
  });

  it('has the view types and settings of extension/ids.ts', () => {
    const { customEditors, configuration, views } = manifest.contributes;
    assert.deepEqual(
      customEditors.map(({ viewType }) => viewType),
      Object.values(VIEW_TYPES),
    );
    assert.deepEqual(
      Object.keys(configuration.properties).sort(),
      Object.values(SETTING_KEYS)
        .map(key => `${SETTINGS}.${key}`)
        .sort(),
    );
    assert.deepEqual(
      views.debug.map(({ id }) => id),
      [ARRAYS_VIEW],
    );
  });
});

describe('the list of debug adapters', () => {
  it('names each session type once', () => {
    const types = DEBUG_ADAPTERS.map(({ type }) => type);
    assert.deepEqual([...new Set(types)], types);
  });

  it('makes a condition that holds for its types alone', () => {
    const pattern = new RegExp(/=~ \/(.+)\/$/.exec(whenDebugging())![1]);
    for (const { type } of DEBUG_ADAPTERS) assert.match(type, pattern);
    for (const other of ['coreclr', 'go', 'python2', 'my-gdb']) assert.doesNotMatch(other, pattern);
  });
});
