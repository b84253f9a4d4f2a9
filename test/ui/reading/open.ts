/** Opens a file in the memory-map editor, and waits until there is something to read. */
import type { Frame } from 'playwright-core';
import { until } from '../harness/waiting';
import type { Workbench } from '../harness/workbench';

/** The document of the editor that is leftmost on screen, once its layout is there: good, guessed or in need of repair. */
export async function leftmostArray(workbench: Workbench): Promise<Frame> {
  let seen = 'no webview';
  const found = until('an editor with a layout', async () => {
    // Asked for again each time: an editor that is about to close, or not yet filled, has a document too.
    const frame = (await workbench.visibleWebviews()).at(0);
    if (!frame) return undefined;
    const isReady = await frame
      .getByRole('group', { name: 'Layout' })
      .isVisible()
      .catch(() => false);
    if (!isReady) seen = await frame.evaluate(() => document.body.innerText).catch(String);
    return isReady ? frame : undefined;
  });
  return found.catch((error: unknown) => {
    throw new Error(`${String(error)}; on screen is: ${seen.slice(0, 500)}`);
  });
}

/** Opens a file of the folder as a double click does, or one in a subfolder from quick open. */
export async function openArray(workbench: Workbench, name: string): Promise<Frame> {
  await workbench.openFile(name);
  return leftmostArray(workbench);
}
