/** The `maxSize` values used last, by key. Invariant: never more; the least recently used value is dropped first. */
export class LruCache<K, V> {
  /** In order of use, the oldest first. */
  readonly #values = new Map<K, V>();

  constructor(private readonly maxSize: number) {}

  /** How many values are held. */
  get size(): number {
    return this.#values.size;
  }

  /** Returns the value, which counts as a use of it. */
  get(key: K): V | undefined {
    const value = this.#values.get(key);
    if (value !== undefined) this.set(key, value);
    return value;
  }

  /** Returns the value without counting as a use of it. */
  peek(key: K): V | undefined {
    return this.#values.get(key);
  }

  /** Stores a value as the one used last. */
  set(key: K, value: V): void {
    this.#values.delete(key);
    this.#values.set(key, value);
    if (this.#values.size <= this.maxSize) return;
    for (const oldest of this.#values.keys()) {
      this.#values.delete(oldest);
      break;
    }
  }

  /** Drops all values. */
  clear(): void {
    this.#values.clear();
  }
}
