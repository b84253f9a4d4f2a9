/** Creates the models of the app and connects them to the extension. */
import { signal } from '@preact/signals';
import { PageLoader } from '../pages/loader';
import { Client } from '../protocol/client';
import { hostEvents } from '../protocol/contract';
import type { Port } from '../protocol/envelope';
import type { InspectorClient } from '../state/actions';
import { Actions } from '../state/actions';
import type { App } from '../state/app';
import { ByteGrid } from '../state/byteGrid';
import { Model } from '../state/model';
import { createNavigator } from '../state/navigate';
import { ValueGrid } from '../state/valueGrid';
import { goTo } from '../values/Boxes';

/** The app without a document, which `client.request('ready')` fetches. */
export function createApp(port: Port): { readonly app: App; readonly client: InspectorClient } {
  const features: App['features'] = signal(undefined);
  const pages = new PageLoader(
    (params, signal) => client.request('readPages', params, signal),
    () => {
      model.pagesVersion.value++;
      model.pageError.value = undefined;
    },
    error => {
      model.pageError.value = error;
    },
    () => features.value?.pagesShown(),
  );
  const client = createClient(port, () => app);
  const model = new Model(pages);
  const values = new ValueGrid(model);
  const bytes = new ByteGrid(model);
  const navigator = createNavigator(model, values, bytes);
  const app = { model, values, bytes, navigator, actions: new Actions(model, client), features };
  return { app, client };
}

/** The connection to the extension; its events go to `app()`, which is created after it. */
function createClient(port: Port, app: () => App): InspectorClient {
  return new Client(port, {
    schemas: hostEvents,
    listeners: {
      documentChanged: document => app().actions.accept(document),
      stopped: ({ document, firstPages }) => app().actions.accept(document, firstPages),
      goTo: text => goTo(app(), text),
      find: event => app().features.value?.find.accept(event),
      cells: event => app().features.value?.clipboard.accept(event),
      task: event => app().features.value?.analysis.accept(event),
    },
  });
}
