/**
 * An instance of the kernels' module: its functions and its memory.
 * Invariant: the memory never grows, so that views of it stay valid.
 */
import { gather32Of, gather64Of } from './gather';

/** Operations on pairs of floats, each with a kernel for float64 and float32: `add64`, `add32`, … */
export type BinaryKernelName = 'add' | 'subtract' | 'multiply' | 'divide';

/** What assembly/index.ts exports. Positions are byte addresses in the memory. */
export interface KernelFunctions extends Readonly<Record<`${BinaryKernelName}${64 | 32}`, BinaryKernel>> {
  readonly sum64: (at: number, count: number) => number;
  readonly sum32: (at: number, count: number) => number;
  readonly rows64: (into: number, at: number, rows: number, columns: number) => void;
  readonly rows32: (into: number, at: number, rows: number, columns: number) => void;
  readonly deviate64: (at: number, count: number, mean: number) => void;
  readonly deviate32: (at: number, count: number, mean: number) => void;
  readonly extremes64: (at: number, count: number, result: number) => void;
  readonly extremes32: (at: number, count: number, result: number) => void;
  readonly histogram64: HistogramKernel;
  readonly histogram32: HistogramKernel;
  readonly histogram32By64: HistogramKernel;
  readonly swap32: (at: number, count: number) => void;
  readonly swap64: (at: number, count: number) => void;
  readonly mtDoubles: (key: number, out: number, count: number) => void;
  readonly mtSingles: (key: number, out: number, count: number) => void;
  readonly pcgDoubles: (state: number, out: number, count: number) => void;
  readonly pcgSingles: (state: number, out: number, count: number) => void;
}

/** `out = a op b`; reads and writes up to 31 bytes past the end of each. */
export type BinaryKernel = (a: number, b: number, out: number, count: number) => void;

type HistogramKernel = (
  at: number,
  count: number,
  first: number,
  last: number,
  span: number,
  bins: number,
  edges: number,
  counts: number,
  slack: number,
) => void;

/** The functions of an instance, and views of its memory. */
export interface Kernels extends KernelFunctions {
  readonly buffer: ArrayBuffer;
  /** The whole memory, by type of item. */
  readonly doubles: Float64Array;
  readonly singles: Float32Array;
  readonly words: Uint32Array;
  readonly gather64: ReturnType<typeof gather64Of>;
  readonly gather32: ReturnType<typeof gather32Of>;
}

/** Address of small data: keys, states, results. */
export const SMALL_AT = 4096;
/** Address of blocks of items, which have the rest of the memory. */
export const BLOCK_AT = 65536;
/** Size of the memory. */
export const MEMORY_BYTES = 80 * 65536;

/** The part of WebAssembly that the kernels use; the ECMAScript library does not declare it. */
export interface Platform {
  readonly WebAssembly?: {
    readonly Module: new (bytes: Uint8Array) => object;
    readonly Instance: new (module: object) => { readonly exports: object };
  };
}

/** The global object. */
export const platform = globalThis as unknown as Platform;

/** Makes an instance of a compiled module. */
export function instantiate(module: object): Kernels {
  const instance = new platform.WebAssembly!.Instance(module);
  const functions = instance.exports as KernelFunctions & {
    readonly memory: { readonly buffer: ArrayBuffer };
  };
  const { buffer } = functions.memory;
  const doubles = new Float64Array(buffer);
  const singles = new Float32Array(buffer);
  return {
    ...functions,
    buffer,
    doubles,
    singles,
    words: new Uint32Array(buffer),
    gather64: gather64Of(doubles),
    gather32: gather32Of(singles),
  };
}
