/** Buffers the keys that are typed into a grid before editing is loaded, which takes a while over a slow connection. */

/** Starts buffering. Returns the function that stops it and replays the keys. */
export function bufferEarlyKeys(): () => void {
  const buffer: KeyboardEvent[] = [];
  const push = (event: KeyboardEvent): void => {
    if (isTyped(event) && (event.target as Element).role === 'grid') buffer.push(event);
  };
  document.addEventListener('keydown', push);
  return () => {
    document.removeEventListener('keydown', push);
    // They do not bubble: VS Code has handled them before.
    for (const event of buffer)
      event.target!.dispatchEvent(new KeyboardEvent('keydown', { key: event.key, cancelable: true }));
  };
}

function isTyped({ key, ctrlKey, metaKey, altKey, defaultPrevented }: KeyboardEvent): boolean {
  const isPlain = !ctrlKey && !metaKey && !altKey && !defaultPrevented;
  return isPlain && (key.length === 1 || key === 'F2' || key === 'Enter');
}
