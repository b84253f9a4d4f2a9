/** One file in one editor, and what it should hold: what the steps of a walk act on. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Frame, Page } from 'playwright-core';
import * as np from '../../../../core/index';
import { itemText } from '../../../../extension/tasks/itemText';
import { indexChain } from '../../../../webview/state/arrayView';
import { withoutControls } from '../../../../webview/ui/controls';
import type { Suite } from '../../files/suite';
import { until } from '../../harness/waiting';
import type { StepsOf } from '../../harness/randomWalk';
import { bytesNow } from '../../reading/bytes';
import { isTabDirty } from '../../reading/fileEditor';
import { clickable } from '../../reading/clickable';
import { itemOf, type Place, readPlace } from '../../reading/place';
import { settled } from '../../reading/settled';
import { valuesNow } from '../../reading/values';
import { layoutsBehind } from './layouts';
import { type Layout, Model } from './model';

/** Each does something on screen and to the model, and says what. The same twice is twice as likely. */
export type Steps = StepsOf<Walk>;

/** A click on a cell: its item, and which axes are drawn. */
export interface Clicked {
  readonly index: readonly number[];
  readonly place: Place;
  /** Which of the item's columns; empty where it has but one. */
  readonly leaf: string;
}

export class Walk {
  readonly path: string;
  readonly model: Model;
  readonly layouts: readonly Layout[];
  layout: Layout;
  /** What stands in the slice box. */
  view = '';

  constructor(
    readonly suite: Suite,
    public frame: Frame,
    readonly file: string,
    readonly pick: (below: number) => number,
    headerLength = 0,
  ) {
    this.path = join(suite.folder, file);
    this.model = new Model(readFileSync(this.path), headerLength);
    this.layouts = layoutsBehind(headerLength);
    this.layout = this.layouts[0];
  }

  get state(): string {
    return `layout ${JSON.stringify(this.layout)}, slice '${this.view}'`;
  }

  /** Every byte and value on screen is the model's, and what is unsaved is said to be. */
  async check(): Promise<void> {
    let wrong: string[] = [];
    const isRight = async (): Promise<true | undefined> => {
      await settled(this.frame);
      wrong = [...(await this.#wrongBytes()), ...(await this.#wrongValues()), ...(await this.#wrongTab())];
      return wrong.length === 0 ? true : undefined;
    };
    await until('what is on screen to be right', isRight, 4000).catch(() =>
      assert.fail(`${wrong.length} wrong: ${wrong.slice(0, 4).join('; ')}`),
    );
  }

  get page(): Page {
    return this.suite.workbench.page;
  }

  among<T>(list: readonly T[]): T {
    return list[this.pick(list.length)];
  }

  /** The view that the editor draws. */
  shown(view = this.view): np.NDArray {
    const x = this.model.array(this.layout);
    return view === '' ? x : indexChain(view).reduce(indexed, x);
  }

  /** Whether items have several columns. */
  get isRecord(): boolean {
    return this.shown().dtype.fields !== undefined;
  }

  get #leaves(): readonly string[] {
    return this.isRecord ? this.layout.leaves! : [''];
  }

  /** A column of the items that are drawn: `b[1]` is the second of field b. */
  column(leaf: string): np.NDArray {
    if (leaf === '') return this.shown();
    const [name, entry] = leaf.split(/[[\]]/) as [string, string?];
    const field = this.shown().get(name);
    return entry === undefined ? field : field.get(np.parseIndex(`[..., ${entry}]`));
  }

  /** One item that is drawn, as an array without axes. */
  item(index: readonly number[], leaf = ''): np.NDArray {
    return this.column(leaf).get(np.parseIndex(`[${[...index, '...'].join(', ')}]`));
  }

  async #wrongBytes(): Promise<string[]> {
    const { shown } = this.model;
    return (await bytesNow(this.frame))
      .filter(({ byteOffset, hex }) => parseInt(hex, 16) !== shown[byteOffset])
      .map(({ byteOffset, hex }) => `byte ${byteOffset} is ${hex}, not ${shown[byteOffset].toString(16)}`);
  }

  async #wrongValues(): Promise<string[]> {
    const x = this.shown();
    const place = await readPlace(this.frame, x.ndim);
    const { cells } = await valuesNow(this.frame);
    return cells.flatMap(cell => {
      const [index, leaf] = itemOf(cell, place, x.ndim, this.#leaves);
      const column = this.column(this.#leaves[leaf]);
      const expected = withoutControls(itemText(column, np.ravelIndex(index, column.shape)));
      return expected === cell.text ? [] : [`${JSON.stringify(index)} is ${cell.text}, not ${expected}`];
    });
  }

  async #wrongTab(): Promise<string[]> {
    const isUnsaved = Buffer.compare(this.model.shown, this.model.saved) !== 0;
    const said = /[\d,]+ bytes? not saved/.test((await this.frame.textContent('body')) ?? '');
    const isDirty = await isTabDirty(this.page);
    if (!isUnsaved) return [];
    return [...(said ? [] : ['unsaved bytes are not said']), ...(isDirty ? [] : ['the tab has no dot'])];
  }

  /** Whether an item begins in the header, where nothing can be typed. */
  isOfHeader({ index, leaf }: Clicked): boolean {
    return this.item(index, leaf).byteOffset < this.model.headerLength;
  }

  /** A click on a byte; its offset. */
  async clickByte(): Promise<number | undefined> {
    const bytes = await bytesNow(this.frame);
    const places = (await clickable(this.frame, 'Bytes')).filter(k => k < bytes.length);
    if (places.length === 0) return undefined;
    const { byteOffset } = bytes[this.among(places)];
    const grid = this.frame.getByRole('grid', { name: 'Bytes' });
    await grid.locator(`[data-byte-offset="${byteOffset}"]`).click({ timeout: 5000 });
    return byteOffset;
  }

  async click(modifiers: ('Shift' | 'Control')[] = []): Promise<Clicked | undefined> {
    const { ndim } = this.shown();
    const place = await readPlace(this.frame, ndim);
    const { cells } = await valuesNow(this.frame);
    const places = await clickable(this.frame, 'Values');
    if (places.length === 0) return undefined;
    const at = this.among(places);
    const cell = this.frame.getByRole('grid', { name: 'Values' }).getByRole('gridcell').nth(at);
    await cell.click({ modifiers, timeout: 5000 });
    const [index, leaf] = itemOf(cells[at], place, ndim, this.#leaves);
    return { index, place, leaf: this.#leaves[leaf] };
  }
}

/** An item by itself is a view here, as in the editor. */
function indexed(x: np.NDArray, part: string): np.NDArray {
  if (part === '.T') return x.T;
  if (part === '.real') return np.real(x);
  if (part === '.imag') {
    assert.equal(x.dtype.kind, 'c', 'else it is no view');
    return np.imag(x);
  }
  const index = np.parseIndex(part);
  const [first] = index;
  if (first.kind === 'field') return x.get(first.name);
  return x.get(part === '[-3]' ? np.parseIndex('[-3, ...]') : index);
}
