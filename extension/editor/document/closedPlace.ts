/** The array of a file that no editor shows, laid out as one would lay it out. */
import type * as vscode from 'vscode';
import type { ArrayPlace } from '../../tasks/task';
import { workspaceDiscovery } from './workspaceDiscovery';
import { layoutOfChoice } from '../../discovery/fit';
import type { LayoutStore } from '../../discovery/rememberedLayouts';
import { MemoryDocument } from './memoryDocument';
import { documentPlace } from './arrayPlace';

/** Rejects where the file cannot be read, or the array does not fit into it. */
export async function closedPlace(uri: vscode.Uri, store: LayoutStore): Promise<ArrayPlace> {
  const document = new MemoryDocument(uri, workspaceDiscovery(uri, store));
  try {
    await document.load();
    const choice = document.discovery?.chosen.choice;
    const layout = choice && layoutOfChoice(choice).toFields();
    return documentPlace(document, choice && layout && { dtype: choice.dtype, layout });
  } finally {
    document.dispose();
  }
}
