import assert from 'node:assert/strict';
import { InspectorError } from '../../../../core/errors';
import { createEdit, createEditOfShown, createEditOfFresh } from '../../../../webview/editing/createEdit';
import { bringNow } from '../../../../webview/state/bringPages';
import { PageCache } from '../../../../webview/pages/cache';
import { PageLoader } from '../../../../webview/pages/loader';

const bytes = (...values: number[]): Uint8Array => Uint8Array.from(values);

/** A loader at revision 1 whose one page, of zeros, is here; each further read has the next of `answers`. */
function loaderOf(answers: readonly Uint8Array[], change?: (loader: PageLoader) => void): PageLoader {
  let reads = 0;
  const loader: PageLoader = new PageLoader(
    ({ revision }) => {
      const page = answers[reads++] ?? answers.at(-1);
      change?.(loader);
      return Promise.resolve({ revision, pages: [page] });
    },
    () => undefined,
    () => undefined,
  );
  loader.setRevision(1, 1, [{ page: 0, bytes: new Uint8Array(4) }]);
  return loader;
}

describe('an edit', () => {
  it('is of bytes that are as of now', () => {
    const cache = new PageCache();
    cache.put(0, bytes(1, 2, 3, 4), 1);
    assert.deepEqual(createEdit(cache, 1, 1, bytes(9, 3)), {
      byteOffset: 1,
      oldBytes: bytes(2, 3),
      newBytes: bytes(9, 3),
    });
    assert.equal(createEdit(cache, 1, 1, bytes(2, 3)), undefined);
    assert.throws(() => createEdit(cache, 2, 1, bytes(9)), /still loading/);
    assert.throws(() => createEdit(cache, 1, 3, bytes(9, 9)), InspectorError);
  });

  it('waits for bytes of before to be read anew, whatever they are then', async () => {
    const loader = loaderOf([bytes(7, 0, 0, 0)]);
    loader.setRevision(2, 1);
    const edit = await createEditOfFresh(loader, 0, bytes(5));
    assert.deepEqual(edit, { byteOffset: 0, oldBytes: bytes(7), newBytes: bytes(5) });
  });

  it('is refused once where the bytes are others than those that were on screen', async () => {
    const loader = loaderOf([bytes(7, 0, 0, 0)]);
    loader.setRevision(2, 1);
    await assert.rejects(
      createEditOfShown(loader, 0, bytes(5)),
      /These bytes have just been changed outside/,
    );
    assert.deepEqual((await createEditOfShown(loader, 0, bytes(5)))?.oldBytes, bytes(7));
  });

  it('is none where others have stored the same', async () => {
    const loader = loaderOf([bytes(7, 0, 0, 0)]);
    loader.setRevision(2, 1);
    assert.equal(await createEditOfShown(loader, 0, bytes(7)), undefined);
  });
});

describe('pages that are brought as of now', () => {
  it('are asked for again where there are newer ones before they are here', async () => {
    let revision = 2;
    const loader = loaderOf([new Uint8Array(4)], changed => {
      if (revision < 4) changed.setRevision(++revision, 1);
    });
    loader.setRevision(2, 1);
    assert.equal(await bringNow(loader, [0]), true);
    assert.equal(loader.cache.isFresh(0, 4), true);
  });

  it('are given up where newer ones come without end', async () => {
    let revision = 2;
    const loader = loaderOf([new Uint8Array(4)], changed => changed.setRevision(++revision, 1));
    loader.setRevision(2, 1);
    await bringNow(loader, [0]);
    assert.throws(() => createEdit(loader.cache, loader.revision, 0, bytes(1)), /still loading/);
  });
});
