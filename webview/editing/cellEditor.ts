/**
 * The value that is being typed over an item, from the first key until its bytes are stored. It knows neither programs
 * nor files: `EditorOptions` decides what may be edited and writes the bytes. Invariant: an invalid value is reported at
 * its cell, and nothing is sent.
 */
import { computed, signal } from '@preact/signals';
import type { DType } from '../../core/dtype/dtype';
import { numberReader } from '../../core/dtype/items/read';
import { asInspectorError, InspectorError } from '../../core/errors';
import { pagesOf } from '../pages/cache';
import type { Edit } from '../protocol/requestParams';
import type { Model } from '../state/model';
import type { Cell } from '../state/cellPosition';
import { cellByteOffset, positionAt } from '../state/cellPosition';
import { indexText } from '../ui/ranges';
import type { KeyLike } from '../state/lazyFeatures';
import type { ValueGrid } from '../state/valueGrid';
import { cellId } from '../values/valueHandlers';
import { errorAtItem, createEditOfShown, bytesChanged } from './createEdit';
import { texts } from '../lazyStrings';

export interface Draft extends Cell {
  readonly text: string;
  /** Nothing was typed yet: the first key replaces the text. */
  readonly isUntouched: boolean;
  /** `EditorOptions.editKey` when it was begun. */
  readonly editKey: string;
  /** Identifies the bytes that it is for. */
  readonly targetKey: string;
  readonly isBusy?: boolean;
  readonly error?: InspectorError;
}

/** Encodes a text as an item. Throws the `InspectorError` of a text that is no value of the dtype. */
export type Encode = (dtype: DType, text: string) => { readonly bytes: Uint8Array; readonly exact: boolean };

export interface EditorOptions {
  /** Undefined where nothing may be edited; a draft is dropped when the key changes. */
  readonly editKey: () => string | undefined;
  /** Why nothing, or not that byte, may be edited; undefined where it may. */
  readonly readOnlyReason: (byteOffset?: number) => string | undefined;
  /** Shows a text at the cell with the id `cellId`. */
  readonly showMessage: (text: string, cellId: string) => void;
  readonly encode: Encode;
  /** Rejects where the bytes can't be written. */
  readonly writeEdit: (edit: Edit) => Promise<void>;
  /** Registers work that ends with stored bytes. */
  readonly trackWrite: (work: Promise<unknown>) => void;
  /** Writes a text to every selected cell. Rejects where that fails. */
  readonly fillSelection: (text: string) => Promise<void>;
}

export class CellEditor {
  readonly #draft = signal<Draft | undefined>(undefined);
  /** The text that is being typed, and its cell. */
  readonly draft = computed(() => {
    const draft = this.#draft.value;
    return draft && this.#isValid(draft) ? draft : undefined;
  });

  /** An edit that starts once the bytes of its item are here, and what was typed meanwhile. */
  #pendingStart: (Cell & { readonly typed?: string; readonly isCommitted?: boolean }) | undefined;

  /** The write of the last committed draft. */
  #committing = Promise.resolve(false);

  constructor(
    private readonly model: Model,
    private readonly values: ValueGrid,
    private readonly options: EditorOptions,
  ) {}

  get canEdit(): boolean {
    return this.options.editKey() !== undefined;
  }

  /** Starts an edit at the cursor on F2, Enter, or a character, which replaces the value. Returns whether it did. */
  handleKey({ key, ctrlKey, metaKey, altKey }: KeyLike): boolean {
    if (ctrlKey || metaKey || altKey) return false;
    if (this.#handleEarlyKey(key)) return true;
    if (key === 'F2' || key === 'Enter') return this.start();
    return key.length === 1 && key !== ' ' && this.start(key);
  }

  /** Handles keys that reach the grid after an edit began and before its text box has the focus, so that none is lost. */
  #handleEarlyKey(key: string): boolean {
    const { row, column } = this.values.cursor.value;
    const isHere = (cell: Cell | undefined): boolean => cell?.row === row && cell.column === column;
    const draft = this.draft.value;
    if (draft && isHere(draft) && !draft.isBusy) return this.#typeInto(draft, key);
    if (key !== 'Enter' || this.#pendingStart?.typed === undefined || !isHere(this.#pendingStart))
      return false;
    this.#pendingStart = { ...this.#pendingStart, isCommitted: true };
    return true;
  }

  #typeInto(draft: Draft, key: string): boolean {
    if (key === 'Enter') void this.commit();
    else if (key === 'Escape') this.close();
    else if (key.length === 1) this.#change(draft, draft.isUntouched ? key : draft.text + key);
    else if (key === 'Backspace') this.#change(draft, draft.isUntouched ? '' : draft.text.slice(0, -1));
    else return false;
    return true;
  }

  #change(draft: Draft, text: string): void {
    this.#draft.value = { ...draft, text, isUntouched: false, error: undefined };
  }

  /** Opens the item at the cursor with its own text or with `typed`. Returns false where it can't be edited. */
  start(typed?: string): boolean {
    const editKey = this.options.editKey();
    const view = this.model.view.value;
    const cell = this.values.cursor.value;
    if (!view || this.values.size.value.rows === 0) return false;
    const { byteOffset, leaf } = targetOf(this.model, cell);
    const reason = this.options.readOnlyReason(byteOffset);
    if (reason !== undefined) this.options.showMessage(reason, cellId(cell));
    if (editKey === undefined || reason !== undefined) return false;
    const shown = this.values.reader.value!.read(byteOffset, leaf, this.model.pagesVersion.value);
    if (shown.state === 'loading') return this.#startWhenLoaded(cell, typed);
    if (shown.state !== 'value' || view.leaves[leaf].dtype.itemsize === 0) {
      this.options.showMessage(texts.noItemHere, cellId(cell));
      return false;
    }
    this.values.reveal(cell);
    const targetKey = targetKeyOf(this.model, cell);
    this.#draft.value = {
      ...cell,
      editKey,
      targetKey,
      text: typed ?? shown.text,
      isUntouched: typed === undefined,
    };
    return true;
  }

  /** Starts the edit once the bytes of the item are here, if the cursor is still on it; keeps what is typed meanwhile. */
  #startWhenLoaded(cell: Cell, typed?: string): true {
    const isAt = ({ row, column }: Cell): boolean => row === cell.row && column === cell.column;
    const before = this.#pendingStart && isAt(this.#pendingStart) ? this.#pendingStart : undefined;
    this.#pendingStart = {
      ...cell,
      typed: before?.typed === undefined ? typed : before.typed + (typed ?? ''),
    };
    if (before) return true;
    const { byteOffset, dtype } = targetOf(this.model, cell);
    const start = (): void => {
      const pending = this.#pendingStart;
      if (!pending || !isAt(pending)) return;
      this.#pendingStart = undefined;
      if (isAt(this.values.cursor.value) && this.start(pending.typed) && pending.isCommitted)
        void this.commit();
    };
    const fail = (error: unknown): void => {
      this.#pendingStart = undefined;
      this.model.requestError.value = asInspectorError(error);
    };
    this.model.pages.bring([...pagesOf(byteOffset, dtype.itemsize)]).then(start, fail);
    return true;
  }

  /** The program has not continued since, and the layout is the same. */
  #isValid({ editKey, targetKey, row, column }: Draft): boolean {
    return editKey === this.options.editKey() && targetKey === targetKeyOf(this.model, { row, column });
  }

  /** Replaces the text of the draft. */
  type(text: string): void {
    const draft = this.#draft.value;
    if (draft) this.#change(draft, text);
  }

  /** Drops the draft. */
  close(): void {
    this.#draft.value = undefined;
  }

  /** Stores the draft; where that fails it stays open, with the error. Resolves to whether it closed. */
  commit(): Promise<boolean> {
    return this.#commitWith(draft => this.#write(draft));
  }

  /** As `commit`, but in every selected cell. */
  commitToSelection(): Promise<boolean> {
    return this.#commitWith(({ text }) => this.options.fillSelection(text));
  }

  #commitWith(write: (draft: Draft) => Promise<void>): Promise<boolean> {
    const draft = this.draft.value;
    if (!draft) return Promise.resolve(false);
    if (!draft.isBusy) {
      this.#committing = this.#commitNow(draft, write);
      this.options.trackWrite(this.#committing);
    }
    return this.#committing;
  }

  async #commitNow(draft: Draft, write: (draft: Draft) => Promise<void>): Promise<boolean> {
    this.#draft.value = { ...draft, isBusy: true, error: undefined };
    try {
      await write(draft);
      if (this.#isOpen(draft)) this.close();
      return true;
    } catch (error) {
      // Escape, or another stop, may have come in between: then there is no cell to show the error at.
      if (this.#isOpen(draft)) this.#draft.value = { ...draft, error: asInspectorError(error) };
      else this.model.requestError.value = asInspectorError(error);
      return false;
    }
  }

  #isOpen({ row, column }: Cell): boolean {
    const draft = this.#draft.value;
    return draft?.row === row && draft.column === column;
  }

  /** Closes the cell and stores its draft; an error that was not shown at the cell is shown above the grids. */
  async commitAndClose(cell: Cell): Promise<void> {
    const draft = this.draft.value;
    if (draft?.isBusy || !this.#isOpen(cell)) return;
    this.close();
    if (!draft || draft.isUntouched || draft.error) return;
    const { index } = targetOf(this.model, draft);
    const stored = this.#write(draft).catch((error: unknown) => {
      this.model.requestError.value = errorAtItem(index, asInspectorError(error));
    });
    this.options.trackWrite(stored);
    await stored;
  }

  /** Stores the draft where it was begun, whatever is drawn once its bytes are here, and announces the new value. */
  async #write(draft: Draft): Promise<void> {
    const { byteOffset, leaf, index, dtype } = targetOf(this.model, draft);
    const { bytes, exact } = this.options.encode(dtype, draft.text);
    const printed = this.values.reader.value!.textOf(bytes, leaf);
    const edit = await createEditOfShown(this.model.pages, byteOffset, bytes);
    if (!edit) return;
    if (draft.editKey !== this.options.editKey()) throw bytesChanged();
    const stored = exact ? printed : storedText(dtype, bytes, printed);
    await this.options.writeEdit(edit);
    const message = (exact ? texts.stored : texts.storedAs)(stored, indexText(index));
    // 0.1 prints as 0.1 again; 16777217 in a float32 does not, which is worth a message.
    if (exact || Number(printed) === Number(draft.text)) this.model.status.value = message;
    else this.options.showMessage(message, cellId(draft));
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
  const { index, leaf } = positionAt(view, model.cellPosition.value, cell);
  const { dtype } = view.leaves[leaf];
  return { byteOffset: cellByteOffset(view, model.cellPosition.value, cell), leaf, index, dtype };
}

/** Identifies the bytes of a cell and their dtype. */
function targetKeyOf(model: Model, cell: Cell): string {
  if (!model.view.value) return '';
  const { byteOffset, leaf, dtype } = targetOf(model, cell);
  return `${byteOffset} ${leaf} ${dtype.str}`;
}

/** The stored value: with more digits than NumPy prints where those would hide its difference from the typed one. */
function storedText(dtype: DType, bytes: Uint8Array, printed: string): string {
  const read = dtype.kind === 'f' ? numberReader(dtype) : undefined;
  const value = read?.(new DataView(bytes.buffer, bytes.byteOffset, bytes.length), 0);
  return value === undefined || !Number.isFinite(value) ? printed : String(Number(value.toPrecision(11)));
}
