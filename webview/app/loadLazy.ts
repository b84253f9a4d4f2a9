/** Loads the late features once a document needs them: a chunk of scripts and a style sheet beside the app's. */
import { effect } from '@preact/signals';
import { InspectorError } from '../../core/errors';
import type { InspectorClient } from '../state/actions';
import type { App } from '../state/app';
import type { LazyFeatures } from '../state/lazyFeatures';
import { strings } from '../strings';
import { bufferEarlyKeys } from './earlyKeys';
import { views } from './views';

/** Sets `app.features` when they are loaded; shows an error if that fails. To be called once. */
export function loadLazyFeatures(app: App, client: InspectorClient): void {
  let isRequested = false;
  const replayEarlyKeys = bufferEarlyKeys();
  effect(() => {
    if (isRequested || !areNeeded(app)) return;
    isRequested = true;
    load(app, client).then(
      features => {
        app.features.value = features;
        replayEarlyKeys();
      },
      () => {
        app.model.requestError.value = new InspectorError('internal', strings.notWhole, {
          action: strings.reopen,
        });
      },
    );
  });
}

/** A file is drawn without them, so its first bytes come first. */
const areNeeded = ({ model }: App): boolean =>
  model.document.value?.debug !== undefined || model.pagesVersion.value > 0;

async function load(app: App, client: InspectorClient): Promise<LazyFeatures> {
  const loading = views.map(async ({ name, load }) => ({ name, module: await load?.() }));
  const { createLazyFeatures } = await import(/* webpackChunkName: "webview-lazy" */ '../lazy');
  const modules = await Promise.all(loading);
  return createLazyFeatures(app, client, services => {
    const panels = modules.flatMap(({ name, module }) =>
      module ? [[name, module.createView(services)] as const] : [],
    );
    return new Map(panels);
  });
}
