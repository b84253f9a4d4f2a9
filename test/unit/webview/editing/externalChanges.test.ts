/** Which bytes flash: those on screen that others stored into, once, and nothing that the user did. */
import assert from 'node:assert/strict';
import { announceConflicts, conflictText } from '../../../../webview/editing/conflict';
import { hasWithin, ExternalChanges } from '../../../../webview/editing/externalChanges';
import { PageLoader } from '../../../../webview/pages/loader';
import { PAGE_BYTES } from '../../../../webview/protocol/schema';
import type { DocumentState, Pages } from '../../../../webview/protocol/documentState';
import { Model } from '../../../../webview/state/model';

const PAGES = 4;

/** A file, what is laid over it, and a webview that shows some pages of it. */
function setup() {
  const file = new Uint8Array(PAGES * PAGE_BYTES);
  const edits = new Map<number, number>();
  const counts = { revision: 1, fileRevision: 0 };
  let answers: (() => void)[] = [];
  const pageOf = (page: number): Uint8Array => file.slice(page * PAGE_BYTES, (page + 1) * PAGE_BYTES);
  const shownOf = (page: number): Uint8Array | undefined => {
    const here = [...edits].filter(([at]) => Math.floor(at / PAGE_BYTES) === page);
    const bytes = pageOf(page);
    for (const [at, value] of here) bytes[at % PAGE_BYTES] = value;
    return here.length > 0 ? bytes : undefined;
  };
  const read = ({ pages }: { pages: number[] }): Promise<Pages> =>
    new Promise(accept => {
      const { revision } = counts;
      answers.push(() =>
        accept({
          revision,
          pages: pages.map(page => shownOf(page) ?? pageOf(page)),
          below: pages.map(page => (shownOf(page) ? pageOf(page) : null)),
        }),
      );
    });
  const model = new Model(
    new PageLoader(
      read,
      () => undefined,
      () => undefined,
    ),
  );
  const stored = new ExternalChanges(model);
  const tell = (): void => {
    const { revision, fileRevision } = counts;
    model.document.value = { revision, editing: { fileRevision } } as unknown as DocumentState;
    model.pages.setRevision(revision);
  };
  tell();
  return {
    model,
    stored,
    edits,
    show: (...pages: number[]) => {
      model.pages.want('values', { now: pages, soon: [] });
      stored.dropHidden();
    },
    store: (at: number, value: number) => {
      file[at] = value;
      counts.revision++;
      counts.fileRevision++;
      tell();
    },
    edit: (at: number, value: number) => {
      edits.set(at, value);
      counts.revision++;
      tell();
    },
    save: () => {
      for (const [at, value] of edits) file[at] = value;
      edits.clear();
      counts.revision++;
      tell();
    },
    arrive: async () => {
      for (const answer of answers.splice(0)) answer();
      answers = [];
      await new Promise(setImmediate);
      return stored.takeChanged();
    },
  };
}

describe('bytes that others store into', () => {
  it('are told once, when they arrive', async () => {
    const { show, store, stored, arrive } = setup();
    show(0, 1);
    assert.deepEqual(await arrive(), []);
    store(PAGE_BYTES + 2, 9);
    store(3, 9);
    assert.deepEqual(stored.takeChanged(), [], 'not before they are here');
    assert.deepEqual(await arrive(), [3, PAGE_BYTES + 2]);
    assert.deepEqual(await arrive(), []);
    store(3, 8);
    assert.deepEqual(await arrive(), [3]);
  });

  it('are not told where they were not on screen', async () => {
    const { show, store, arrive } = setup();
    show(0);
    await arrive();
    store(2 * PAGE_BYTES, 9);
    await arrive();
    show(2);
    assert.deepEqual(await arrive(), []);
  });

  it('are not told where they have gone from the screen before they arrived', async () => {
    const { show, store, arrive } = setup();
    show(0);
    await arrive();
    store(3, 9);
    show(1);
    await arrive();
    show(0);
    assert.deepEqual(await arrive(), []);
  });

  it('are told under an edit, and an edit or a save of the own is not', async () => {
    const { show, store, edit, save, arrive } = setup();
    show(0);
    await arrive();
    edit(5, 1);
    assert.deepEqual(await arrive(), []);
    store(5, 2);
    assert.deepEqual(await arrive(), [5]);
    save();
    assert.deepEqual(await arrive(), []);
  });

  it('are found by range', () => {
    assert.equal(hasWithin([3, 8], 4, 4), false);
    assert.equal(hasWithin([3, 8], 4, 5), true);
    assert.equal(hasWithin([3, 8], 3, 1), true);
    assert.equal(hasWithin([], 0, 100), false);
  });

  it('are said with both texts where they are in conflict, and only there', () => {
    const document = {
      editing: { conflicts: [{ byteOffset: 8, byteLength: 4 }] },
    } as unknown as DocumentState;
    assert.equal(conflictText(document, 8, 4, '5.0', '7.0'), 'yours 5.0, in the file 7.0');
    assert.equal(conflictText(document, 11, 1, '05', '07'), 'yours 05, in the file 07');
    assert.equal(conflictText(document, 12, 4, '5.0', '7.0'), undefined);
    assert.equal(conflictText(document, 8, 4, '5.0', undefined), undefined);
  });

  it('are announced when more of them are in conflict than before', () => {
    const { model } = setup();
    announceConflicts(model);
    const conflictBytes = (count: number): void => {
      model.status.value = '';
      const document = { revision: 1, editing: { fileRevision: 0, conflictBytes: count } };
      model.document.value = document as unknown as DocumentState;
    };
    conflictBytes(4);
    assert.equal(model.status.value, '4 bytes also changed on disk');
    conflictBytes(4);
    assert.equal(model.status.value, '');
    conflictBytes(0);
    assert.equal(model.status.value, '');
    conflictBytes(1);
    assert.equal(model.status.value, '1 byte also changed on disk');
  });
});
