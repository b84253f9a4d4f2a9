/**
 * The one interface to the arrays of a stopped program; an implementation per language. It knows nothing of VS Code, so
 * that it can be tested against a debug adapter alone. Offsets and lengths are in bytes, addresses are bigints.
 */
import type { Abortable, ArrayFacts } from '../../core/bytes';
import type { InspectorError } from '../../core/errors';
import type { Boxes, Measurement } from '../../webview/protocol/debugSchema';
import type { Edit } from '../../webview/protocol/requestParams';
import type { Language } from './adapters';

/** What a runtime needs of a `vscode.DebugSession`. */
export interface Session {
  readonly id: string;
  readonly type: string;
  /** A request of the Debug Adapter Protocol; rejects where the adapter refuses it. */
  customRequest(command: string, args?: unknown): PromiseLike<unknown>;
}

/** What the adapter said it can do, from its answer to `initialize`; absent where that was missed. */
export interface Capabilities {
  readonly supportsReadMemoryRequest?: boolean;
  readonly supportsWriteMemoryRequest?: boolean;
}

export interface Frame {
  readonly session: Session;
  readonly capabilities: Capabilities;
  readonly threadId: number;
  readonly frameId: number;
}

export interface ByteWindow {
  readonly byteOffset: number;
  readonly byteLength: number;
}

/** A layout that the user gave, where the memory has none of its own. */
export interface GivenLayout {
  readonly dtype: string;
  readonly shape: readonly number[];
  readonly order: 'C' | 'F';
  readonly offset: number;
}

/** An array that a panel shows. */
export interface Subject {
  /** The panel's own. */
  readonly key: string;
  readonly expression: string;
  readonly layout?: GivenLayout;
}

export interface SubjectRequest extends Subject {
  /** Bytes of the owner to bring along; parts outside of it are left out. */
  readonly windows: readonly ByteWindow[];
  /** Bring digests of all pages of the owner. */
  readonly digests: boolean;
}

/** What is asked at a stop: one evaluation answers all of it. */
export interface ObserveRequest {
  /** The most arrays of the frame to list; absent: none are asked for. */
  readonly list?: { readonly limit: number };
  readonly subjects: readonly SubjectRequest[];
}

/** Where an array's items are. */
export interface Memory {
  /** Of the item [0, …, 0]. */
  readonly address: bigint;
  readonly strides: readonly number[];
  readonly itemsize: number;
  /** What owns the bytes: the same for all arrays that are views of one. */
  readonly owner: { readonly address: bigint; readonly byteLength: number };
}

/** An array of the frame. */
export interface ListedArray {
  readonly name: string;
  readonly scope: 'local' | 'global';
  readonly typeName: string;
  /** NumPy's text of the dtype, shape in items; absent where a look at the type alone does not tell. */
  readonly dtype?: string;
  readonly shape?: readonly number[];
  readonly memory?: Memory;
  /** The name of another listed array whose object is its base. */
  readonly viewOf?: string;
  /** Why there is no more to tell: `on cuda:0, not read`. */
  readonly note?: string;
}

export interface Listing {
  readonly arrays: readonly ListedArray[];
  /** How many more the frame has. */
  readonly more: number;
}

export interface Description {
  /** `layout.offset` counts from byte 0 of the owner; `source` is the owner. */
  readonly facts: ArrayFacts;
  /** Changes when address, size or dtype do: bytes read under one identity do not stand for another. */
  readonly identity: string;
  /** Lesser things worth saying. */
  readonly notes: readonly string[];
  readonly canWrite: boolean;
  /** dtype and shape are for the user to give. */
  readonly asksLayout: boolean;
  readonly boxes?: Boxes;
  /** The file of a memmap: its path, the offset of the array in it, and the mode. */
  readonly file?: { readonly path: string; readonly offset: number; readonly mode: string };
  /** Where there are no bytes to be had, why: the layout is drawn without them. */
  readonly unreadable?: string;
}

export interface ReadWindow {
  readonly byteOffset: number;
  readonly bytes: Uint8Array;
}

export interface Observed {
  readonly description: Description;
  readonly windows: readonly ReadWindow[];
  /** A digest for each 4 KiB page of the owner, 8 bytes each; absent where not asked for or refused. */
  readonly digests?: Uint8Array;
  /** Why there are no digests. */
  readonly digestsRefused?: string;
}

export interface Observation {
  readonly listing?: Listing;
  /** By key: what was found, or why nothing was. */
  readonly subjects: ReadonlyMap<string, Observed | InspectorError>;
}

/** The most bytes of one request. */
export const MAX_REQUEST_BYTES = 1024 * 1024;

export interface Runtime {
  readonly language: Language;
  /** All that is wanted at a stop. Rejects where the program cannot be asked at all (`timed-out`, `debuggee-gone`). */
  observe(frame: Frame, request: ObserveRequest, signal?: Abortable): Promise<Observation>;
  /**
   * Bytes of the owner, at most `MAX_REQUEST_BYTES`. Rejects with `memory-changed` where the expression's address, size
   * or dtype are not those of `identity` any more.
   */
  read(
    frame: Frame,
    subject: Subject & { readonly identity: string },
    window: ByteWindow,
    signal?: Abortable,
  ): Promise<Uint8Array>;
  /** Stores bytes of the owner. Rejects with `memory-changed` where the old ones are not there, `read-only` where it may not. */
  write(frame: Frame, subject: Subject & { readonly identity: string }, edit: Edit): Promise<void>;
  /** Walks along each axis for real, for a second at the most. */
  measure?(frame: Frame, subject: Subject & { readonly identity: string }): Promise<Measurement>;
}
