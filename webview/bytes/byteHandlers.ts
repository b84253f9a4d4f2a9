/** Keyboard and pointer handlers of the byte grid. */
import type { App } from '../state/app';
import type { GridHandlers } from '../ui/gridHandlers';

export function byteId(byteOffset: number): string {
  return `byte-${byteOffset}`;
}

/** Returns the offset of the byte under the pointer, in either the hex or the ASCII column. */
export function byteUnder(event: Event): number | undefined {
  const cell = (event.target as Element).closest<HTMLElement>('[data-byte-offset],[data-at]');
  const text = cell?.dataset.byteOffset ?? cell?.dataset.at;
  return text === undefined ? undefined : Number(text);
}

export function byteHandlers(app: App): GridHandlers {
  const { model, navigator } = app;
  return {
    onKeyDown: event => onKey(app, event),
    onPointerDown: event => {
      const byteOffset = byteUnder(event);
      if (event.button === 0 && byteOffset !== undefined) navigator.toByte(byteOffset);
    },
    onPointerMove: event => {
      const byteOffset = byteUnder(event);
      const before = model.pointed.value;
      if (byteOffset === undefined) model.pointed.value = undefined;
      else if (before?.kind !== 'byte' || before.byteOffset !== byteOffset) {
        model.pointed.value = { kind: 'byte', byteOffset };
      }
    },
    onPointerLeave: () => {
      model.pointed.value = undefined;
    },
    onFocus: () => {
      const last = model.sourceLength - 1;
      if (last >= 0 && !model.focused.value) navigator.toByte(Math.min(model.byteCursor.value, last));
    },
  };
}

function onKey(app: App, event: KeyboardEvent): void {
  const ctrl = event.ctrlKey || event.metaKey;
  if (ctrl && event.key.toLowerCase() === 'c') {
    event.preventDefault();
    copyByte(app);
    return;
  }
  if (app.features.value?.editing.bytes.handleKey(event)) {
    event.preventDefault();
    return;
  }
  if (event.altKey) return;
  const target = app.bytes.byteAfterKey(event.key, ctrl);
  if (target === undefined) return;
  event.preventDefault();
  app.navigator.toByte(target);
}

/** Copies the byte at the cursor. */
export function copyByte({ model, actions }: App): void {
  const byte = model.pages.cache.byteAt(model.byteCursor.value);
  if (byte !== undefined) void actions.copyText(hexByte(byte));
}

/** Returns two hexadecimal digits: `8C`. */
export function hexByte(byte: number): string {
  return byte.toString(16).toUpperCase().padStart(2, '0');
}
