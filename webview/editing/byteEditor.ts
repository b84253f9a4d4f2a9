/** The byte that is being typed over another: two hexadecimal digits, then on to the next byte. */
import { computed, signal } from '@preact/signals';
import { asInspectorError } from '../../core/errors';
import { Mutex } from '../../core/mutex';
import { byteId } from '../bytes/byteHandlers';
import type { App } from '../state/app';
import type { KeyLike } from '../state/lazyFeatures';
import type { EditorOptions } from './cellEditor';
import { createEditOfFresh } from './createEdit';
import { texts } from '../lazyStrings';

interface FirstDigit {
  readonly byteOffset: number;
  readonly digit: string;
}

export class ByteEditor {
  readonly #first = signal<FirstDigit | undefined>(undefined);
  /** The first of two digits, while the cursor stays where it was typed. */
  readonly firstDigit = computed(() => {
    const first = this.#first.value;
    return first?.byteOffset === this.app.model.byteCursor.value ? first : undefined;
  });

  /** Writes are queued: each is based on the bytes that the one before it left. */
  readonly #writes = new Mutex();

  constructor(
    private readonly app: App,
    private readonly options: EditorOptions,
  ) {}

  get canEdit(): boolean {
    return this.options.editKey() !== undefined;
  }

  /** Handles a digit, and Escape or Backspace after the first one. Returns whether it was one of these. */
  handleKey({ key, ctrlKey, metaKey, altKey }: KeyLike): boolean {
    if (ctrlKey || metaKey || altKey) return false;
    const first = this.firstDigit.value;
    if (first && (key === 'Escape' || key === 'Backspace')) {
      this.#first.value = undefined;
      return true;
    }
    if (!/^[0-9a-f]$/i.test(key)) return false;
    const { model } = this.app;
    const byteOffset = model.byteCursor.value;
    const reason = this.options.readOnlyReason(byteOffset);
    if (reason !== undefined) {
      this.options.showMessage(reason, byteId(byteOffset));
      return true;
    }
    this.#first.value = first ? undefined : { byteOffset, digit: key.toUpperCase() };
    if (first) this.#write(byteOffset, Number.parseInt(first.digit + key, 16));
    return true;
  }

  /** Moves on to the next byte at once, without waiting until this one is stored. */
  #write(byteOffset: number, byte: number): void {
    const { model, navigator } = this.app;
    this.options.trackWrite(this.#writes.runExclusive(() => this.#writeNow(byteOffset, byte)));
    if (byteOffset + 1 < model.sourceLength) navigator.toByte(byteOffset + 1);
  }

  async #writeNow(byteOffset: number, byte: number): Promise<void> {
    const { model } = this.app;
    try {
      const edit = await createEditOfFresh(model.pages, byteOffset, Uint8Array.of(byte));
      if (edit) await this.options.writeEdit(edit);
      model.status.value = texts.storedByte(byte.toString(16).toUpperCase().padStart(2, '0'), byteOffset);
    } catch (error) {
      model.requestError.value = asInspectorError(error);
    }
  }
}
