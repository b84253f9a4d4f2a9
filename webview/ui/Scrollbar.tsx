/**
 * A scrollbar over logical lines, for pointer and keyboard. Its value is the first line shown.
 */
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Lines, Position } from './position';
import { endingAt, lastPosition, pageLength, scrollBy } from './position';
import { positionAt, thumbOf } from './thumb';
import './scrollbar.css';

export interface ScrollbarProps {
  readonly name: string;
  readonly orientation: 'vertical' | 'horizontal';
  /** Id of the scrolled element. */
  readonly controls: string;
  readonly lines: Lines;
  readonly position: Position;
  readonly viewport: number;
  readonly onScroll: (position: Position) => void;
}

export function Scrollbar(props: ScrollbarProps): preact.JSX.Element {
  const { orientation, lines, position, viewport } = props;
  const vertical = orientation === 'vertical';
  const element = useRef<HTMLDivElement>(null);
  const [track, setTrack] = useState(0);
  useEffect(() => {
    const observer = new ResizeObserver(([entry]) => {
      const { width, height } = entry.contentRect;
      setTrack(vertical ? height : width);
    });
    observer.observe(element.current!);
    return () => observer.disconnect();
  }, [vertical]);
  const thumb = thumbOf(lines, position, viewport, track);
  const start = `${Math.round(thumb?.start ?? 0)}px`;
  const length = `${Math.round(thumb?.length ?? 0)}px`;
  return (
    <div
      ref={element}
      class={`scrollbar ${orientation}`}
      role="scrollbar"
      aria-label={props.name}
      aria-orientation={orientation}
      aria-controls={props.controls}
      aria-valuemin={0}
      aria-valuemax={lines.count === 0 ? 0 : lastPosition(lines, viewport).line}
      aria-valuenow={position.line}
      aria-disabled={thumb ? undefined : true}
      tabIndex={thumb ? 0 : -1}
      onKeyDown={event => onKey(event, props)}
      onPointerDown={event => thumb && drag(event, props, track, thumb)}
    >
      {thumb && (
        <div
          class="thumb"
          style={vertical ? { top: start, height: length } : { left: start, width: length }}
        />
      )}
    </div>
  );
}

function onKey(event: KeyboardEvent, { lines, position, viewport, onScroll }: ScrollbarProps): void {
  const page = pageLength(lines, { line: position.line, pixel: 0 }, viewport);
  const moves: Partial<Record<string, number>> = {
    ArrowUp: -1,
    ArrowLeft: -1,
    ArrowDown: 1,
    ArrowRight: 1,
    PageUp: -page,
    PageDown: page,
    Home: -Infinity,
    End: Infinity,
  };
  const by = moves[event.key];
  if (by === undefined || lines.count === 0) return;
  event.preventDefault();
  const line = Math.max(0, Math.min(lines.count - 1, position.line + by));
  onScroll(
    by === Infinity ? endingAt(lines, line, viewport) : scrollBy(lines, { line, pixel: 0 }, viewport, 0),
  );
}

/** Follows the pointer until release; a press beside the thumb first moves the thumb under the pointer. */
function drag(
  event: PointerEvent,
  props: ScrollbarProps,
  track: number,
  thumb: { start: number; length: number },
): void {
  if (event.button !== 0) return;
  event.preventDefault();
  const bar = event.currentTarget as HTMLElement;
  const box = bar.getBoundingClientRect();
  const vertical = props.orientation === 'vertical';
  const along = (at: PointerEvent): number => (vertical ? at.clientY - box.top : at.clientX - box.left);
  const pressed = along(event);
  const inside = pressed >= thumb.start && pressed < thumb.start + thumb.length;
  const grip = inside ? pressed - thumb.start : thumb.length / 2;
  const follow = (at: PointerEvent): void =>
    props.onScroll(positionAt(props.lines, props.viewport, track, thumb.length, along(at) - grip));
  if (!inside) follow(event);
  bar.setPointerCapture(event.pointerId);
  bar.addEventListener('pointermove', follow);
  const letGo = (): void => {
    bar.removeEventListener('pointermove', follow);
    bar.removeEventListener('lostpointercapture', letGo);
  };
  bar.addEventListener('lostpointercapture', letGo);
}
