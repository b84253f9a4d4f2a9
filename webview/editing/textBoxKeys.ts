/** Keeps the keys that a text box handles itself (Ctrl+A, Y, Z) from VS Code, which would undo edits of the file. */
export function keepTextBoxKeys(): void {
  document.addEventListener('keydown', event => {
    const isOwn = (event.ctrlKey || event.metaKey) && /^[ayz]$/i.test(event.key);
    if (isOwn && isTextBox(event.target)) event.stopPropagation();
  });
}

function isTextBox(target: EventTarget | null): boolean {
  return target instanceof HTMLInputElement && ['text', 'number', 'search'].includes(target.type);
}
