/**
 * What is said beside a cell in which nothing is being typed: why it cannot be changed, or what was stored in place of
 * what was typed. It goes away with the next key, click or turn of the wheel.
 */
import { signal } from '@preact/signals';
import type { Model } from '../state/model';

/** A text, and the id of the cell that it is of. */
export interface Saying {
  readonly text: string;
  readonly cellId: string;
}

export class Said {
  readonly saying = signal<Saying | undefined>(undefined);

  constructor(private readonly model: Model) {}

  /** Says it at the cell, and to screen readers. */
  say(text: string, cellId: string): void {
    this.model.status.value = text;
    this.saying.value = { text, cellId };
  }

  forget(): void {
    this.saying.value = undefined;
  }
}
