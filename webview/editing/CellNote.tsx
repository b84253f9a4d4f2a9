/** The message below a cell. Screen readers read it from the live region. */
import { useLayoutEffect } from 'preact/hooks';
import { useSignal } from '@preact/signals';
import type { CellMessages } from './cellMessage';

const ENDS = ['keydown', 'pointerdown', 'wheel', 'blur', 'resize'] as const;

export function CellNote({ messages }: { readonly messages: CellMessages }): preact.JSX.Element | null {
  const message = messages.current.value;
  const under = useSignal({ left: 0, top: 0 });
  useLayoutEffect(() => {
    const box = message && document.getElementById(message.cellId)?.getBoundingClientRect();
    // The cell is not on screen.
    if (!box) return;
    under.value = { left: Math.max(0, Math.min(box.left, window.innerWidth - 328)), top: box.bottom };
    // Captured: the key that shows it again is handled after this.
    const clear = (): void => messages.clear();
    for (const name of ENDS) window.addEventListener(name, clear, { capture: true });
    return () => {
      for (const name of ENDS) window.removeEventListener(name, clear, { capture: true });
    };
  }, [message]);
  if (!message || under.value.top === 0) return null;
  return (
    <span
      class="cell-note"
      aria-hidden="true"
      style={{ left: `${under.value.left}px`, top: `${under.value.top}px` }}
    >
      {message.text}
    </span>
  );
}
