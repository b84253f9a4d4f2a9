/** The entry of the webview: draws the app, asks the extension for the document, then loads the late features. */
import './app/scriptNonce';
import { render } from 'preact';
import { asInspectorError } from '../core/errors';
import { createApp } from './app/createApp';
import { loadLazyFeatures } from './app/loadLazy';
import { Page } from './app/Page';
import { connectHost } from './app/vscodeApi';
import { peekAtPointed } from './bytes/peek';
import { keepState, restoreState } from './state/persist';
import { measureFont } from './ui/metrics';

const host = connectHost();
const { app, client } = createApp(host.port);

async function open(): Promise<void> {
  const { document, firstPages } = await client.request('ready', null);
  restoreState(app, host.getState(), document);
  app.actions.accept(document, firstPages);
  keepState(app, state => host.setState(state));
  peekAtPointed(app);
  loadLazyFeatures(app, client);
}

measureFont();
// A change of the theme or of the editor's font shows as new classes and variables on the root.
new MutationObserver(measureFont).observe(document.documentElement, {
  attributes: true,
  attributeFilter: ['style', 'class'],
});
render(<Page app={app} />, document.getElementById('app')!);
open().catch((error: unknown) => {
  app.model.requestError.value = asInspectorError(error);
});
