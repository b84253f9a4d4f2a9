/**
 * A value that is being typed over an item: from the first key to the stored bytes. Knows neither programs nor files:
 * it is told whether it may, and how bytes are written. Invariant: what is wrong is said at the cell, and nothing is sent.
 */
import { computed, signal } from '@preact/signals';
import type { DType } from '../../core/dtype/dtype';
import { numberReader } from '../../core/dtype/items/read';
import { asInspectorError, InspectorError } from '../../core/errors';
import { pagesOf } from '../pages/cache';
import type { Edit } from '../protocol/requestParams';
import type { Model } from '../state/model';
import type { Cell } from '../state/cellPosition';
import { cellByteOffset, placeAt } from '../state/cellPosition';
import { indexText } from '../ui/ranges';
import type { KeyLike } from '../state/lazyFeatures';
import type { ValueGrid } from '../state/valueGrid';
import { cellId } from '../values/valueHandlers';
import { atItem, editOfSeen, othersNow } from './editOf';
import { texts } from '../lazyStrings';

export interface Draft extends Cell {
  readonly text: string;
  /** The text was there before: the first key replaces it. */
  readonly isWhole: boolean;
  /** What it may be stored in, and which bytes it is for: a draft does not outlive either. */
  readonly permit: string;
  readonly goal: string;
  readonly isBusy?: boolean;
  readonly error?: InspectorError;
}

export type Encode = (dtype: DType, text: string) => { readonly bytes: Uint8Array; readonly exact: boolean };

export interface EditorOptions {
  /** Undefined where nothing may be changed; another text where a draft of before would be out of place. */
  readonly permit: () => string | undefined;
  /** Why nothing may be changed, or not that byte; undefined where it may. */
  readonly refusal: (byteOffset?: number) => string | undefined;
  /** Says something at the cell with that id. */
  readonly say: (text: string, cellId: string) => void;
  readonly encode: Encode;
  /** Rejects with why the bytes could not be stored. */
  readonly write: (edit: Edit) => Promise<void>;
  /** Hears of work that ends with stored bytes. */
  readonly track: (work: Promise<unknown>) => void;
  /** Puts a text into every selected cell; rejects with why that cannot be. */
  readonly fill: (text: string) => Promise<void>;
}

export class Editor {
  readonly #draft = signal<Draft | undefined>(undefined);
  /** What is being typed, and where. */
  readonly draft = computed(() => {
    const draft = this.#draft.value;
    return draft && this.#isMeant(draft) ? draft : undefined;
  });

  /** What was typed over an item whose bytes are on their way. */
  #coming: (Cell & { readonly typed?: string; readonly isStored?: boolean }) | undefined;

  /** The last draft that was stored, or is on its way. */
  #storing = Promise.resolve(false);

  constructor(
    private readonly model: Model,
    private readonly values: ValueGrid,
    private readonly options: EditorOptions,
  ) {}

  get mayEdit(): boolean {
    return this.options.permit() !== undefined;
  }

  /** Whether the key began an edit at the cursor: F2, Enter, or a character that replaces the value. */
  takesKey({ key, ctrlKey, metaKey, altKey }: KeyLike): boolean {
    if (ctrlKey || metaKey || altKey) return false;
    if (this.#takesBefore(key)) return true;
    if (key === 'F2' || key === 'Enter') return this.start();
    return key.length === 1 && key !== ' ' && this.start(key);
  }

  /** Keys that come to the grid after an edit began and before its box has the focus: none of them is lost. */
  #takesBefore(key: string): boolean {
    const { row, column } = this.values.cursor.value;
    const isHere = (cell: Cell | undefined): boolean => cell?.row === row && cell.column === column;
    const draft = this.draft.value;
    if (draft && isHere(draft) && !draft.isBusy) return this.#typeInto(draft, key);
    if (key !== 'Enter' || this.#coming?.typed === undefined || !isHere(this.#coming)) return false;
    this.#coming = { ...this.#coming, isStored: true };
    return true;
  }

  #typeInto(draft: Draft, key: string): boolean {
    if (key === 'Enter') void this.store();
    else if (key === 'Escape') this.leave();
    else if (key.length === 1) this.#change(draft, draft.isWhole ? key : draft.text + key);
    else if (key === 'Backspace') this.#change(draft, draft.isWhole ? '' : draft.text.slice(0, -1));
    else return false;
    return true;
  }

  #change(draft: Draft, text: string): void {
    this.#draft.value = { ...draft, text, isWhole: false, error: undefined };
  }

  /** Opens the item at the cursor with its own text, or with what was typed. False where it cannot be changed. */
  start(typed?: string): boolean {
    const permit = this.options.permit();
    const view = this.model.view.value;
    const cell = this.values.cursor.value;
    if (!view || this.values.size.value.rows === 0) return false;
    const { byteOffset, leaf } = targetOf(this.model, cell);
    const refusal = this.options.refusal(byteOffset);
    if (refusal !== undefined) this.options.say(refusal, cellId(cell));
    if (permit === undefined || refusal !== undefined) return false;
    const shown = this.values.reader.value!.read(byteOffset, leaf, this.model.pagesVersion.value);
    if (shown.state === 'loading') return this.#startSoon(cell, typed);
    if (shown.state !== 'value' || view.leaves[leaf].dtype.itemsize === 0) {
      this.options.say(texts.noItemHere, cellId(cell));
      return false;
    }
    this.values.reveal(cell);
    const goal = goalOf(this.model, cell);
    this.#draft.value = { ...cell, permit, goal, text: typed ?? shown.text, isWhole: typed === undefined };
    return true;
  }

  /** Starts once the bytes of the item are here, if the cursor is still there; what is typed meanwhile is not lost. */
  #startSoon(cell: Cell, typed?: string): true {
    const isAt = ({ row, column }: Cell): boolean => row === cell.row && column === cell.column;
    const before = this.#coming && isAt(this.#coming) ? this.#coming : undefined;
    this.#coming = { ...cell, typed: before?.typed === undefined ? typed : before.typed + (typed ?? '') };
    if (before) return true;
    const { byteOffset, dtype } = targetOf(this.model, cell);
    const start = (): void => {
      const coming = this.#coming;
      if (!coming || !isAt(coming)) return;
      this.#coming = undefined;
      if (isAt(this.values.cursor.value) && this.start(coming.typed) && coming.isStored) void this.store();
    };
    const fail = (error: unknown): void => {
      this.#coming = undefined;
      this.model.requestError.value = asInspectorError(error);
    };
    this.model.pages.bring([...pagesOf(byteOffset, dtype.itemsize)]).then(start, fail);
    return true;
  }

  /** The program has not gone on since, and there is no other layout. */
  #isMeant({ permit, goal, row, column }: Draft): boolean {
    return permit === this.options.permit() && goal === goalOf(this.model, { row, column });
  }

  type(text: string): void {
    const draft = this.#draft.value;
    if (draft) this.#change(draft, text);
  }

  leave(): void {
    this.#draft.value = undefined;
  }

  /** Stores what was typed; stays, and says why, where that cannot be. True when it left. */
  store(): Promise<boolean> {
    return this.#storeBy(draft => this.#put(draft));
  }

  /** As `store`, but in every selected cell. */
  fill(): Promise<boolean> {
    return this.#storeBy(({ text }) => this.options.fill(text));
  }

  #storeBy(put: (draft: Draft) => Promise<void>): Promise<boolean> {
    const draft = this.draft.value;
    if (!draft) return Promise.resolve(false);
    if (!draft.isBusy) {
      this.#storing = this.#storeNow(draft, put);
      this.options.track(this.#storing);
    }
    return this.#storing;
  }

  async #storeNow(draft: Draft, put: (draft: Draft) => Promise<void>): Promise<boolean> {
    this.#draft.value = { ...draft, isBusy: true, error: undefined };
    try {
      await put(draft);
      if (this.#isStill(draft)) this.leave();
      return true;
    } catch (error) {
      // Escape, or another stop, may have come in between: then there is no cell to say it at.
      if (this.#isStill(draft)) this.#draft.value = { ...draft, error: asInspectorError(error) };
      else this.model.requestError.value = asInspectorError(error);
      return false;
    }
  }

  #isStill({ row, column }: Cell): boolean {
    const draft = this.#draft.value;
    return draft?.row === row && draft.column === column;
  }

  /** Leaves a cell, and stores what was typed; what cannot be is said above the grids, unless it was said at the cell. */
  async finish(cell: Cell): Promise<void> {
    const draft = this.draft.value;
    if (draft?.isBusy || !this.#isStill(cell)) return;
    this.leave();
    if (!draft || draft.isWhole || draft.error) return;
    const { index } = targetOf(this.model, draft);
    const stored = this.#put(draft).catch((error: unknown) => {
      this.model.requestError.value = atItem(index, asInspectorError(error));
    });
    this.options.track(stored);
    await stored;
  }

  /** Stores the draft where it was begun, whatever is drawn once its bytes are here, and says what is there now. */
  async #put(draft: Draft): Promise<void> {
    const { byteOffset, leaf, index, dtype } = targetOf(this.model, draft);
    const { bytes, exact } = this.options.encode(dtype, draft.text);
    const printed = this.values.reader.value!.textOf(bytes, leaf);
    const edit = await editOfSeen(this.model.pages, byteOffset, bytes);
    if (!edit) return;
    if (draft.permit !== this.options.permit()) throw othersNow();
    const stored = exact ? printed : storedText(dtype, bytes, printed);
    await this.options.write(edit);
    const told = (exact ? texts.stored : texts.storedAs)(stored, indexText(index));
    // 0.1 is printed as 0.1 again; of 16777217 in a float32 one has to be told.
    if (exact || Number(printed) === Number(draft.text)) this.model.status.value = told;
    else this.options.say(told, cellId(draft));
  }
}

interface Target {
  readonly byteOffset: number;
  readonly leaf: number;
  readonly index: readonly number[];
  readonly dtype: DType;
}

function targetOf(model: Model, cell: Cell): Target {
  const view = model.view.value!;
  const { index, leaf } = placeAt(view, model.place.value, cell);
  const { dtype } = view.leaves[leaf];
  return { byteOffset: cellByteOffset(view, model.place.value, cell), leaf, index, dtype };
}

/** Tells the bytes that a cell shows, and what they are, from all others. */
function goalOf(model: Model, cell: Cell): string {
  if (!model.view.value) return '';
  const { byteOffset, leaf, dtype } = targetOf(model, cell);
  return `${byteOffset} ${leaf} ${dtype.str}`;
}

/** What is there in place of what was typed: with more digits than NumPy prints, where those would hide the difference. */
function storedText(dtype: DType, bytes: Uint8Array, printed: string): string {
  const read = dtype.kind === 'f' ? numberReader(dtype) : undefined;
  const value = read?.(new DataView(bytes.buffer, bytes.byteOffset, bytes.length), 0);
  return value === undefined || !Number.isFinite(value) ? printed : String(Number(value.toPrecision(11)));
}
