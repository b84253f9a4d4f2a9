/** Waiting for what has no event: a question asked until it has an answer. */

/** Asks every 50 ms until the answer is not `undefined`; past `timeoutMs`, fails saying `what` did not come. */
export async function until<T>(
  what: string,
  ask: () => Promise<T | undefined> | T | undefined,
  timeoutMs = 30_000,
): Promise<T> {
  const deadline = Date.now() + timeoutMs;
  for (;;) {
    const answer = await ask();
    if (answer !== undefined) return answer;
    if (Date.now() > deadline) throw new Error(`waited ${timeoutMs} ms for ${what}`);
    await new Promise(accept => setTimeout(accept, 50));
  }
}
