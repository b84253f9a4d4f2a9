import assert from 'node:assert/strict';
import { ItemMap } from '../../../../webview/state/itemMap';
import { byteName } from '../../../../webview/bytes/name';
import { wantedBytes } from '../../../../webview/bytes/wanted';
import { mapSegments } from '../../../../webview/panels/segments';
import { PageCache } from '../../../../webview/pages/cache';
import { readSaved } from '../../../../webview/state/saved';
import { bytesText, hexOffset } from '../../../../core/text/size';
import { columnLabel } from '../../../../webview/values/cells';
import { ariaCount } from '../../../../webview/ui/ariaCounts';
import { CellReader } from '../../../../webview/state/cellReader';
import { withoutControls } from '../../../../webview/ui/controls';
import { cellCount, tabSeparated } from '../../../../webview/state/rectangle';
import { rectangleOf } from '../../../../webview/state/selection';
import { GrowingWidths, textWidth } from '../../../../webview/state/widths';
import { viewOf } from '../views';

describe('a cell', () => {
  const bytes = new Uint8Array(new Float32Array([1.5, -2, 3, 4]).buffer);

  it('is read from the pages at hand, and never outside its owner', () => {
    const cache = new PageCache();
    const reader = new CellReader(viewOf({ shape: [8] }), cache, 16);
    assert.equal(reader.read(0, 0, 0).state, 'loading');
    cache.put(0, bytes, 0);
    assert.deepEqual(reader.read(0, 0, 1), { state: 'value', text: '1.5' });
    assert.deepEqual(reader.read(16, 0, 1), { state: 'outside', text: 'outside owner' });
    assert.equal(reader.read(14, 0, 1).state, 'outside');
    assert.equal(reader.read(-4, 0, 1).state, 'outside');
  });

  it('is not drawn where its item is enormous', () => {
    const reader = new CellReader(viewOf({ shape: [2], dtype: 'S1000000' }), new PageCache(), 2_000_000);
    assert.deepEqual(reader.read(0, 0, 0), { state: 'large', text: 'item of 1 MB' });
  });

  it('is labelled with its index, its field, or both', () => {
    const record = viewOf({ shape: [4, 4], dtype: "[('x', 'f4'), ('y', 'f4')]" });
    assert.equal(columnLabel(record, 5, true), '2 y');
    assert.equal(columnLabel(record, 1, false), 'y');
    assert.equal(columnLabel(viewOf({ shape: [4, 4] }), 3, true), '3');
  });
});

describe('column widths', () => {
  it('grow with the texts and never shrink', () => {
    const widths = new GrowingWidths(2);
    assert.equal(widths.see(1, '0.0027357212'), true);
    assert.equal(widths.see(1, '1.0'), false);
    assert.equal(widths.characters(1), 12);
    assert.ok(widths.characters(0) < 12);
  });

  it('give wide characters room', () => assert.equal(textWidth('日本'), 4));
});

describe('the selection', () => {
  const rectangle = rectangleOf({ row: 5, column: 2 }, { row: 3, column: 4 });

  it('is a rectangle, whichever corner came first', () => {
    assert.deepEqual(rectangle, { top: 3, bottom: 5, left: 2, right: 4 });
    assert.equal(cellCount(rectangle), 9);
    assert.equal(cellCount(rectangleOf(undefined, { row: 1, column: 1 })), 1);
  });

  it('is copied with a line for each row, tabs between columns, quotes around both', () => {
    const text = tabSeparated({ top: 0, bottom: 1, left: 0, right: 1 }, (row, column) =>
      row === 1 && column === 1 ? 'a\t"b"' : `${row}.${column}`,
    );
    assert.equal(text, '0.0\t0.1\n1.0\t"a\t""b"""');
  });
});

describe('a text with control characters', () => {
  it('is shown in one line, as Python escapes it', () => {
    assert.equal(withoutControls('a\nb\tc\r\x1b\0'), 'a\\nb\\tc\\r\\x1b\\x00');
    assert.equal(withoutControls('naïve 日本語 😀'), 'naïve 日本語 😀');
  });
});

describe('a byte', () => {
  it('says its offset and its item', () => {
    const view = viewOf({ shape: [2, 10] });
    assert.equal(
      byteName(view, 16, 0x8c, new ItemMap(view).at(16), false),
      '8C, offset 16, byte 0 of [0, 4]',
    );
  });

  it('says that it is not part of an item, in a header, or in many items', () => {
    const gaps = viewOf({ shape: [2, 10] }, ':, ::2');
    assert.equal(byteName(gaps, 4, 0, new ItemMap(gaps).at(4), false), '00, offset 4, not part of an item');
    const npy = viewOf({ shape: [4], offset: 128 });
    assert.equal(byteName(npy, 1, 0x4e, new ItemMap(npy).at(1), true), '4E, offset 1, header, read-only');
  });

  it('starts an item where one starts, and a column of one', () => {
    const items = new ItemMap(viewOf({ shape: [3], dtype: "[('a', 'u1'), ('b', '<u2')]" }));
    assert.deepEqual(
      [0, 1, 2, 3, 4].map(at => items.at(at).starts),
      [true, true, false, true, true],
    );
  });

  it('is fetched with its screen, and a screen on either side', () => {
    assert.deepEqual(wantedBytes(16, 256, 512, 16 * 1024), { now: [1], soon: [0, 2] });
    assert.deepEqual(wantedBytes(16, 0, 10, 40), { now: [0], soon: [] });
  });
});

describe('the memory map', () => {
  it('shows the smallest window of the largest file, inside it', () => {
    const end = 2 ** 53 - 1;
    const segments = mapSegments(end, { first: 128, end }, 128, { first: end - 4, end });
    assert.deepEqual(
      segments.map(({ kind }) => kind),
      ['all', 'header', 'view', 'window'],
    );
    for (const { start, width } of segments) assert.ok(start >= 0 && width > 0 && start + width <= 1000);
  });

  it('cuts off what is outside of the owner', () => {
    assert.deepEqual(mapSegments(100, { first: -50, end: 200 }, 0)[1], {
      kind: 'view',
      start: 0,
      width: 1000,
    });
    assert.deepEqual(mapSegments(0, { first: 0, end: 0 }, 0), []);
  });
});

describe('numbers', () => {
  it('of bytes are decimal, at most three digits', () => {
    const texts = [1, 999, 1000, 400_000_000, 999_600, 68_719_476_736].map(bytesText);
    assert.deepEqual(texts, ['1 byte', '999 bytes', '1 kB', '400 MB', '1 MB', '68.7 GB']);
  });

  it('of offsets are hexadecimal, eight digits or more', () => {
    assert.deepEqual([hexOffset(16), hexOffset(2 ** 36, 9)], ['0x00000010', '0x1000000000']);
  });

  it('of rows are unknown to ARIA past 2^31 − 1', () => {
    assert.deepEqual([ariaCount(2 ** 31 - 2), ariaCount(2 ** 31 - 1)], [2 ** 31 - 1, -1]);
  });
});

describe('the saved state', () => {
  it('is used if it is whole, of this version and of this file', () => {
    const position = { line: 2 ** 40, pixel: 3 };
    const saved = {
      version: 1,
      fileName: 'x.dat',
      slice: '::2',
      place: { index: [1], leaf: 0, rowAxis: 0, colAxis: -1 },
      rows: position,
      columns: position,
      bytes: position,
      byteCursor: 4,
      split: 50,
    };
    assert.deepEqual(readSaved(saved, 'x.dat'), saved);
    assert.equal(readSaved(saved, 'y.dat'), undefined);
    assert.equal(readSaved({ ...saved, rows: { line: -1, pixel: 0 } }, 'x.dat'), undefined);
    assert.equal(readSaved(undefined, 'x.dat'), undefined);
  });
});
