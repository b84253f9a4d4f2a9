/** Values and bytes on their way to the file: Ctrl+S saves them too, however slow the line is. */
export class Pending {
  readonly #works = new Set<Promise<unknown>>();

  track(work: Promise<unknown>): void {
    this.#works.add(work);
    const end = (): unknown => this.#works.delete(work);
    work.then(end, end);
  }

  /** Keeps Ctrl+S from VS Code while something is on its way, and saves then. */
  holdSave(save: () => void): void {
    document.addEventListener('keydown', event => {
      if (this.#works.size === 0 || !isSave(event)) return;
      event.stopPropagation();
      event.preventDefault();
      void Promise.allSettled(this.#works).then(save);
    });
  }
}

const isSave = ({ key, ctrlKey, metaKey, shiftKey, altKey }: KeyboardEvent): boolean =>
  (ctrlKey || metaKey) && !shiftKey && !altKey && key.toLowerCase() === 's';
