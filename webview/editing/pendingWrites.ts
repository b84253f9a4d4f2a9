/** The writes on their way to the file, which Ctrl+S saves too, however slow the connection is. */
export class PendingWrites {
  readonly #works = new Set<Promise<unknown>>();

  track(work: Promise<unknown>): void {
    this.#works.add(work);
    const end = (): unknown => this.#works.delete(work);
    work.then(end, end);
  }

  /** While writes are on their way, keeps Ctrl+S from VS Code, and saves once they are done. */
  delaySave(save: () => void): void {
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
