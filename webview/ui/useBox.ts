/** Reports the size of an element's content box, at once and on every change. */
import type { RefObject } from 'preact';
import { useLayoutEffect } from 'preact/hooks';

export interface Box {
  readonly width: number;
  readonly height: number;
}

/** `onBox` is called again when one of `inputs` changed, because it makes something else of the same box. */
export function useBox(
  target: RefObject<HTMLElement | null>,
  onBox: (box: Box) => void,
  inputs: readonly unknown[],
): void {
  useLayoutEffect(() => {
    const element = target.current;
    if (!element) return undefined;
    const tell = (): void => onBox({ width: element.clientWidth, height: element.clientHeight });
    tell();
    const observer = new ResizeObserver(tell);
    observer.observe(element);
    return () => observer.disconnect();
  }, [target, ...inputs]);
}
