/** Two panes, one above the other, with a splitter for pointer and keyboard. */
import type { ComponentChildren } from 'preact';
import { useRef } from 'preact/hooks';
import { signal } from '@preact/signals';
import { strings } from '../strings';
import './split.css';

/** Height of the first pane, in percent. */
export const splitPercent = signal(56);
const LEAST = 20;
const MOST = 80;

interface SplitProps {
  readonly first: ComponentChildren;
  readonly second: ComponentChildren;
}

export function Split({ first, second }: SplitProps): preact.JSX.Element {
  const root = useRef<HTMLDivElement>(null);
  const both = Boolean(first) && Boolean(second);
  const rows = both
    ? `minmax(min-content, ${splitPercent.value}fr) 5px minmax(min-content, ${100 - splitPercent.value}fr)`
    : 'minmax(min-content, 1fr)';
  return (
    <div ref={root} class="split" style={{ gridTemplateRows: rows }}>
      {first}
      {both && (
        <div
          class="splitter"
          role="separator"
          aria-label={strings.splitter}
          aria-orientation="horizontal"
          aria-valuemin={LEAST}
          aria-valuemax={MOST}
          aria-valuenow={Math.round(splitPercent.value)}
          tabIndex={0}
          onKeyDown={onKey}
          onPointerDown={event => drag(event, root.current!)}
          onDblClick={() => resize(56)}
        />
      )}
      {second}
    </div>
  );
}

function resize(percent: number): void {
  splitPercent.value = Math.max(LEAST, Math.min(MOST, percent));
}

function onKey(event: KeyboardEvent): void {
  const moves: Partial<Record<string, number>> = {
    ArrowUp: splitPercent.value - 4,
    ArrowDown: splitPercent.value + 4,
    Home: LEAST,
    End: MOST,
  };
  const to = moves[event.key];
  if (to === undefined) return;
  event.preventDefault();
  resize(to);
}

function drag(event: PointerEvent, root: HTMLElement): void {
  if (event.button !== 0) return;
  const bar = event.currentTarget as HTMLElement;
  const box = root.getBoundingClientRect();
  const follow = (at: PointerEvent): void => resize(((at.clientY - box.top) / box.height) * 100);
  bar.setPointerCapture(event.pointerId);
  bar.addEventListener('pointermove', follow);
  bar.addEventListener('lostpointercapture', () => bar.removeEventListener('pointermove', follow), {
    once: true,
  });
}
