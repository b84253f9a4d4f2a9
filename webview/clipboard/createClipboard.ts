/** Creates the menu over the cells, and what copies and pastes. */
import type { App } from '../state/app';
import type { ClipboardFeature } from '../state/lazyFeatures';
import { ContextMenu } from './contextMenu';
import { copySelection } from './copy';

/** `paste` puts a text over the selected cells. */
export function createClipboard(app: App, paste: (text: string) => void): ClipboardFeature {
  const menu = new ContextMenu(app, paste);
  return {
    copySelection: () => copySelection(app),
    accept: event => menu.accept(event),
  };
}
