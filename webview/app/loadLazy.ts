/**
 * Loads, when a document first needs it, what most documents do without: a script and a style sheet beside the app's.
 * Both are let through by the page's policy: the script carries the nonce of this one, the sheet comes from the bundle.
 */
import { effect } from '@preact/signals';
import { InspectorError } from '../../core/errors';
import type { CreateFeatures } from '../lazy';
import type { InspectorClient } from '../state/actions';
import { strings } from '../strings';
import type { App } from '../state/app';
import { keepEarlyKeys } from './earlyKeys';

export function loadExtras(app: App, client: InspectorClient): void {
  let isAsked = false;
  const typeEarlyKeys = keepEarlyKeys();
  effect(() => {
    if (isAsked || !isNeeded(app)) return;
    isAsked = true;
    load().then(
      create => {
        app.features.value = create(app, client);
        typeEarlyKeys();
      },
      () => {
        app.model.requestError.value = new InspectorError('internal', strings.notWhole, {
          action: strings.reopen,
        });
      },
    );
  });
}

/** For a file they come after its first bytes: to look at it nothing is waited for. */
const isNeeded = ({ model }: App): boolean =>
  model.document.value?.debug !== undefined || model.pagesVersion.value > 0;

async function load(): Promise<CreateFeatures> {
  const { createFeatures } = await import(/* webpackChunkName: "webview-lazy" */ '../lazy');
  return createFeatures;
}
