/** Opens a file in the memory-map editor, and waits until there is something to read: good, guessed or in need of repair. */
import { basename } from 'node:path';
import type { Frame } from 'playwright-core';
import { until } from '../harness/waiting';
import type { Workbench } from '../harness/workbench';

/** The file that a webview draws, from its memory map; nothing where it draws none, for a problem with it. */
function drawn(frame: Frame): Promise<string | undefined> {
  return frame.evaluate(() => {
    const entry = document.querySelector('[role=list][aria-label="Memory map"] > *');
    return entry?.textContent.trim();
  });
}

/** Opens a file of the folder as a double click does, or one in a subfolder from quick open. */
export async function openArray(workbench: Workbench, name: string): Promise<Frame> {
  await workbench.openFile(name);
  return shownArray(workbench, name);
}

/**
 * The editor of a file that is being opened. Webviews are looked for again and again: that of the tab before stays on
 * screen for a moment, and one that is loading has a document too.
 */
export function shownArray(workbench: Workbench, name: string): Promise<Frame> {
  let seen = 'no webview';
  const found = until(`an editor of ${name}`, async () => {
    for (const frame of await workbench.visibleWebviews()) {
      const layout = frame.getByRole('group', { name: 'Layout' });
      const isReady = await layout.isVisible().catch(() => false);
      const file = await drawn(frame).catch(() => undefined);
      if (isReady && file?.startsWith(basename(name)) !== false) return frame;
      seen = await frame.evaluate(() => document.body.innerText).catch(String);
    }
    return undefined;
  });
  return found.catch((error: unknown) => {
    throw new Error(`${String(error)}; on screen is: ${seen.slice(0, 500)}`);
  });
}
