/** What may be wrong with how a webview looks: what axe finds, and what is cut off. */
import type { Frame } from 'playwright-core';
import { axeViolations } from './axe';

/** What axe finds, the first elements of each rule. */
export async function violations(frame: Frame): Promise<string[]> {
  const found = await axeViolations(frame);
  return found.flatMap(({ rule, nodes }) => nodes.slice(0, 3).map(node => `${rule}: ${node}`));
}

/** The controls and messages that the edges of the window cut through. */
export function cutOff(frame: Frame): Promise<string[]> {
  return frame.evaluate(() => {
    const all = document.querySelectorAll(
      'button, input, select, h2, [role=note], [role=alert], [id$="-error"]',
    );
    const out = [...all].filter(element => {
      // What is folded away has a box of some time before.
      if (!element.checkVisibility()) return false;
      const { left, right } = element.getBoundingClientRect();
      return left < 0 || right > innerWidth;
    });
    const wide = document.documentElement.scrollWidth > innerWidth ? ['the page'] : [];
    return [...wide, ...out.map(element => element.textContent || element.outerHTML.slice(0, 120))];
  });
}
