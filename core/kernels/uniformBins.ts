/** Bins of equal width, as NumPy's loop over them needs them. */
export interface UniformBins {
  /** What is outside these two is not counted; as precise as the items. */
  readonly first: number;
  readonly last: number;
  readonly span: number;
  /** One more than bins; as precise as the items. */
  readonly edges: Float64Array | Float32Array;
  /** Whether items are divided by `span` as float32. */
  readonly isSingle: boolean;
}
