/**
 * The types that every part of the product shares: where bytes come from (`ByteSource`) and the facts of an array
 * over them (`ArrayFacts`). Types only. All offsets and lengths are in bytes; offsets are exact up to 2^53.
 */

/** The part of an `AbortSignal` that the core needs, so that it depends on neither the DOM nor Node. */
export interface Abortable {
  /** Whether the work was aborted. */
  readonly aborted: boolean;
  /** The reason for the abort. */
  readonly reason?: unknown;
  /** Calls `listener` on abort. */
  addEventListener(type: 'abort', listener: () => void, options?: { once?: boolean }): void;
  /** Removes a listener. */
  removeEventListener(type: 'abort', listener: () => void): void;
}

/** A resource that must be released. */
export interface Disposable {
  /** Releases it; calling it again does nothing. */
  dispose(): void;
}

/** The only way bytes enter: a file, a debuggee's memory, an array of this process. */
export interface ByteSource {
  /** Size in bytes when last read; it may change where other processes write. */
  readonly byteLength: number;
  /**
   * Exactly `byteLength` bytes from `byteOffset`, in a buffer of their own.
   * Rejects with an `InspectorError`: `out-of-bounds` past the end, `aborted`, or the reason why reading failed.
   */
  read(byteOffset: number, byteLength: number, signal?: Abortable): Promise<Uint8Array>;
  /** Present where the bytes may be changed: stores `bytes` in place, never changing the size. */
  write?(byteOffset: number, bytes: Uint8Array): Promise<void>;
  /** Present where other processes may change the bytes. */
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
  /** Unique among all sources. */
  readonly id: string;
  /** In bytes. */
  readonly byteLength: number;
  /** Decimal string of a bigint. */
  readonly address?: string;
  /** Byte offset of the source's byte 0 in its file. */
  readonly fileOffset?: number;
}

/** Everything needed to draw an array, wherever its bytes come from. */
export interface ArrayFacts {
  /** The expression or the file's name. */
  readonly name: string;
  /** The name of its class: `ndarray`, `memmap`, … */
  readonly typeName: string;
  /** NumPy's own text of the dtype, as `parseDType` takes it. */
  readonly dtype: string;
  /** Layout of its items in `source`. */
  readonly layout: LayoutFields;
  /** NumPy's six. */
  readonly flags: Flags;
  /** View first, owner last. */
  readonly owners: readonly OwnerFacts[];
  /** The bytes it is a view of. */
  readonly source: SourceFacts;
}
