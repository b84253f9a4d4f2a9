/** Creates the search through a file. */
import type { InspectorClient } from '../state/actions';
import type { App } from '../state/app';
import type { FindFeature } from '../state/lazyFeatures';
import { recordBaseline } from './baseline';
import { FindBar } from './FindBar';
import { Finder } from './finder';
import { listenToFindKeys } from './findKeys';

export function createFind(app: App, client: InspectorClient): FindFeature & { pagesShown(): void } {
  const { baseline, record } = recordBaseline(app.model);
  const finder = new Finder(app, client, baseline);
  listenToFindKeys(finder);
  return {
    FindBar: () => (app.model.document.value?.editing ? <FindBar finder={finder} /> : null),
    accept: event => finder.accept(event),
    pagesShown: record,
  };
}
