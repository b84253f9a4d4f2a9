/** Replays recorded calls on the core. */
import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { memmap, type MemmapOptions } from '../../../../core/file/memmap';
import { perform } from './operations';
import type { Call, Recording } from './recording';
import { blobBytes } from './recording';
import { bytesOf, flagBits, judge, judgeError, type Reason } from './verdict';
import { World } from './world';

/** Why a call does not do what NumPy does; nothing where it does. */
export async function replay(recording: Recording, call: Call): Promise<Reason> {
  try {
    return call.op === 'memmap' ? await replayMap(recording, call) : replayCall(recording, call);
  } catch (error) {
    return judgeError(error, {});
  }
}

function replayCall(recording: Recording, call: Call): Reason {
  const world = new World(recording, call);
  let reason: Reason;
  try {
    reason = judge(world, perform(world, call), call.out);
  } catch (error) {
    reason = judgeError(error, call.out);
  }
  return reason ?? (world.changedWrongly().length > 0 ? 'bytes after the call' : undefined);
}

/** A file with the same bytes, mapped the same way. */
async function replayMap(recording: Recording, call: Call): Promise<Reason> {
  const world = new World(recording, call);
  const folder = await mkdtemp(join(tmpdir(), 'recorded-'));
  const path = join(folder, 'mapped.dat');
  try {
    if (typeof call.file === 'string') await writeFile(path, Buffer.from(call.file, 'base64'));
    const given = Object.entries(call.args).filter(([, value]) => value !== null);
    const options = Object.fromEntries(
      given.map(([name, value]) => [name, world.value(value)]),
    ) as MemmapOptions;
    return await judgeMap(recording, call, path, options);
  } finally {
    await rm(folder, { recursive: true });
  }
}

async function judgeMap(
  recording: Recording,
  call: Call,
  path: string,
  options: MemmapOptions,
): Promise<Reason> {
  const { array, error } = call.out;
  try {
    const map = await memmap(path, options);
    const [read, bits] = [await map.read(), flagBits(map.flags)];
    await map.close();
    if (!array) return `no ${error}`;
    const isSame = read.dtype.str === array.dtype && String(read.shape) === String(array.shape);
    if (!isSame || String(map.strides) !== String(array.strides)) return 'dtype, shape or strides';
    if (bits !== array.flags) return `flags ${bits} for ${array.flags}`;
    if (Buffer.compare(bytesOf(read), blobBytes(recording, array.bytes ?? 0)) !== 0) return 'bytes';
    return (await stat(path)).size === call.file_after ? undefined : 'size of the file';
  } catch (thrown) {
    if (error === 'FileNotFoundError')
      return (await readFile(path).catch(() => null)) === null ? undefined : 'a file';
    return judgeError(thrown, call.out);
  }
}
