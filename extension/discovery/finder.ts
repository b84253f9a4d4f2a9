/** What every source of layouts implements, and what it may ask about the file. */
import type { Abortable, ByteSource } from '../../core/bytes';
import type { Candidate } from '../../webview/protocol/documentState';
import type { Sample } from './guess/samples';
import type { NpyReading } from './npyHeader';
import type { LayoutStore } from './rememberedLayouts';

/** A source of layouts: a header, a setting, a sidecar file, … */
export interface LayoutFinder {
  /**
   * May take longer than a person wants to wait. Discovery then goes on without it, and hands on what it finds later; if it
   * rejects, it has found nothing. A finder that is not slow rejects only where the file's bytes cannot be read.
   */
  readonly isSlow?: boolean;
  readonly find: (file: FileUnderDiscovery) => Promise<Findings>;
}

export interface Findings {
  /** Best first. */
  readonly candidates: readonly Candidate[];
  /** Mistakes in what was read, each in a sentence for the user. */
  readonly problems?: readonly string[];
}

/** The file whose layout is being looked for. */
export interface FileUnderDiscovery {
  readonly uri: string;
  /** Path of the URI, with forward slashes. */
  readonly path: string;
  /** Path in the workspace with forward slashes; outside of any workspace, the file's name. */
  readonly relativePath: string;
  readonly name: string;
  readonly byteLength: number;
  readonly source: ByteSource;
  readonly neighbours: Neighbours;
  readonly workspace: WorkspaceAccess;
  readonly signal?: Abortable;
  /** The file's `.npy` header, read once for all finders. */
  readonly npyHeader: () => Promise<NpyReading>;
  /** A few windows of the file's bytes, at most 256 KiB, read once for all finders. */
  readonly samples: () => Promise<readonly Sample[]>;
}

/** The other files in the file's folder. */
export interface Neighbours {
  /** Their names, at most 2,000; empty where the folder cannot be listed. */
  readonly list: () => Promise<readonly string[]>;
  /** The bytes of the file `name`; undefined where that is no plain file name, or the file is missing, unreadable or longer than `maxBytes`. */
  readonly read: (name: string, maxBytes: number) => Promise<Uint8Array | undefined>;
}

/** What the workspace knows about files in general. */
export interface WorkspaceAccess {
  readonly rememberedLayouts: LayoutStore;
  /** The value of the setting `ndarrayInspector.layouts`. */
  readonly layoutSettings: unknown;
  /** URIs of Python files, bounded in number; rejects where they cannot be listed. */
  readonly listPythonFiles: () => Promise<readonly string[]>;
  readonly readFile: (uri: string) => Promise<Uint8Array>;
}
