/** Tells the extension which view of the file's array is drawn: what its commands act on. */
import { effect } from '@preact/signals';
import { dtypeSource } from '../../core/dtype/print';
import type { ShownView } from '../protocol/viewEvents';
import type { Model } from '../state/model';

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
