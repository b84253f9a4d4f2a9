import assert from 'node:assert/strict';
import { forget, recall, remember, rememberMoved } from '../../../../extension/discovery/rememberedLayouts';
import type { LayoutChoice } from '../../../../webview/protocol/schema';
import { memento } from './memento';

const choice: LayoutChoice = { dtype: 'float32', shape: [10, 20], order: 'C', offset: 0 };
const uri = 'file:///data/a.dat';

describe('a remembered layout', () => {
  it('is recalled for the same file and size', async () => {
    const store = memento();
    await remember(store, uri, choice, 800);
    const found = recall(store, uri, 800);
    assert.deepEqual(found?.choice, choice);
    assert.deepEqual(found.origin, { kind: 'remembered', text: 'chosen earlier for this file' });
    assert.equal(recall(store, 'file:///data/b.dat', 800), undefined);
  });

  it('keeps explicit strides', async () => {
    const store = memento();
    await remember(store, uri, { ...choice, strides: [128, 4] }, 1280);
    assert.deepEqual(recall(store, uri, 1280)?.choice.strides, [128, 4]);
  });

  it('is outdated when the file’s size changed, and says so', async () => {
    const store = memento();
    await remember(store, uri, choice, 800);
    const found = recall(store, uri, 804);
    assert.equal(found?.origin.kind, 'outdated');
    assert.match(found.origin.text, /when the file had 800 bytes/);
  });

  it('is outdated when the .npy header changed, came or went', async () => {
    const store = memento();
    await remember(store, uri, choice, 800, 'aa');
    assert.equal(recall(store, uri, 800, 'aa')?.origin.kind, 'remembered');
    assert.equal(recall(store, uri, 800, 'bb')?.origin.kind, 'outdated');
    assert.equal(recall(store, uri, 800)?.origin.kind, 'outdated');
  });

  it('goes along to a new name, over what was remembered for that', async () => {
    const store = memento();
    const [other, moved] = ['file:///data/b.dat', 'file:///data/c.dat'];
    await remember(store, uri, choice, 800);
    await remember(store, moved, { ...choice, dtype: 'int32' }, 800);
    await remember(store, other, choice, 8);
    await rememberMoved(store, one => (one === uri ? moved : undefined));
    assert.deepEqual(recall(store, moved, 800)?.choice, choice);
    assert.deepEqual(recall(store, other, 8)?.choice, choice);
  });

  it('gives way to a later choice and can be forgotten', async () => {
    const store = memento();
    await remember(store, uri, choice, 800);
    await remember(store, uri, { ...choice, dtype: 'int32' }, 800);
    assert.equal(recall(store, uri, 800)?.choice.dtype, 'int32');
    await forget(store, uri);
    assert.equal(recall(store, uri, 800), undefined);
  });

  it('is one of 500; the oldest goes first, and being chosen again makes it young', async () => {
    const store = memento();
    for (let k = 0; k < 500; k++) await remember(store, `file:///${k}`, choice, 800);
    await remember(store, 'file:///0', choice, 800);
    await remember(store, 'file:///new', choice, 800);
    assert.ok(recall(store, 'file:///0', 800));
    assert.equal(recall(store, 'file:///1', 800), undefined);
    assert.ok(recall(store, 'file:///2', 800));
    assert.equal((store.saved() as unknown[]).length, 500);
  });

  it('passes over what is malformed', async () => {
    const good = { version: 1, uri, choice, byteLength: 800 };
    for (const bad of [
      null,
      7,
      'x',
      {},
      { ...good, version: 2 },
      { ...good, choice: { ...choice, shape: [-1] } },
    ]) {
      assert.equal(recall(memento([bad]), uri, 800), undefined);
      assert.ok(recall(memento([bad, good]), uri, 800));
    }
    assert.equal(recall(memento('text'), uri, 800), undefined);
    assert.equal(recall(memento([{ ...good, choice: { ...choice, dtype: 'gone' } }]), uri, 800), undefined);
    const store = memento({ some: 'thing' });
    await remember(store, uri, choice, 800);
    assert.ok(recall(store, uri, 800));
  });
});
