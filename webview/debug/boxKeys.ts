/**
 * What a text box does by itself, VS Code is not to do as well: it would take back an edit of the file that may not even be
 * on screen, and select all when something has been typed meanwhile.
 */
export function keepBoxKeys(): void {
  document.addEventListener('keydown', event => {
    const isOwn = (event.ctrlKey || event.metaKey) && /^[ayz]$/i.test(event.key);
    if (isOwn && isTextBox(event.target)) event.stopPropagation();
  });
}

function isTextBox(target: EventTarget | null): boolean {
  return target instanceof HTMLInputElement && ['text', 'number', 'search'].includes(target.type);
}
