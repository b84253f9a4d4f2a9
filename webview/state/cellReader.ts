/**
 * Formats cells from cached pages. Texts are kept while neither the view nor the bytes change, so that pointing and
 * scrolling format nothing twice. Bytes outside the source are never read.
 */
import type { PageCache } from '../pages/cache';
import type { Formatter } from '../../core/text/item';
import { itemFormatter } from '../../core/text/item';
import type { ArrayView } from './arrayView';
import { strings } from '../strings';
import { bytesText } from '../../core/text/size';

/** Whether there is a value to show; its states for the style sheet are in values/cellStates.ts. */
export type Availability = 'value' | 'loading' | 'outside' | 'large';

export interface CellText {
  readonly state: Availability;
  readonly text: string;
  /** The text before its bytes changed; empty where it is unknown, absent where nothing changed. */
  readonly before?: string;
}

/** Larger items are not drawn. */
export const MAX_ITEM_BYTES = 65536;
const MAX_TEXTS = 50_000;

const NOTHING = { view: new DataView(new ArrayBuffer(0)), at: 0 };
const LOADING: CellText = { state: 'loading', text: '' };

export class CellReader {
  readonly #formatters;
  readonly #texts: Map<number, CellText>[];
  #version = -1;
  #count = 0;

  constructor(
    private readonly view: ArrayView,
    private readonly cache: PageCache,
    private readonly sourceLength: number,
  ) {
    this.#formatters = view.leaves.map(() => undefined as Formatter | undefined);
    this.#texts = view.leaves.map(() => new Map<number, CellText>());
  }

  /** The text of leaf number `leaf` whose bytes start at `byteOffset`; `version` counts arrivals of bytes. */
  read(byteOffset: number, leaf: number, version: number): CellText {
    if (version !== this.#version || this.#count > MAX_TEXTS) this.#forget(version);
    const texts = this.#texts[leaf];
    const known = texts.get(byteOffset);
    if (known) return known;
    const cell = this.#format(byteOffset, leaf);
    texts.set(byteOffset, cell);
    this.#count++;
    return cell;
  }

  /** The text of leaf number `leaf` with these bytes. */
  textOf(bytes: Uint8Array, leaf: number): string {
    return this.#formatter(leaf)(new DataView(bytes.buffer, bytes.byteOffset, bytes.length), 0);
  }

  #formatter(leaf: number): Formatter {
    return (this.#formatters[leaf] ??= itemFormatter(this.view.leaves[leaf].dtype));
  }

  #forget(version: number): void {
    this.#version = version;
    this.#count = 0;
    for (const texts of this.#texts) texts.clear();
  }

  #format(byteOffset: number, leaf: number): CellText {
    const { dtype } = this.view.leaves[leaf];
    if (byteOffset < 0 || byteOffset + dtype.itemsize > this.sourceLength) {
      return { state: 'outside', text: strings.outside };
    }
    if (dtype.itemsize > MAX_ITEM_BYTES) {
      return { state: 'large', text: strings.tooLarge(bytesText(dtype.itemsize)) };
    }
    const found = dtype.itemsize === 0 ? NOTHING : this.cache.view(byteOffset, dtype.itemsize);
    if (!found) return LOADING;
    const cell: CellText = { state: 'value', text: this.#formatter(leaf)(found.view, found.at) };
    if (!this.cache.isChanged(byteOffset, dtype.itemsize)) return cell;
    const before = this.cache.bytesBefore(byteOffset, dtype.itemsize);
    return { ...cell, before: before ? this.textOf(before, leaf) : '' };
  }
}
