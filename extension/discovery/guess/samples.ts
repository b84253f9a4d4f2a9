/**
 * The few windows of a file that a guess looks at. Invariant: at most 16 windows and 256 KiB in all, whatever the
 * file's size; each starts on a multiple of 64, so that items of any builtin dtype are met whole; the first starts at
 * byte 0, the last ends at the file's end, none overlap.
 */
import type { Abortable, ByteSource } from '../../../core/bytes';

export interface Window {
  readonly byteOffset: number;
  readonly byteLength: number;
}

export interface Sample {
  readonly byteOffset: number;
  readonly bytes: Uint8Array;
}

const TOTAL = 256 * 1024;
/** Long enough to hold two rows of a wide matrix: rows are found by comparing neighbours. */
const FIRST = 128 * 1024;
const OTHERS = 15;
const OTHER = 8 * 1024;
const ALIGN = 64;

export function samplePlan(byteLength: number): Window[] {
  if (byteLength === 0) return [];
  if (byteLength <= TOTAL) return [{ byteOffset: 0, byteLength }];
  const last = floorTo(byteLength - OTHER, ALIGN);
  const step = (last - FIRST) / (OTHERS - 1);
  const others = Array.from({ length: OTHERS }, (_, k) => {
    const byteOffset = k === OTHERS - 1 ? last : floorTo(FIRST + k * step, ALIGN);
    return { byteOffset, byteLength: k === OTHERS - 1 ? byteLength - last : OTHER };
  });
  return [{ byteOffset: 0, byteLength: FIRST }, ...others];
}

const floorTo = (n: number, unit: number) => n - (n % unit);

/** Reads the windows of `samplePlan`; rejects with what kept one of them from being read. */
export function readSamples(source: ByteSource, signal?: Abortable): Promise<Sample[]> {
  return Promise.all(
    samplePlan(source.byteLength).map(async ({ byteOffset, byteLength }) => ({
      byteOffset,
      bytes: await source.read(byteOffset, byteLength, signal),
    })),
  );
}
