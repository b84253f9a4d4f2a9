/**
 * What every surface of the product speaks: where bytes come from (`ByteSource`) and what is known of an array
 * over them (`ArrayFacts`). Types only. All offsets and lengths are in bytes; offsets are exact up to 2^53.
 */

/** The part of an `AbortSignal` that the core needs, so that it depends on neither the DOM nor Node. */
export interface Abortable {
  /** Whether it has been given up. */
  readonly aborted: boolean;
  /** Why. */
  readonly reason?: unknown;
  /** Calls `listener` when it is given up. */
  addEventListener(type: 'abort', listener: () => void, options?: { once?: boolean }): void;
  /** Takes a listener back. */
  removeEventListener(type: 'abort', listener: () => void): void;
}

/** What can be ended. */
export interface Disposable {
  /** Ends it; a second time does nothing. */
  dispose(): void;
}

/** The only way bytes enter: a file, a debuggee's memory, an array of this process. */
export interface ByteSource {
  /** Size in bytes as of the last look; it may change where others write. */
  readonly byteLength: number;
  /**
   * Exactly `byteLength` bytes from `byteOffset`, in a buffer of their own.
   * Rejects with an `InspectorError`: `out-of-bounds` past the end, `aborted`, or what kept it from reading.
   */
  read(byteOffset: number, byteLength: number, signal?: Abortable): Promise<Uint8Array>;
  /** Present where the bytes may be changed: stores `bytes` in place, never changing the size. */
  write?(byteOffset: number, bytes: Uint8Array): Promise<void>;
  /** Present where others may change the bytes. */
  onDidChange?(listener: () => void): Disposable;
}

/** NumPy's six flags, in NumPy's order. */
export const FLAG_NAMES = [
  'C_CONTIGUOUS',
  'F_CONTIGUOUS',
  'OWNDATA',
  'WRITEABLE',
  'ALIGNED',
  'WRITEBACKIFCOPY',
] as const;
/** The name of one of NumPy's six flags. */
export type FlagName = (typeof FLAG_NAMES)[number];
/** NumPy's six flags, by name. */
export type Flags = Readonly<Record<FlagName, boolean>>;

/** The numbers of a `Layout`, as plain data. `strides` and `offset` in bytes, `shape` in items. */
export interface LayoutFields {
  /** Lengths of the axes, in items. */
  readonly shape: readonly number[];
  /** From one item to the next along each axis, in bytes. */
  readonly strides: readonly number[];
  /** Of item [0, …, 0], in bytes. */
  readonly offset: number;
  /** In bytes. */
  readonly itemsize: number;
}

/** One link of the chain from a view to what owns its bytes. */
export interface OwnerFacts {
  /** `view`, `large_array.dat`, `x`, … */
  readonly name: string;
  /** `memmap`, `ndarray`, `mmap`, `file`, … */
  readonly typeName: string;
  /** In bytes. */
  readonly byteLength: number;
  /** Decimal string of a bigint, where the bytes have an address. */
  readonly address?: string;
  /** Of Python objects. */
  readonly referenceCount?: number;
}

/** Where the bytes of an array are. Lengths and offsets in bytes. */
export interface SourceFacts {
  /** Tells it from all others. */
  readonly id: string;
  /** In bytes. */
  readonly byteLength: number;
  /** Decimal string of a bigint. */
  readonly address?: string;
  /** Where in its file byte 0 of the source is. */
  readonly fileOffset?: number;
}

/** All that is needed to draw an array, whatever its bytes come from. */
export interface ArrayFacts {
  /** The expression or the file's name. */
  readonly name: string;
  /** The name of its class: `ndarray`, `memmap`, … */
  readonly typeName: string;
  /** NumPy's own text of the dtype, as `parseDType` takes it. */
  readonly dtype: string;
  /** Where its items are in `source`. */
  readonly layout: LayoutFields;
  /** NumPy's six. */
  readonly flags: Flags;
  /** View first, owner last. */
  readonly owners: readonly OwnerFacts[];
  /** Where its bytes are. */
  readonly source: SourceFacts;
}
