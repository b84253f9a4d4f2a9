/** A byte that is typed over another: two hexadecimal digits, and on to the next one. */
import { computed, signal } from '@preact/signals';
import { asInspectorError } from '../../core/errors';
import { Mutex } from '../../core/mutex';
import { byteId } from '../bytes/byteHandlers';
import type { App } from '../state/app';
import type { KeyLike } from '../state/lazyFeatures';
import type { EditorOptions } from './cellEditor';
import { editOnceHere } from './editOf';
import { texts } from '../lazyStrings';

interface FirstDigit {
  readonly byteOffset: number;
  readonly digit: string;
}

export class ByteEditor {
  readonly #first = signal<FirstDigit | undefined>(undefined);
  /** The first of two digits, while the cursor is where it was typed. */
  readonly first = computed(() => {
    const first = this.#first.value;
    return first?.byteOffset === this.app.model.byteCursor.value ? first : undefined;
  });

  /** One byte after another: each is stored over what the one before has left. */
  readonly #writes = new Mutex();

  constructor(
    private readonly app: App,
    private readonly options: EditorOptions,
  ) {}

  get mayEdit(): boolean {
    return this.options.permit() !== undefined;
  }

  /** Whether the key was a digit, or took one back. */
  takesKey({ key, ctrlKey, metaKey, altKey }: KeyLike): boolean {
    if (ctrlKey || metaKey || altKey) return false;
    const first = this.first.value;
    if (first && (key === 'Escape' || key === 'Backspace')) {
      this.#first.value = undefined;
      return true;
    }
    if (!/^[0-9a-f]$/i.test(key)) return false;
    const { model } = this.app;
    const byteOffset = model.byteCursor.value;
    const refusal = this.options.refusal(byteOffset);
    if (refusal !== undefined) {
      this.options.say(refusal, byteId(byteOffset));
      return true;
    }
    this.#first.value = first ? undefined : { byteOffset, digit: key.toUpperCase() };
    if (first) this.#take(byteOffset, Number.parseInt(first.digit + key, 16));
    return true;
  }

  /** Goes on to the next byte at once: whoever types fast does not wait for the one before to be stored. */
  #take(byteOffset: number, byte: number): void {
    const { model, navigator } = this.app;
    this.options.track(this.#writes.runExclusive(() => this.#store(byteOffset, byte)));
    if (byteOffset + 1 < model.sourceLength) navigator.toByte(byteOffset + 1);
  }

  async #store(byteOffset: number, byte: number): Promise<void> {
    const { model } = this.app;
    try {
      const edit = await editOnceHere(model.pages, byteOffset, Uint8Array.of(byte));
      if (edit) await this.options.write(edit);
      model.status.value = texts.storedByte(byte.toString(16).toUpperCase().padStart(2, '0'), byteOffset);
    } catch (error) {
      model.requestError.value = asInspectorError(error);
    }
  }
}
