/** Remembers the layout that was chosen for a file, with the file's size and, for `.npy`, a hash of its header. */
import type { LayoutChoice } from '../../webview/protocol/schema';
import type { Remembered } from './discovery/remembered';
import type { MemoryDocument } from './document';

export class LayoutStore {
  constructor(private readonly remembered: Remembered) {}

  remember(document: MemoryDocument, choice: LayoutChoice): Promise<void> {
    return this.remembered.remember(
      document.uri.toString(),
      choice,
      document.byteLength,
      document.discovery?.npy?.headerHash,
    );
  }

  forget(document: MemoryDocument): Promise<void> {
    return this.remembered.forget(document.uri.toString());
  }
}
