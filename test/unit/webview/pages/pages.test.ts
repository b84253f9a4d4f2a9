import assert from 'node:assert/strict';
import { InspectorError } from '../../../../core/errors';
import { countChanged } from '../../../../webview/debug/announceChanges';
import { PageCache, pagesOf } from '../../../../webview/pages/cache';
import { PageLoader } from '../../../../webview/pages/loader';
import type { Pages } from '../../../../webview/protocol/documentState';
import { MAX_PAGES, PAGE_BYTES } from '../../../../webview/protocol/schema';

const page = (value: number): Uint8Array => new Uint8Array(PAGE_BYTES).fill(value);
const range = (first: number, count: number): number[] => Array.from({ length: count }, (_, k) => first + k);
const turn = (): Promise<void> => new Promise(resolve => setTimeout(resolve));

describe('the page cache', () => {
  it('drops the page that was not used for longest', () => {
    const cache = new PageCache(2);
    cache.put(1, page(1), 0);
    cache.put(2, page(2), 0);
    cache.get(1);
    cache.put(3, page(3), 0);
    assert.equal(cache.get(2), undefined);
    assert.deepEqual([cache.byteAt(PAGE_BYTES), cache.byteAt(3 * PAGE_BYTES)], [1, 3]);
  });

  it('keeps a page of an older revision to draw with, and calls it stale', () => {
    const cache = new PageCache();
    cache.put(0, page(7), 1);
    assert.equal(cache.isFresh(0, 2), false);
    assert.equal(cache.byteAt(5), 7);
  });

  it('puts together an item that lies on several pages', () => {
    const cache = new PageCache();
    cache.put(0, page(1), 0);
    assert.equal(cache.view(PAGE_BYTES - 2, 4), undefined);
    cache.put(1, page(2), 0);
    const { view, at } = cache.view(PAGE_BYTES - 2, 4)!;
    assert.deepEqual(
      [0, 1, 2, 3].map(k => view.getUint8(at + k)),
      [1, 1, 2, 2],
    );
  });

  it('gives no view of bytes behind the end of a short last page', () => {
    const cache = new PageCache();
    cache.put(0, page(1).slice(0, 10), 0);
    assert.notEqual(cache.view(6, 4), undefined);
    assert.equal(cache.view(7, 4), undefined);
    assert.equal(cache.byteAt(10), undefined);
  });

  it('reads pages that are views into a larger buffer', () => {
    const cache = new PageCache();
    cache.put(0, new Uint8Array([0, 0, 9, 8]).subarray(2), 0);
    const { view, at } = cache.view(1, 1)!;
    assert.equal(view.getUint8(at), 8);
  });

  it('counts pages past 2^32 bytes', () => {
    assert.deepEqual([...pagesOf(2 ** 40 - 1, 2)], [2 ** 28 - 1, 2 ** 28]);
    assert.deepEqual([...pagesOf(5, 0)], []);
  });
});

interface Asked {
  readonly revision: number;
  readonly pages: readonly number[];
  readonly signal: AbortSignal;
  answer(revision?: number): void;
  fail(error: Error): void;
}

function setup(): { loader: PageLoader; asked: Asked[]; errors: InspectorError[] } {
  const asked: Asked[] = [];
  const errors: InspectorError[] = [];
  const loader = new PageLoader(
    ({ revision, pages }, signal) =>
      new Promise<Pages>((accept, reject) => {
        asked.push({
          revision,
          pages,
          signal,
          answer: (as = revision) => accept({ revision: as, pages: pages.map(page) }),
          fail: reject,
        });
      }),
    () => undefined,
    error => errors.push(error),
  );
  loader.setRevision(1);
  return { loader, asked, errors };
}

describe('the page loader', () => {
  it('asks for what is on screen before what is around it, in batches the contract allows', async () => {
    const { loader, asked } = setup();
    loader.want('values', { now: range(0, MAX_PAGES + 10), soon: range(1000, 5) });
    assert.deepEqual(
      asked.map(({ pages }) => pages.length),
      [MAX_PAGES, 10],
    );
    asked[0].answer();
    await turn();
    assert.deepEqual(asked[2].pages, range(1000, 5));
  });

  it('lets a few missing pages at the rim wait for more', async () => {
    const { loader, asked } = setup();
    loader.want('values', { now: [0], soon: range(1, 8) });
    for (let k = 0; k < 2; k++) {
      asked[k].answer();
      await turn();
    }
    loader.want('values', { now: [1], soon: range(2, 9) });
    assert.equal(asked.length, 2);
    loader.want('values', { now: [4], soon: range(5, 9) });
    assert.deepEqual(asked[2].pages, range(9, 5));
  });

  it('asks for a page once, whoever wants it, and not again while it is here', async () => {
    const { loader, asked } = setup();
    loader.want('values', { now: [3], soon: [] });
    loader.want('bytes', { now: [3], soon: [] });
    assert.equal(asked.length, 1);
    asked[0].answer();
    await turn();
    loader.want('values', { now: [3], soon: [] });
    assert.equal(asked.length, 1);
    assert.equal(loader.cache.byteAt(3 * PAGE_BYTES), 3);
  });

  it('calls off a batch of which nothing is wanted any more', () => {
    const { loader, asked } = setup();
    loader.want('values', { now: [1, 2], soon: [] });
    loader.want('values', { now: [2], soon: [] });
    assert.equal(asked[0].signal.aborted, false);
    loader.want('values', { now: [9], soon: [] });
    assert.equal(asked[0].signal.aborted, true);
    assert.deepEqual(asked[1].pages, [9]);
  });

  it('asks again under a new revision, and drops answers of the old one', async () => {
    const { loader, asked } = setup();
    loader.want('values', { now: [4], soon: [] });
    loader.setRevision(2);
    assert.deepEqual([asked[1].revision, asked[1].pages], [2, [4]]);
    asked[0].answer();
    await turn();
    assert.equal(loader.cache.get(4), undefined);
    asked[1].answer();
    await turn();
    assert.ok(loader.cache.isFresh(4, 2));
  });

  it('does not take bytes of a revision it has not heard of', async () => {
    const { loader, asked } = setup();
    loader.want('values', { now: [4], soon: [] });
    asked[0].answer(2);
    await turn();
    assert.equal(loader.cache.get(4), undefined);
    loader.setRevision(2);
    assert.deepEqual(asked.at(-1)?.pages, [4]);
  });

  it('reports a page that cannot be read, and asks again only when told to', async () => {
    const { loader, asked, errors } = setup();
    loader.want('values', { now: [4], soon: [] });
    asked[0].fail(new InspectorError('file-unreadable', 'EIO'));
    await turn();
    assert.deepEqual(
      errors.map(({ message }) => message),
      ['EIO'],
    );
    loader.want('values', { now: [4], soon: [] });
    assert.equal(asked.length, 1);
    loader.retry();
    assert.equal(asked.length, 2);
  });

  it('brings pages on demand, and refuses more than fit', async () => {
    const { loader, asked } = setup();
    const brought = loader.bring([1, 2]);
    asked[0].answer();
    assert.equal(await brought, true);
    assert.equal(loader.cache.byteAt(PAGE_BYTES), 1);
    assert.equal(await loader.bring(range(0, 5000)), false);
  });
});

describe('the bytes as of the stop before', () => {
  const stopped = (): { loader: PageLoader; cache: PageCache } => {
    const { loader } = setup();
    loader.setRevision(1, 1, [{ page: 0, bytes: page(7) }]);
    return { loader, cache: loader.cache };
  };
  const seed = (value: number) => [{ page: 0, bytes: page(7).fill(value, 4, 8) }];

  it('tell which bytes changed, and what they were', () => {
    const { loader, cache } = stopped();
    assert.equal(cache.isChanged(4), false);
    loader.setRevision(2, 2, seed(9));
    assert.deepEqual(
      [3, 4, 7, 8].map(at => cache.isChanged(at)),
      [false, true, true, false],
    );
    assert.deepEqual([cache.isChanged(0, 4), cache.isChanged(0, 5)], [false, true]);
    assert.deepEqual([...cache.bytesBefore(3, 2)!], [7, 7]);
  });

  it('stay through the revisions of one stop', () => {
    const { loader, cache } = stopped();
    loader.setRevision(2, 2, seed(7));
    assert.equal(cache.isChanged(4), false);
    loader.setRevision(3, 2, seed(9));
    assert.equal(cache.isChanged(4), true);
    loader.setRevision(4, 2, seed(7));
    assert.equal(cache.isChanged(4), false);
  });

  it('are those of the last revision of that stop', () => {
    const { loader, cache } = stopped();
    loader.setRevision(2, 1, seed(9));
    loader.setRevision(3, 2, seed(9));
    assert.equal(cache.isChanged(4), false);
    assert.equal(cache.hasBaseline(0), true);
  });

  it('are of a page that was read late, if it was fresh at that stop', async () => {
    const { loader, asked } = setup();
    loader.setRevision(2, 1, seed(9));
    loader.want('values', { now: [0], soon: [] });
    loader.setRevision(3, 2);
    assert.equal(loader.cache.isChanged(4), false);
    asked[0].answer();
    await turn();
    assert.equal(loader.cache.isChanged(4), true);
  });

  it('are not told of a page that was stale at that stop, nor after stops that were missed', () => {
    const stale = stopped();
    stale.loader.setRevision(2, 1);
    stale.loader.setRevision(3, 2, seed(9));
    assert.deepEqual([stale.cache.isChanged(4), stale.cache.hasBaseline(0)], [false, false]);
    const missed = stopped();
    missed.loader.setRevision(2, 3, seed(9));
    assert.equal(missed.cache.isChanged(4), false);
    assert.equal(missed.cache.bytesBefore(4, 1), undefined);
  });

  it('are not told of a page that only an earlier stop saw', () => {
    const { loader, cache } = stopped();
    loader.setRevision(2, 2);
    loader.setRevision(3, 3, seed(9));
    assert.equal(cache.isChanged(4), false);
  });

  it('are of the same bytes where a stop brings no others', () => {
    const { loader, cache } = stopped();
    loader.setRevision(2, 2, seed(9));
    loader.setRevision(2, 3);
    assert.equal(cache.isChanged(4), false);
    loader.setRevision(3, 4, seed(8));
    assert.deepEqual([...cache.bytesBefore(4, 1)!], [9]);
  });

  it('go with their source', () => {
    const { loader, cache } = stopped();
    loader.forget();
    loader.setRevision(2, 2, seed(9));
    assert.deepEqual([cache.isChanged(4), cache.byteAt(4)], [false, 9]);
  });

  it('come with what is drawn: once, and nothing is asked for that came along', () => {
    const { loader, asked } = setup();
    loader.want('values', { now: [0], soon: [] });
    const before = asked.length;
    loader.setRevision(2, 1, seed(9));
    assert.equal(asked.length, before);
    assert.ok(loader.cache.isFresh(0, 2));
  });

  it('do not reach past the end of either', () => {
    const { loader, cache } = stopped();
    loader.setRevision(2, 2, [{ page: 0, bytes: page(7).slice(0, 6) }]);
    assert.equal(cache.isChanged(0, 100), false);
  });

  it('cannot be told of an item of which a part was not at hand', () => {
    const { loader, cache } = stopped();
    const pages = [
      { page: 0, bytes: page(8) },
      { page: 1, bytes: page(8) },
    ];
    loader.setRevision(2, 2, pages);
    assert.equal(cache.isChanged(PAGE_BYTES - 2, 4), true);
    assert.equal(cache.bytesBefore(PAGE_BYTES - 2, 4), undefined);
    assert.equal(
      countChanged(cache, [
        [PAGE_BYTES - 4, 8],
        [PAGE_BYTES - 2, 2],
      ]),
      4,
    );
  });
});
