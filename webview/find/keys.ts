/** F3 and Shift+F3 find again, wherever the focus is; Escape over a grid closes the bar. Ctrl+F is VS Code's to map. */
import type { Finder } from './finder';
import { leave } from './FindBar';

export function listenToFindKeys(finder: Finder): void {
  document.addEventListener('keydown', event => {
    if (event.defaultPrevented || !finder.isOpen.value) return;
    const isInGrid = (event.target as Element).closest('[role=grid]') !== null;
    if (event.key === 'F3') void finder.find(event.shiftKey);
    else if (event.key === 'Escape' && isInGrid && !(event.target instanceof HTMLInputElement)) leave(finder);
    else return;
    event.preventDefault();
  });
}
