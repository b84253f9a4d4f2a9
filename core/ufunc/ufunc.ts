/**
 * The registration of a ufunc: its name and all that belongs to it, in one object. The compiler demands an operation for
 * each representation that its loops compute in, and refuses one for any other.
 */
import type { Complex } from '../dtype/items/read';
import type { BinaryKernelName } from '../kernels/instance';
import type { NDArray } from '../ndarray/ndarray';
import type { LoopTypes, Representation, ResultRule } from './loopTypes';
import type { Int64Run } from './loops/extremes';
import type { Operand } from './operands';
import type { UfuncOptions } from './output';
import type { Refusal } from './refusals';
import type { TimeRule } from './time/timeLoops';

/** The dtype that a loop over numbers computes in, for operations that differ between dtypes. */
export interface NumberKind {
  readonly kind: 'b' | 'i' | 'u' | 'f';
  /** Bits of an item: 8, 16, 32 or 64. */
  readonly bits: number;
  /** Rounds to the precision of the computation: float32 for float32 and float16. */
  readonly round: (value: number) => number;
}

/** The dtype that a loop over bigints computes in. */
export interface BigintKind {
  readonly isUnsigned: boolean;
}

/**
 * The operation on one item, by representation. Results need not be rounded to the loop's dtype, or wrapped around in it:
 * the loops do that. A function whose result is bool gives 1 and 0.
 */
export interface UnaryOperations {
  readonly number: (a: number, kind: NumberKind) => number;
  readonly bigint: (a: bigint, kind: BigintKind) => bigint;
  readonly complex: (a: Complex) => Complex | number;
}

/** As `UnaryOperations`, on a pair of items. */
export interface BinaryOperations {
  readonly number: (a: number, b: number, kind: NumberKind) => number;
  readonly bigint: (a: bigint, b: bigint, kind: BigintKind) => bigint;
  readonly complex: (a: Complex, b: Complex) => Complex | number;
}

/** Writes `x1 op x2` of the first `count` items to `to`. */
export type NumberBlock = (x1: Float64Array, x2: Float64Array, to: Float64Array, count: number) => void;
/** As `NumberBlock`, modulo 2^64: signed and unsigned integers share it. */
export type BigintBlock = (x1: BigInt64Array, x2: BigInt64Array, to: BigInt64Array, count: number) => void;

/**
 * Loops with the operation written out in them, by the kind of the loop's dtype. They give the results of `number`, several
 * times faster than a loop that calls it; a kind without one is computed item by item.
 */
export interface NumberBlocks {
  readonly bool?: NumberBlock;
  /** Integers of up to 32 bits. */
  readonly integer?: NumberBlock;
  readonly half?: NumberBlock;
  /** float32 and float64. */
  readonly float?: NumberBlock;
}

/** A loop for texts (S and U). Gives undefined for a pair of dtypes that it is not for. */
export type TextLoop = (operands: readonly Operand[], options: UfuncOptions) => NDArray | undefined;

/** How a binary ufunc finds the extreme of a run of items, faster than pair by pair. */
export interface RunExtreme {
  readonly number: (items: ArrayLike<number>, count: number) => number;
  readonly bigint: (run: Int64Run, byteOffset: number, step: number, count: number) => bigint;
}

interface Rules {
  /** The name in `core/index.ts`; NumPy's is the same in snake_case. */
  readonly name: string;
  /** The dtype of the result; that of the loop by default. */
  readonly result?: ResultRule;
  /** The error where there is no loop; "not supported for the input types" by default. */
  readonly refusal?: Refusal;
  /** Refuses bool operands though they could be cast: with NumPy's message, or with `refusal` where it is `true`. */
  readonly refusesBool?: string | true;
  /** The loops for datetimes and timedeltas; none by default. */
  readonly time?: TimeRule;
}

interface UnaryRules extends Rules {
  readonly types: LoopTypes;
}

interface BinaryRules extends Rules {
  readonly types: LoopTypes;
  /** The value that a reduction starts from; without one, from the first item. */
  readonly identity?: number;
  /** Compares its operands: integers of different dtypes, and Python integers out of range, by their exact values. */
  readonly isComparison?: boolean;
  /** Takes operands of different dtypes as bools. */
  readonly castsToBool?: boolean;
  /** The loop for texts; none by default. */
  readonly text?: TextLoop;
  /** The WebAssembly kernel for float64 and float32. */
  readonly kernel?: BinaryKernelName;
  readonly numberBlocks?: NumberBlocks;
  readonly bigintBlock?: BigintBlock;
  readonly runExtreme?: RunExtreme;
  /** Throws for integers that `x2` must not be; called with each block of them. */
  readonly checkIntegers?: (x2: ArrayLike<number | bigint>, count: number) => void;
}

/** A registered ufunc of one operand. */
export type UnaryUfunc = UnaryRules & Partial<UnaryOperations> & { readonly nin: 1 };
/** A registered ufunc of two operands. */
export type BinaryUfunc = BinaryRules & Partial<BinaryOperations> & { readonly nin: 2 };
/** A registered ufunc. Invariant: it has the operation of each representation in `types`. */
export type Ufunc = UnaryUfunc | BinaryUfunc;

/** What is written down to register a ufunc of one operand. */
export type UnaryRegistration<R extends Representation> = UnaryRules & {
  readonly types: LoopTypes<R>;
} & Pick<UnaryOperations, NoInfer<R>>;
/** What is written down to register a ufunc of two operands. */
export type BinaryRegistration<R extends Representation> = BinaryRules & {
  readonly types: LoopTypes<R>;
} & Pick<BinaryOperations, NoInfer<R>>;
