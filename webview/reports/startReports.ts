/** Starts the reports to the extension: the focused item, the pages on screen, and the view. */
import type { InspectorClient } from '../state/actions';
import type { App } from '../state/app';
import { reportFocus } from './reportFocus';
import { reportShown } from './reportShown';
import { reportView } from './reportView';

/** `pagesShown` is to be called when other pages come on screen. */
export function startReports(app: App, client: InspectorClient): { pagesShown(): void } {
  const shown = reportShown(app.model, pages => client.send('pagesShown', pages));
  reportFocus(app, item => client.send('focusChanged', item));
  reportView(app.model, view => client.send('viewChanged', view));
  shown.schedule();
  return { pagesShown: () => shown.schedule() };
}
