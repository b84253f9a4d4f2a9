/**
 * The byte grid glances at the bytes of a value that is pointed at, and comes back when the pointer leaves. Only bytes
 * at hand are shown: pointing never asks the extension for anything.
 */
import { effect } from '@preact/signals';
import type { App } from '../state/app';

/** The pointer has to rest that long: crossing the grid moves nothing. */
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
