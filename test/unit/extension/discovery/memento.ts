/** A store as VS Code's `Memento` is: values go through JSON. */
import type { LayoutStore } from '../../../../extension/discovery/rememberedLayouts';

export function memento(initial?: unknown): LayoutStore & { readonly saved: () => unknown } {
  let saved = initial === undefined ? undefined : JSON.stringify(initial);
  const read = () => (saved === undefined ? undefined : (JSON.parse(saved) as unknown));
  return {
    get: read,
    update: (_key, value) => {
      saved = JSON.stringify(value);
      return Promise.resolve();
    },
    saved: read,
  };
}
