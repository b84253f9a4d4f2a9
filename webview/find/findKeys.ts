/** F3 and Shift+F3 find again wherever the focus is; Escape in a grid closes the bar. Ctrl+F is a keybinding of VS Code. */
import type { Finder } from './finder';
import { closeFindBar } from './FindBar';

export function listenToFindKeys(finder: Finder): void {
  document.addEventListener('keydown', event => {
    if (event.defaultPrevented || !finder.isOpen.value) return;
    const isInGrid = (event.target as Element).closest('[role=grid]') !== null;
    if (event.key === 'F3') void finder.find(event.shiftKey);
    else if (event.key === 'Escape' && isInGrid && !(event.target instanceof HTMLInputElement))
      closeFindBar(finder);
    else return;
    event.preventDefault();
  });
}
