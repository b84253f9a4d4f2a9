/** Which cells of a grid a pointer reaches. */
import type { Frame } from 'playwright-core';
import type { GridName } from './moves';

/** The numbers of the cells of a grid that can be clicked, among all of them: others are under its heads. */
export function clickable(frame: Frame, grid: GridName): Promise<number[]> {
  return frame.evaluate(name => {
    const cells = [...document.querySelectorAll(`[role=grid][aria-label=${name}] [role=gridcell]`)];
    return [...cells.keys()].filter(k => {
      const { x, y, width, height } = cells[k].getBoundingClientRect();
      // A little above and below the middle: pointers round.
      return [-2, 2].every(aside => {
        const found = document.elementFromPoint(x + width / 2, y + height / 2 + aside);
        return found !== null && cells[k].contains(found);
      });
    });
  }, grid);
}
