/** Bins of equal width, with the values that NumPy's loop computes with. */
export interface UniformBins {
  /** The outer edges, in the items' precision; items outside are not counted. */
  readonly first: number;
  readonly last: number;
  readonly span: number;
  /** The edges, one more than bins, in the items' precision. */
  readonly edges: Float64Array | Float32Array;
  /** Whether the division by `span` is in float32. */
  readonly isSingle: boolean;
}
