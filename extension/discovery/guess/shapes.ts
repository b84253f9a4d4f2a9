/**
 * The shapes that a number of items may have, most plausible first. Invariant: each has exactly `count` items, and
 * the one-axis shape is always among them.
 */
import { findRows, roughness } from './rows';

/** Row lengths that people choose: images, embeddings, grids. Most telling first. */
const USUAL_WIDTHS = [
  768, 1024, 512, 384, 784, 256, 640, 1920, 1280, 4096, 2048, 1536, 1000, 128, 100, 64, 32, 10, 3,
];

export interface ShapeEvidence {
  /** The first items of the file, in the file's order. */
  readonly values: Float64Array;
  /** Items in the whole file. */
  readonly count: number;
  /** From the file's name. */
  readonly named?: readonly number[];
  /** Items that come one after another by nature: times, tokens. */
  readonly sequence: boolean;
  /** Floats, which often come as vectors of equal length. */
  readonly vectors: boolean;
}

export function guessShapes({ values, count, named, sequence, vectors }: ShapeEvidence): number[][] {
  const line = [count];
  if (count < 4) return [line];
  const rows = sequence ? undefined : findRows(values, count);
  const noisy = roughness(values) > 0.8;
  const side = Math.sqrt(count);
  const square = Number.isInteger(side) && side >= 8 ? [side, side] : undefined;
  const shapes = [
    fitted(named, count),
    rows && rowShape(count, rows.width, rows.channels),
    noisy && !sequence ? square : undefined,
    noisy && vectors ? widthOfVectors(count) : undefined,
    line,
    square,
    ...USUAL_WIDTHS.filter(width => count % width === 0 && count / width >= 2).map(width => [
      count / width,
      width,
    ]),
  ].filter(shape => shape !== undefined);
  return shapes.filter((shape, k) => shapes.findIndex(other => String(other) === String(shape)) === k);
}

/** Lengths of vectors that few other numbers of items are multiples of. */
const VECTORS = [1536, 768, 384, 784, 1024, 512, 256, 128];

/** Rows of a usual vector's length; a round number of items is more likely to be one long row. */
function widthOfVectors(count: number): number[] | undefined {
  const isRound = count % 1000 === 0 || Number.isInteger(Math.log2(count));
  const width = isRound ? undefined : VECTORS.find(length => count % length === 0 && count > length);
  return width === undefined ? undefined : [count / width, width];
}

function rowShape(count: number, width: number, channels: number): number[] {
  const shape = [count / width, width / channels];
  return channels > 1 ? [...shape, channels] : shape;
}

/** The named lengths, if the items fill them once or several times. */
function fitted(named: readonly number[] | undefined, count: number): number[] | undefined {
  const size = named?.reduce((product, length) => product * length, 1);
  if (named === undefined || size === undefined || size > count || count % size !== 0) return undefined;
  return size === count ? [...named] : [count / size, ...named];
}
