/** Waiting until what is on screen is whole: every value and every byte there is loaded and drawn. */
import type { Frame } from 'playwright-core';
import { until } from '../harness/waiting';

/** Whether the grids are drawn, and nothing in them is a placeholder. Two frames pass first, so that a change is drawn. */
function isWhole(frame: Frame): Promise<boolean> {
  return frame.evaluate(async () => {
    for (let k = 0; k < 2; k++) await new Promise(requestAnimationFrame);
    const drawn = document.querySelector('[role=grid][aria-label=Values], [role=grid][aria-label=Bytes]');
    const missing = '[role=gridcell][aria-busy=true], [data-byte-offset][aria-label^=loading]';
    return drawn !== null && document.querySelector(missing) === null;
  });
}

/** Waits until both grids show only what was read. */
export async function settled(frame: Frame): Promise<void> {
  await until('the grids to be whole', async () => ((await isWhole(frame)) ? true : undefined), 15_000);
}
