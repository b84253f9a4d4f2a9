/**
 * What every surface of the product speaks: where bytes come from (`ByteSource`) and what is known of an array
 * over them (`ArrayFacts`). Types only. All offsets and lengths are in bytes; offsets are exact up to 2^53.
 */

/** The part of an `AbortSignal` that the core needs, so that it depends on neither the DOM nor Node. */
export interface Abortable {
  readonly aborted: boolean;
  readonly reason?: unknown;
  addEventListener(type: 'abort', listener: () => void, options?: { once?: boolean }): void;
  removeEventListener(type: 'abort', listener: () => void): void;
}

export interface Disposable {
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
export type FlagName = (typeof FLAG_NAMES)[number];
export type Flags = Readonly<Record<FlagName, boolean>>;

/** The numbers of a `Layout`, as plain data. `strides` and `offset` in bytes, `shape` in items. */
export interface LayoutFields {
  readonly shape: readonly number[];
  readonly strides: readonly number[];
  readonly offset: number;
  readonly itemsize: number;
}

/** One link of the chain from a view to what owns its bytes. */
export interface OwnerFacts {
  /** `view`, `large_array.dat`, `x`, … */
  readonly name: string;
  /** `memmap`, `ndarray`, `mmap`, `file`, … */
  readonly typeName: string;
  readonly byteLength: number;
  /** Decimal string of a bigint, where the bytes have an address. */
  readonly address?: string;
  readonly referenceCount?: number;
}

export interface SourceFacts {
  readonly id: string;
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
  readonly typeName: string;
  /** NumPy's own text of the dtype, as `parseDType` takes it. */
  readonly dtype: string;
  readonly layout: LayoutFields;
  readonly flags: Flags;
  /** View first, owner last. */
  readonly owners: readonly OwnerFacts[];
  readonly source: SourceFacts;
}
