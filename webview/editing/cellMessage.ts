/**
 * The message at a cell in which nothing is being typed: why it is read-only, or which value was stored in place of the
 * typed one. The next key, click or turn of the wheel clears it.
 */
import { signal } from '@preact/signals';
import type { Model } from '../state/model';

export interface CellMessage {
  readonly text: string;
  readonly cellId: string;
}

export class CellMessages {
  readonly current = signal<CellMessage | undefined>(undefined);

  constructor(private readonly model: Model) {}

  /** Shows `text` at the cell, and announces it to screen readers. */
  show(text: string, cellId: string): void {
    this.model.status.value = text;
    this.current.value = { text, cellId };
  }

  clear(): void {
    this.current.value = undefined;
  }
}
