/**
 * The documents inside webviews. VS Code nests each in two frames: `iframe.webview`, and in it `#active-frame`,
 * which is replaced when the webview's html is set again; a `Frame` is good until then.
 */
import type { Frame, Page } from 'playwright-core';
import { until } from './waiting';

async function innerFrame(outer: Frame): Promise<Frame | undefined> {
  for (const frame of outer.childFrames()) {
    const id = await frame
      .frameElement()
      .then(element => element.getAttribute('id'))
      .catch(() => undefined);
    if (id === 'active-frame') return frame;
  }
  return undefined;
}

/** The documents of all webviews on screen now, left to right, then top to bottom. */
export async function visibleWebviews(page: Page): Promise<Frame[]> {
  const found: { frame: Frame; x: number; y: number }[] = [];
  for (const element of await page.locator('iframe.webview.ready').elementHandles()) {
    const outer = (await element.isVisible().catch(() => false)) ? await element.contentFrame() : null;
    const frame = outer && (await innerFrame(outer));
    const box = await element.boundingBox();
    if (frame && box) found.push({ frame, x: box.x, y: box.y });
  }
  return found.sort((a, b) => a.x - b.x || a.y - b.y).map(({ frame }) => frame);
}

/** The document of the `nth` webview on screen (0: the leftmost), once it is there. */
export function webview(page: Page, nth = 0, timeoutMs?: number): Promise<Frame> {
  return until(`webview ${nth} on screen`, async () => (await visibleWebviews(page))[nth], timeoutMs);
}
