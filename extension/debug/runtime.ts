/**
 * The interface to the arrays of a stopped program, with an implementation per language. It is independent of VS Code, so
 * that it can be tested against a debug adapter alone. Offsets and lengths are in bytes, addresses are bigints.
 */
import type { Abortable, ArrayFacts } from '../../core/bytes';
import type { InspectorError } from '../../core/errors';
import type { Boxes, Measurement } from '../../webview/protocol/debugSchema';
import type { Edit } from '../../webview/protocol/requestParams';
import type { Language } from './adapters';

/** The part of `vscode.DebugSession` that runtimes use. */
export interface Session {
  readonly id: string;
  readonly type: string;
  /** Sends a request of the Debug Adapter Protocol; rejects where the adapter refuses it. */
  customRequest(command: string, args?: unknown): PromiseLike<unknown>;
}

/** The adapter's capabilities, from its response to `initialize`; empty where that was not seen. */
export interface Capabilities {
  readonly supportsReadMemoryRequest?: boolean;
  readonly supportsWriteMemoryRequest?: boolean;
}

/** A stack frame of a stopped thread. */
export interface Frame {
  readonly session: Session;
  readonly capabilities: Capabilities;
  readonly threadId: number;
  readonly frameId: number;
}

/** A range of bytes of an owner. */
export interface ByteWindow {
  readonly byteOffset: number;
  readonly byteLength: number;
}

/** A layout chosen by the user for memory that has none, such as that behind a pointer. */
export interface GivenLayout {
  readonly dtype: string;
  readonly shape: readonly number[];
  readonly order: 'C' | 'F';
  readonly offset: number;
}

/** An array that a panel shows: the value of an expression. */
export interface Subject {
  /** Identifies the panel. */
  readonly key: string;
  readonly expression: string;
  readonly layout?: GivenLayout;
}

/** A subject with the bytes of its owner to read along. */
export interface SubjectRequest extends Subject {
  /** Bytes of the owner to read; parts outside of it are skipped. */
  readonly windows: readonly ByteWindow[];
  /** Whether to compute a digest of each page of the owner. */
  readonly digests: boolean;
}

/** All queries of a stop. The Python runtime answers them with one evaluation. */
export interface ObserveRequest {
  /** How many arrays of the frame to list; absent for none. */
  readonly list?: { readonly limit: number };
  readonly subjects: readonly SubjectRequest[];
}

/** The memory of an array's items. */
export interface Memory {
  /** Address of item [0, …, 0]. */
  readonly address: bigint;
  readonly strides: readonly number[];
  readonly itemsize: number;
  /** The memory that owns the bytes: the same for all views of one array. */
  readonly owner: { readonly address: bigint; readonly byteLength: number };
}

/** An array of the frame, as the Arrays view lists it. */
export interface ListedArray {
  readonly name: string;
  readonly scope: 'local' | 'global';
  readonly typeName: string;
  /** NumPy's text of the dtype. It and the shape are absent where the variable's type does not tell. */
  readonly dtype?: string;
  readonly shape?: readonly number[];
  readonly memory?: Memory;
  /** The name of the listed array that is its base. */
  readonly viewOf?: string;
  /** Why the array cannot be read, as in `on cuda:0, not read`. */
  readonly note?: string;
}

/** The first arrays of a frame. */
export interface Listing {
  readonly arrays: readonly ListedArray[];
  /** How many arrays were left out. */
  readonly more: number;
}

/** An array as NumPy would describe it, and what can be done with it. */
export interface Description {
  /** `layout.offset` counts from byte 0 of the owner; `source` is the owner. */
  readonly facts: ArrayFacts;
  /** Changes with address, size and dtype: bytes read under one identity are not valid for another. */
  readonly identity: string;
  /** Remarks shown below the array. */
  readonly notes: readonly string[];
  readonly canWrite: boolean;
  /** Whether the user has to give dtype and shape. */
  readonly asksLayout: boolean;
  readonly boxes?: Boxes;
  /** The file of a memmap, the byte offset of the array in it, and the mode. */
  readonly file?: { readonly path: string; readonly offset: number; readonly mode: string };
  /** Why the bytes cannot be read: the layout is shown without them. */
  readonly unreadable?: string;
}

/** Bytes of an owner, from `byteOffset` on. */
export interface ReadWindow {
  readonly byteOffset: number;
  readonly bytes: Uint8Array;
}

/** A subject with its description, bytes and digests. */
export interface Observed {
  readonly description: Description;
  readonly windows: readonly ReadWindow[];
  /** 8 bytes for each 4 KiB page of the owner; absent where not requested or refused. */
  readonly digests?: Uint8Array;
  /** Why there are no digests. */
  readonly digestsRefused?: string;
}

/** The answer to an `ObserveRequest`. */
export interface Observation {
  readonly listing?: Listing;
  /** By key of the subject. */
  readonly subjects: ReadonlyMap<string, Observed | InspectorError>;
}

/** The maximum number of bytes in one request. */
export const MAX_REQUEST_BYTES = 1024 * 1024;

/** Reads and writes arrays of programs in one language. */
export interface Runtime {
  readonly language: Language;
  /** Answers all queries of a stop. Rejects only where the program cannot be queried at all (`timed-out`, `debuggee-gone`). */
  observe(frame: Frame, request: ObserveRequest, signal?: Abortable): Promise<Observation>;
  /**
   * Reads bytes of the owner, at most `MAX_REQUEST_BYTES`. Rejects with `memory-changed` where the expression's address,
   * size or dtype no longer match `identity`.
   */
  read(
    frame: Frame,
    subject: Subject & { readonly identity: string },
    window: ByteWindow,
    signal?: Abortable,
  ): Promise<Uint8Array>;
  /** Writes bytes of the owner. Rejects with `memory-changed` where the old bytes differ, `read-only` where writing is not allowed. */
  write(frame: Frame, subject: Subject & { readonly identity: string }, edit: Edit): Promise<void>;
  /** Times walks along each axis, for one second at most. */
  measure?(frame: Frame, subject: Subject & { readonly identity: string }): Promise<Measurement>;
}
