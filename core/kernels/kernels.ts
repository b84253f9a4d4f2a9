/**
 * The WebAssembly kernels: one module with a memory of its own, through which arrays pass in blocks.
 * Invariant: whatever a kernel computes, the loops in TypeScript that stand beside it compute too, bit for bit.
 */
import { instantiate, type Kernels, platform } from './instance';
import { MODULE_TEXT } from './moduleText';

let compiled: object | null | undefined;
let made: Kernels | undefined;
let isUsed = true;

/** Compiled when first asked for (about a millisecond); undefined where there is no WebAssembly with SIMD. */
export function kernelModule(): object | undefined {
  if (!isUsed) return undefined;
  if (compiled === undefined) compiled = compile();
  return compiled ?? undefined;
}

/** The instance of this thread. */
export function kernels(): Kernels | undefined {
  const module = kernelModule();
  return module && (made ??= instantiate(module));
}

/** For tests: the loops in TypeScript alone. */
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
