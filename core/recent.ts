/** The last `most` values that were used, by key. Invariant: never more than that; the least recently used go first. */
export class Recent<K, V> {
  /** In order of use, the oldest first. */
  readonly #values = new Map<K, V>();

  constructor(private readonly most: number) {}

  get size(): number {
    return this.#values.size;
  }

  /** The value, which counts as used now. */
  use(key: K): V | undefined {
    const value = this.#values.get(key);
    if (value !== undefined) this.put(key, value);
    return value;
  }

  /** The value, as recently used as it was. */
  peek(key: K): V | undefined {
    return this.#values.get(key);
  }

  put(key: K, value: V): void {
    this.#values.delete(key);
    this.#values.set(key, value);
    if (this.#values.size <= this.most) return;
    for (const oldest of this.#values.keys()) {
      this.#values.delete(oldest);
      break;
    }
  }

  clear(): void {
    this.#values.clear();
  }
}
