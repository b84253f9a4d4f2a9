/**
 * Loads, when a document first needs it, what most documents do without: a script and a style sheet beside the app's.
 * Both are let through by the page's policy: the script carries the nonce of this one, the sheet comes from the bundle.
 */
import { effect } from '@preact/signals';
import type { Extras } from '../extras';
import { toError } from '../rpc/toError';
import type { App } from './app';

export type { Extras };

declare let __webpack_nonce__: string | undefined;
const { currentScript } = document;
// eslint-disable-next-line prefer-const -- declared here, assigned here, read by webpack.
__webpack_nonce__ = currentScript instanceof HTMLScriptElement ? currentScript.nonce : undefined;

export function loadExtras(app: App): void {
  let isAsked = false;
  effect(() => {
    if (isAsked || !app.model.document.value?.debug) return;
    isAsked = true;
    void load(app);
  });
}

async function load(app: App): Promise<void> {
  try {
    const { createExtras } = await import(/* webpackChunkName: "debug" */ '../extras');
    app.extras.value = createExtras();
  } catch (error) {
    app.model.requestError.value = toError(error);
  }
}
