/** The wheel and the trackpad, with exact deltas in pixels; Shift turns the wheel sideways. */
import type { RefObject } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { metrics } from './metrics';

export function useWheel(
  target: RefObject<HTMLElement | null>,
  onWheel: (dx: number, dy: number) => void,
): void {
  const handler = useRef(onWheel);
  handler.current = onWheel;
  useEffect(() => {
    const element = target.current;
    if (!element) return undefined;
    const listen = (event: WheelEvent): void => {
      if (event.ctrlKey) return;
      event.preventDefault();
      const [dx, dy] = deltas(event, element.clientHeight);
      handler.current(dx, dy);
    };
    // Not passive: VS Code's own page must not scroll along.
    element.addEventListener('wheel', listen, { passive: false });
    return () => element.removeEventListener('wheel', listen);
  }, [target]);
}

function deltas(event: WheelEvent, page: number): [number, number] {
  const unit = [1, metrics.value.row, page][event.deltaMode] ?? 1;
  const sideways = event.shiftKey && event.deltaX === 0;
  return sideways ? [event.deltaY * unit, 0] : [event.deltaX * unit, event.deltaY * unit];
}
