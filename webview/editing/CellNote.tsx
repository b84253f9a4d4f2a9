/** What is said at a cell, below it. Screen readers have it from the live region. */
import { useLayoutEffect } from 'preact/hooks';
import { useSignal } from '@preact/signals';
import type { Said } from './cellMessage';

const ENDS = ['keydown', 'pointerdown', 'wheel', 'blur', 'resize'] as const;

export function CellNote({ said }: { readonly said: Said }): preact.JSX.Element | null {
  const saying = said.saying.value;
  const under = useSignal({ left: 0, top: 0 });
  useLayoutEffect(() => {
    const box = saying && document.getElementById(saying.cellId)?.getBoundingClientRect();
    // A cell that is not on screen has nothing below it.
    if (!box) return;
    under.value = { left: Math.max(0, Math.min(box.left, window.innerWidth - 328)), top: box.bottom };
    // Captured: the key that says it again comes after this.
    const forget = (): void => said.forget();
    for (const name of ENDS) window.addEventListener(name, forget, { capture: true });
    return () => {
      for (const name of ENDS) window.removeEventListener(name, forget, { capture: true });
    };
  }, [saying]);
  if (!saying || under.value.top === 0) return null;
  return (
    <span
      class="cell-note"
      aria-hidden="true"
      style={{ left: `${under.value.left}px`, top: `${under.value.top}px` }}
    >
      {saying.text}
    </span>
  );
}
