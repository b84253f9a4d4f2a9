/** VS Code's context menus, used as a person does. */
import type { Locator, Page } from 'playwright-core';
import { until } from './waiting';

const entries = (page: Page): Locator => page.locator('.monaco-menu .action-item');

/** Shuts what menu is open. One that comes late, after a second right click, lies over everything else. */
export async function shutMenus(page: Page): Promise<void> {
  await until('no menu', async () => {
    if ((await page.locator('.context-view-block').count()) === 0) return true;
    await page.keyboard.press('Escape');
    return undefined;
  });
}

/** True once `locator` is in that state; undefined where it is not within `timeout` ms. */
const comes = (locator: Locator, state: 'visible' | 'hidden', timeout: number): Promise<true | undefined> =>
  locator.waitFor({ state, timeout }).then(
    () => true,
    () => undefined,
  );

/** Opens the context menu of `target` and takes the entry with that name. */
export async function takeFromMenu(page: Page, target: Locator, entry: string): Promise<void> {
  const item = entries(page).filter({ hasText: entry }).first();
  const opened = async (): Promise<true | undefined> => {
    await shutMenus(page);
    await target.click({ button: 'right' });
    return comes(item, 'visible', 10_000);
  };
  // A menu takes no click in its first moment.
  const taken = async (): Promise<true | undefined> => {
    await item.click({ timeout: 2000 }).catch(() => undefined);
    return comes(item, 'hidden', 1000);
  };
  await until(`${entry} in a menu`, opened);
  await until(`the menu to take ${entry}`, taken);
  await shutMenus(page);
}
