/**
 * Pictures of the real thing for the walkthrough and the README: parts of the window as lossless WebP in `media/`, in as
 * many colours as fit into 40 KB. The browser that draws the window packs them too.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { root } from '../harness/rig';

/** What is packed, as it is, to look at. */
const shots = join(root, 'test', 'ui', 'shots');
export const media = join(root, 'media');
const MOST_BYTES = 40_000;
const COLOURS = [200, 128, 96, 64, 48, 32, 24, 16, 12, 8];

/** In the browser: the PNG in at most `count` colours beside those of whole areas, as WebP; base64 both. */
async function inColours([png, count]: readonly [string, number]): Promise<string> {
  const bytes = Uint8Array.from(atob(png), character => character.charCodeAt(0));
  const image = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
  const canvas = new OffscreenCanvas(image.width, image.height);
  const context = canvas.getContext('2d')!;
  context.drawImage(image, 0, 0);
  const drawn = context.getImageData(0, 0, image.width, image.height);
  const pixels = new Uint32Array(drawn.data.buffer);
  const counts = new Map<number, number>();
  const areas = new Map<number, number>();
  pixels.forEach((pixel, k) => {
    counts.set(pixel, (counts.get(pixel) ?? 0) + 1);
    // Areas and lines have no edges of letters in them.
    if (pixels[k + 3] === pixel && pixels[k + 9] === pixel) areas.set(pixel, (areas.get(pixel) ?? 0) + 1);
  });
  const far = (a: number, b: number): number => {
    let sum = 0;
    for (const shift of [0, 8, 16]) sum += (((a >> shift) & 255) - ((b >> shift) & 255)) ** 2;
    return sum;
  };
  const palette = [...areas].filter(([, area]) => area > pixels.length / 2500).map(([pixel]) => pixel);
  const most = palette.length + count;
  // Colours next to one that is taken already add nothing that is seen.
  const near = 60_000 / count ** 1.5;
  for (const [pixel] of [...counts].sort((a, b) => b[1] - a[1])) {
    if (palette.length < most && palette.every(one => far(one, pixel) > near)) palette.push(pixel);
  }
  const closest = (pixel: number): number =>
    palette.reduce((best, one) => (far(one, pixel) < far(best, pixel) ? one : best));
  const replaced = new Map([...counts.keys()].map(pixel => [pixel, closest(pixel)]));
  pixels.forEach((pixel, k) => (pixels[k] = replaced.get(pixel)!));
  context.putImageData(drawn, 0, 0);
  // Of quality 1, Chromium's are lossless.
  const packed = await canvas.convertToBlob({ type: 'image/webp', quality: 1 });
  const text = Array.from(new Uint8Array(await packed.arrayBuffer()), byte => String.fromCharCode(byte));
  return btoa(text.join(''));
}

async function pack(page: Page, png: Buffer): Promise<{ bytes: Buffer; colours: number }> {
  const packer = await page.context().browser()!.newPage();
  try {
    for (const colours of COLOURS) {
      const packed = await packer.evaluate(inColours, [png.toString('base64'), colours] as const);
      const bytes = Buffer.from(packed, 'base64');
      if (bytes.length <= MOST_BYTES) return { bytes, colours };
    }
  } finally {
    await packer.close();
  }
  throw new Error(`the picture does not fit into ${MOST_BYTES} bytes`);
}

/** The box around parts of the workbench: `sidebar`, `editor`. */
async function around(page: Page, parts: readonly string[]) {
  const boxes = await Promise.all(parts.map(part => page.locator(`.part.${part}`).boundingBox()));
  const there = boxes.filter(box => box !== null);
  const x = Math.min(...there.map(box => box.x));
  const y = Math.min(...there.map(box => box.y));
  const right = Math.max(...there.map(box => box.x + box.width));
  const bottom = Math.max(...there.map(box => box.y + box.height));
  return { x, y, width: right - x, height: bottom - y };
}

/** Writes what is on screen of parts of the workbench to `media/<name>.webp`. */
export async function take(page: Page, name: string, ...parts: readonly string[]): Promise<void> {
  const clip = await around(page, parts);
  const png = await page.screenshot({ clip, animations: 'disabled', caret: 'hide' });
  mkdirSync(shots, { recursive: true });
  writeFileSync(join(shots, `picture-${name}.png`), png);
  const { bytes, colours } = await pack(page, png);
  writeFileSync(join(media, `${name}.webp`), bytes);
  process.stdout.write(
    `    ${name}.webp ${(bytes.length / 1000).toFixed(1)} KB, ${colours} colours beside areas\n`,
  );
}
