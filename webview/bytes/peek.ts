/**
 * Scrolls the byte grid to the bytes of the value under the pointer, and back when the pointer leaves. Only cached bytes
 * are shown: pointing never sends a request to the extension.
 */
import { effect } from '@preact/signals';
import type { App } from '../state/app';

/** How long the pointer must rest, so that crossing the grid scrolls nothing. */
const REST_MS = 60;

export function peekAtPointed({ model, bytes }: App): void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  effect(() => {
    const target = model.pointed.value;
    const link = model.link.value;
    clearTimeout(timer);
    const isValue = target?.kind === 'item' && link !== undefined;
    timer = setTimeout(() => {
      bytes.peek.value = isValue ? bytes.positionShowing(link.start) : undefined;
    }, REST_MS);
  });
}
