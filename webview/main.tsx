/** The app of a webview: connects to the extension, asks for the document, draws it. */
import { signal } from '@preact/signals';
import { render } from 'preact';
import { ByteGrid } from './state/byteGrid';
import { peekAtPointed } from './bytes/peek';
import type { App } from './state/app';
import { loadExtras } from './app/loadLazy';
import { Frame } from './app/Page';
import { measureFont } from './ui/metrics';
import { PageLoader } from './pages/loader';
import { Client } from './protocol/client';
import { hostEvents } from './protocol/contract';
import { connectHost } from './app/vscodeApi';
import { asInspectorError } from '../core/errors';
import type { InspectorClient } from './state/actions';
import { Actions } from './state/actions';
import { Model } from './state/model';
import { createNavigator } from './state/navigate';
import { goTo } from './values/Boxes';
import { ValueGrid } from './state/valueGrid';
import { keepState, restoreState } from './state/persist';

const host = connectHost();
const pages = new PageLoader(
  (params, signal) => client.request('readPages', params, signal),
  () => {
    model.pagesVersion.value++;
    model.pageError.value = undefined;
  },
  error => {
    model.pageError.value = error;
  },
  () => app.features.value?.pagesWanted(),
);
const model = new Model(pages);
const client: InspectorClient = new Client(host.port, {
  schemas: hostEvents,
  listeners: {
    documentChanged: document => actions.accept(document),
    stopped: ({ document, firstPages }) => actions.accept(document, firstPages),
    goTo: text => goTo(app, text),
    find: news => app.features.value?.find.hear(news),
    cells: event => app.features.value?.onCells(event),
    task: event => app.features.value?.onTask(event),
  },
});
const actions = new Actions(model, client);
const values = new ValueGrid(model);
const bytes = new ByteGrid(model);
const app: App = {
  model,
  values,
  bytes,
  actions,
  navigator: createNavigator(model, values, bytes),
  features: signal(undefined),
};

async function open(): Promise<void> {
  const { document, firstPages } = await client.request('ready', null);
  restoreState(app, host.getState(), document);
  actions.accept(document, firstPages);
  keepState(app, state => host.setState(state));
  peekAtPointed(app);
  loadExtras(app, client);
}

measureFont();
// A change of theme, or of the editor's font, shows as new classes and variables on the root.
new MutationObserver(measureFont).observe(document.documentElement, {
  attributes: true,
  attributeFilter: ['style', 'class'],
});
render(<Frame app={app} />, document.getElementById('app')!);
open().catch((error: unknown) => {
  model.requestError.value = asInspectorError(error);
});
