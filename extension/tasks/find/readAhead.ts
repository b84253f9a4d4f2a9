/** Reads the next part while the one before is looked at. At most two are in memory. */
export interface ReadPart<P> {
  readonly part: P;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

export async function* readAhead<P>(
  parts: Iterator<P>,
  read: (part: P) => Promise<Uint8Array<ArrayBuffer>>,
): AsyncGenerator<ReadPart<P>> {
  const begin = (): Promise<ReadPart<P>> | undefined => {
    const next = parts.next();
    if (next.done) return undefined;
    const reading = read(next.value).then(bytes => ({ part: next.value, bytes }));
    // Who stops early does not wait for it.
    reading.catch(() => undefined);
    return reading;
  };
  for (let now = begin(); now;) {
    const whole = await now;
    now = begin();
    yield whole;
  }
}
