/** Creates the features that are loaded late, each from its folder. `state/lazyFeatures.ts` lists what the app asks of them. */
import { createAnalysis } from './analysis/createAnalysis';
import type { AnalysisRuns } from './analysis/runs';
import { createClipboard } from './clipboard/createClipboard';
import { createDebug } from './debug/createDebug';
import { DebugRequests } from './debug/requests';
import { createEditing } from './editing/createEditing';
import { createFind } from './find/createFind';
import { startReports } from './reports/startReports';
import type { InspectorClient } from './state/actions';
import type { App } from './state/app';
import type { LazyFeatures } from './state/lazyFeatures';

/** What the views that are loaded late are created from. */
export interface LateServices {
  readonly app: App;
  readonly client: InspectorClient;
  readonly requests: DebugRequests;
  readonly runs: AnalysisRuns;
}

/** Creates them all, once a page; `createViews` creates the views of the list in `app/views.ts`. */
export function createLazyFeatures(
  app: App,
  client: InspectorClient,
  createViews: (services: LateServices) => LazyFeatures['views'],
): LazyFeatures {
  const requests = new DebugRequests(app.model, app.actions, client);
  const runs = createAnalysis(app, client);
  const editing = createEditing(app, client);
  const find = createFind(app, client);
  const reports = startReports(app, client);
  return {
    editing,
    find,
    clipboard: createClipboard(app, editing.paste),
    debug: createDebug(app, requests),
    analysis: runs,
    views: createViews({ app, client, requests, runs }),
    pagesShown: () => {
      reports.pagesShown();
      editing.pagesShown();
      find.pagesShown();
    },
  };
}
