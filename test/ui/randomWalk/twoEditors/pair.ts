/** One file in two editors side by side, and what both should show of it, whatever is done in them and to the file. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Frame, Locator, Page } from 'playwright-core';
import * as np from '../../../../core/index';
import { itemText } from '../../../../extension/tasks/itemText';
import { Model } from '../../../host/extension/editing/model';
import type { Suite } from '../../files/suite';
import { until } from '../../harness/waiting';
import type { StepsOf } from '../../harness/randomWalk';
import { bytesNow } from '../../reading/bytes';
import { clickable } from '../../reading/clickable';
import { isTabDirty } from '../../reading/fileEditor';
import { settled } from '../../reading/settled';
import { valuesNow } from '../../reading/values';

export const COLUMNS = 4;
const ROW_BYTES = COLUMNS * 4;

/** Each does something, to the file and to the model, and says what. The same twice is twice as likely. */
export type Steps = StepsOf<Pair>;

export class Pair {
  readonly path: string;
  readonly model: Model;
  /** How often VS Code's own undo and redo can be asked for: a revert leaves them as they are. */
  past = 0;
  future = 0;

  constructor(
    readonly suite: Suite,
    readonly frames: readonly Frame[],
    readonly file: string,
    readonly pick: (below: number) => number,
  ) {
    this.path = join(suite.folder, file);
    this.model = new Model(this.bytes());
  }

  /** What is in the file. */
  bytes(): Uint8Array {
    return Uint8Array.from(readFileSync(this.path));
  }

  get page(): Page {
    return this.suite.workbench.page;
  }

  among<T>(list: readonly T[]): T {
    return list[this.pick(list.length)];
  }

  edit(byteOffset: number, newBytes: Uint8Array): void {
    const oldBytes = this.model.shown().slice(byteOffset, byteOffset + newBytes.length);
    if (Buffer.compare(oldBytes, newBytes) === 0) return;
    this.model.edit([{ byteOffset, oldBytes, newBytes }]);
    this.past++;
    this.future = 0;
  }

  /** Clicks on a cell of either editor: what it shows, or nothing where there is none. */
  async click(
    grid: 'Values' | 'Bytes',
    frame = this.among(this.frames),
  ): Promise<{ frame: Frame; byteOffset: number } | undefined> {
    if (this.model.file.length === 0) return undefined;
    const offsets = await offsetsOf(frame, grid);
    const places = (await clickable(frame, grid)).filter(k => k < offsets.length);
    if (places.length === 0) return undefined;
    const at = this.among(places);
    await cellOf(frame, grid, at, offsets[at]).click({ timeout: 5000 });
    return { frame, byteOffset: offsets[at] };
  }

  /** Both editors show the file of now, with what is unsaved over it, and say so. */
  async check(): Promise<void> {
    const { model } = this;
    assert.deepEqual(this.bytes(), model.file, 'the file');
    model.look();
    let wrong: string[] = [];
    const isRight = async (): Promise<true | undefined> => {
      wrong = await this.#wrongTab();
      for (const [k, frame] of this.frames.entries()) {
        const found = await this.#wrong(frame).catch((error: unknown) => [String(error)]);
        wrong.push(...found.map(text => `editor ${k}: ${text}`));
      }
      return wrong.length === 0 ? true : undefined;
    };
    await until('both editors to be right', isRight, 6000).catch(() =>
      assert.fail(`${wrong.length} wrong: ${wrong.slice(0, 5).join('; ')}`),
    );
  }

  async #wrong(frame: Frame): Promise<string[]> {
    await settled(frame);
    if (this.model.file.length === 0) return this.#wrongWhereEmpty(frame);
    return [
      ...(await this.#wrongBytes(frame)),
      ...(await this.#wrongValues(frame)),
      ...(await this.#wrongWords(frame)),
    ];
  }

  async #wrongWhereEmpty(frame: Frame): Promise<string[]> {
    const text = await shownText(frame);
    const expected = ['cannot mmap an empty file', 'No items'];
    return [
      ...expected.filter(words => !text.includes(words)).map(words => `'${words}' is not said`),
      ...(await this.#wrongWords(frame)),
    ];
  }

  async #wrongBytes(frame: Frame): Promise<string[]> {
    const shown = this.model.shown();
    const conflicts = new Set(this.model.conflicts());
    const marked = await marksOf(frame, 'Bytes');
    return (await bytesNow(frame)).flatMap(({ byteOffset, hex }, k) => {
      const isRight = parseInt(hex, 16) === shown[byteOffset];
      const isMarked = marked[k] === conflicts.has(byteOffset);
      return [
        ...(isRight ? [] : [`byte ${byteOffset} is ${hex}, not ${shown.at(byteOffset)?.toString(16)}`]),
        ...(isMarked ? [] : [`byte ${byteOffset} is ${marked[k] ? '' : 'not '}marked`]),
      ];
    });
  }

  async #wrongValues(frame: Frame): Promise<string[]> {
    const x = this.#array();
    const { cells, rowCount } = await valuesNow(frame);
    const conflicts = new Set(this.model.conflicts().map(at => at >> 2));
    const marked = await marksOf(frame, 'Values');
    const rows = x.shape[0] + 1;
    return [
      ...(rowCount === rows || x.shape[0] === 0 ? [] : [`${rowCount} rows, not ${rows}`]),
      ...cells.flatMap(({ rowHeader, columnHeader, text }, k) => {
        const item = Number(rowHeader) * COLUMNS + Number(columnHeader);
        const expected = item < x.size ? itemText(x, item) : 'nothing';
        return [
          ...(expected === text ? [] : [`item ${item} is ${text}, not ${expected}`]),
          ...(marked[k] === conflicts.has(item) ? [] : [`item ${item} is ${marked[k] ? '' : 'not '}marked`]),
        ];
      }),
    ];
  }

  async #wrongWords(frame: Frame): Promise<string[]> {
    const text = await shownText(frame);
    const said = (words: string): number => {
      const found = new RegExp(`([\\d,]+) bytes? ${words}`).exec(text);
      return found ? Number(found[1].replaceAll(',', '')) : 0;
    };
    const { model } = this;
    const pairs: [string, number][] = [
      ['also changed on disk', model.conflicts().length],
      ['not saved', model.mine().size],
      ['left over', model.file.length % ROW_BYTES],
    ];
    return pairs.flatMap(([words, expected]) =>
      said(words) === expected ? [] : [`${said(words)} bytes ${words}, not ${expected}`],
    );
  }

  async #wrongTab(): Promise<string[]> {
    if (!this.model.isDirty) return [];
    return (await isTabDirty(this.page)) ? [] : ['the tab has no dot'];
  }

  #array(): np.NDArray {
    const shown = this.model.shown();
    const rows = Math.floor(shown.length / ROW_BYTES);
    return np.frombuffer(shown.buffer, { dtype: '<f4', count: rows * COLUMNS }).reshape([rows, COLUMNS]);
  }
}

/** Where the item or byte of each cell on screen is. */
async function offsetsOf(frame: Frame, grid: 'Values' | 'Bytes'): Promise<number[]> {
  if (grid === 'Bytes') return (await bytesNow(frame)).map(({ byteOffset }) => byteOffset);
  const { cells } = await valuesNow(frame);
  return cells.map(({ rowHeader, columnHeader }) => Number(rowHeader) * ROW_BYTES + Number(columnHeader) * 4);
}

function cellOf(frame: Frame, grid: 'Values' | 'Bytes', at: number, byteOffset: number): Locator {
  const cells = frame.getByRole('grid', { name: grid });
  if (grid === 'Bytes') return cells.locator(`[data-byte-offset="${byteOffset}"]`);
  return cells.getByRole('gridcell').nth(at);
}

/** What the editor says, but for what it has just told. */
function shownText(frame: Frame): Promise<string> {
  return frame.evaluate(() => {
    const copy = document.body.cloneNode(true) as HTMLElement;
    for (const told of copy.querySelectorAll('[role=status]')) told.remove();
    return copy.textContent;
  });
}

/** Which cells on screen are marked as in conflict. */
function marksOf(frame: Frame, grid: 'Values' | 'Bytes'): Promise<boolean[]> {
  const cells = grid === 'Bytes' ? '[role=gridcell][data-byte-offset]' : '[role=gridcell]';
  return frame.evaluate(
    ([name, selector]) =>
      [...document.querySelectorAll(`[role=grid][aria-label=${name}] ${selector}`)].map(cell =>
        cell.hasAttribute('data-conflict'),
      ),
    [grid, cells],
  );
}
