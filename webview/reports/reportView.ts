/** Reports the view of the file's array to the extension, whose commands act on it. */
import { effect } from '@preact/signals';
import { dtypeSource } from '../../core/dtype/print';
import type { ShownView } from '../protocol/viewEvents';
import type { Model } from '../state/model';

/** Calls `send` when the view changes; not for arrays of a program. */
export function reportView(model: Model, send: (view: ShownView) => void): void {
  let sent = '';
  effect(() => {
    const view = model.view.value;
    if (!view || model.document.value?.debug) return;
    const { slice, dtype, layout } = view;
    const shown = { slice, dtype: dtypeSource(dtype), layout: layout.toFields() };
    const text = JSON.stringify(shown);
    if (text === sent) return;
    sent = text;
    send(shown);
  });
}
