/** A part with its bytes. */
export interface ReadPart<P> {
  readonly part: P;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** Reads the next part while the previous one is processed; at most two are in memory. */
export async function* readAhead<P>(
  parts: Iterator<P>,
  read: (part: P) => Promise<Uint8Array<ArrayBuffer>>,
): AsyncGenerator<ReadPart<P>> {
  const begin = (): Promise<ReadPart<P>> | undefined => {
    const next = parts.next();
    if (next.done) return undefined;
    const reading = read(next.value).then(bytes => ({ part: next.value, bytes }));
    // A consumer that stops early does not wait for it.
    reading.catch(() => undefined);
    return reading;
  };
  for (let now = begin(); now;) {
    const whole = await now;
    now = begin();
    yield whole;
  }
}
