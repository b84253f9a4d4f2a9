/**
 * The WebAssembly kernels: one module with its own memory, through which arrays pass in blocks.
 * Invariant: for each kernel there is a loop in TypeScript that gives the same bits.
 */
import { instantiate, type Kernels, platform } from './instance';
import { MODULE_TEXT } from './moduleText';

let compiled: object | null | undefined;
let made: Kernels | undefined;
let isUsed = true;

/** The module, compiled on first use (about a millisecond); undefined where WebAssembly with SIMD is not available. */
export function kernelModule(): object | undefined {
  if (!isUsed) return undefined;
  if (compiled === undefined) compiled = compile();
  return compiled ?? undefined;
}

/** The instance of this thread; undefined where there is no module. */
export function kernels(): Kernels | undefined {
  const module = kernelModule();
  return module && (made ??= instantiate(module));
}

/** Turns the kernels on or off, so that tests can run the loops in TypeScript. */
export function useKernels(isWanted: boolean): void {
  isUsed = isWanted;
}

function compile(): object | null {
  const { WebAssembly } = platform;
  if (!WebAssembly) return null;
  try {
    return new WebAssembly.Module(bytesOf(MODULE_TEXT));
  } catch {
    return null;
  }
}

const bytesOf = (hex: string): Uint8Array =>
  Uint8Array.from({ length: hex.length / 2 }, (_, k) => Number.parseInt(hex.slice(2 * k, 2 * k + 2), 16));
