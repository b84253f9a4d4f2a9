/** The byte grid as a screen reader finds it. */
import type { Frame } from 'playwright-core';
import { settled } from './settled';

export interface ByteCell {
  /** In the owner, in bytes. */
  readonly byteOffset: number;
  /** Two digits. */
  readonly hex: string;
  /** What is spoken: `8C, offset 16, byte 0 of [0, 4]`. */
  readonly name: string;
  /** The byte is of no item of the view. */
  readonly gap: boolean;
  readonly linked: boolean;
  /** Where its middle is in the webview's document. */
  readonly x: number;
  readonly y: number;
}

/** The bytes on screen now, in order. */
export function bytesNow(frame: Frame): Promise<ByteCell[]> {
  return frame.evaluate(() => {
    const grid = document.querySelector('[role=grid][aria-label=Bytes]');
    if (!grid) throw new Error('there is no grid named Bytes');
    return [...grid.querySelectorAll('[role=gridcell][data-byte-offset]')].map(cell => {
      const box = cell.getBoundingClientRect();
      return {
        byteOffset: Number(cell.getAttribute('data-byte-offset')),
        hex: cell.textContent.trim(),
        name: cell.getAttribute('aria-label') ?? '',
        gap: cell.hasAttribute('data-gap'),
        linked: cell.hasAttribute('data-linked'),
        x: box.x + box.width / 2,
        y: box.y + box.height / 2,
      };
    });
  });
}

/** The bytes on screen once they are loaded. */
export async function readBytes(frame: Frame): Promise<ByteCell[]> {
  await settled(frame);
  return bytesNow(frame);
}

/** The offsets of the bytes that are lit. */
export async function linkedBytes(frame: Frame): Promise<number[]> {
  return (await readBytes(frame)).filter(({ linked }) => linked).map(({ byteOffset }) => byteOffset);
}
