import assert from 'node:assert/strict';
import { KeyedMutex, Mutex } from '../../../core/mutex';

/** A task that notes when it starts and ends, and takes a few turns of the event loop. */
function recorder() {
  const events: string[] = [];
  const task = (name: string, error?: Error) => async (): Promise<string> => {
    events.push(`${name} starts`);
    await new Promise(done => setImmediate(done));
    events.push(`${name} ends`);
    if (error) throw error;
    return name;
  };
  return { events, task };
}

describe('Mutex', () => {
  it('runs tasks one at a time, in the order in which they were submitted', async () => {
    const { events, task } = recorder();
    const mutex = new Mutex();
    const results = await Promise.all(['a', 'b', 'c'].map(name => mutex.runExclusive(task(name))));
    assert.deepEqual(results, ['a', 'b', 'c']);
    assert.deepEqual(events, ['a starts', 'a ends', 'b starts', 'b ends', 'c starts', 'c ends']);
  });

  it('hands on the error of a task, and runs the next one all the same', async () => {
    const { task } = recorder();
    const mutex = new Mutex();
    const failing = mutex.runExclusive(task('a', new Error('no')));
    const next = mutex.runExclusive(task('b'));
    await assert.rejects(failing, /no/);
    assert.equal(await next, 'b');
  });

  it('waits for every task submitted so far', async () => {
    const { events, task } = recorder();
    const mutex = new Mutex();
    void mutex.runExclusive(task('a', new Error('no'))).catch(() => undefined);
    void mutex.runExclusive(task('b'));
    await mutex.waitForUnlock();
    assert.equal(events.at(-1), 'b ends');
  });
});

describe('KeyedMutex', () => {
  it('excludes tasks of one key only', async () => {
    const { events, task } = recorder();
    const mutex = new KeyedMutex<string>();
    await Promise.all([
      mutex.runExclusive('x', task('a')),
      mutex.runExclusive('x', task('b')),
      mutex.runExclusive('y', task('c')),
    ]);
    assert.ok(events.indexOf('c starts') < events.indexOf('b starts'));
    assert.ok(events.indexOf('a ends') < events.indexOf('b starts'));
  });
});
