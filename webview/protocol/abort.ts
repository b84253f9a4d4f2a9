/** An abort signal for requests that the other side cancelled: this project has neither the DOM's nor Node's. */
import type { Abortable } from '../../core/bytes';

export class AbortSwitch implements Abortable {
  aborted = false;
  readonly #listeners = new Set<() => void>();

  addEventListener(_type: 'abort', listener: () => void): void {
    this.#listeners.add(listener);
  }

  removeEventListener(_type: 'abort', listener: () => void): void {
    this.#listeners.delete(listener);
  }

  abort(): void {
    this.aborted = true;
    for (const listener of [...this.#listeners]) listener();
  }
}
