/** Keys that are typed into a grid before what edits is loaded, which takes a while over a slow line: they are typed then. */

/** Keeps them from now on; what it returns types them, and keeps no more. */
export function keepEarlyKeys(): () => void {
  const kept: KeyboardEvent[] = [];
  const keep = (event: KeyboardEvent): void => {
    if (isTyped(event) && (event.target as Element).role === 'grid') kept.push(event);
  };
  document.addEventListener('keydown', keep);
  return () => {
    document.removeEventListener('keydown', keep);
    // They do not rise: VS Code has heard them before.
    for (const event of kept)
      event.target!.dispatchEvent(new KeyboardEvent('keydown', { key: event.key, cancelable: true }));
  };
}

function isTyped({ key, ctrlKey, metaKey, altKey, defaultPrevented }: KeyboardEvent): boolean {
  const isPlain = !ctrlKey && !metaKey && !altKey && !defaultPrevented;
  return isPlain && (key.length === 1 || key === 'F2' || key === 'Enter');
}
