/**
 * Mutual exclusion between asynchronous tasks of one thread: they run one at a time, in the order in which they were
 * submitted. A task that fails does not keep the next one from running.
 */
export class Mutex {
  /** Settles, and never rejects, when every task submitted so far has ended. */
  #last: Promise<unknown> = Promise.resolve();

  /** Runs `task` once every earlier task has ended; settles as `task` does. */
  runExclusive<T>(task: () => Promise<T>): Promise<T> {
    const result = this.#last.then(task);
    this.#last = result.catch(() => undefined);
    return result;
  }

  /** Waits for every task submitted so far, whether it succeeds or fails. */
  async waitForUnlock(): Promise<void> {
    await this.#last;
  }
}

/** One mutex for each key; a key's mutex is dropped when its last task has ended. */
export class KeyedMutex<Key> {
  readonly #entries = new Map<Key, { readonly mutex: Mutex; pending: number }>();

  /** Runs `task` once every earlier task of the same `key` has ended; settles as `task` does. */
  async runExclusive<T>(key: Key, task: () => Promise<T>): Promise<T> {
    const entry = this.#entries.get(key) ?? { mutex: new Mutex(), pending: 0 };
    this.#entries.set(key, entry);
    entry.pending++;
    try {
      return await entry.mutex.runExclusive(task);
    } finally {
      if (--entry.pending === 0) this.#entries.delete(key);
    }
  }
}
