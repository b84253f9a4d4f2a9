/** Computes the rectangles of the memory map: a source of any size on 1000 units, each wide enough to see. */

export interface Segment {
  readonly kind: 'all' | 'header' | 'view' | 'window';
  /** In units, 0 … 1000. */
  readonly start: number;
  readonly width: number;
}

interface Extent {
  readonly first: number;
  readonly end: number;
}

export const UNITS = 1000;
const NARROWEST = 6;

/** `window` is what is on screen, in bytes. Parts outside the source are cut off; empty ones are left out. */
export function mapSegments(
  byteLength: number,
  view: Extent,
  headerLength: number,
  window?: Extent,
): Segment[] {
  if (byteLength === 0) return [];
  const parts: [Segment['kind'], Extent | undefined][] = [
    ['header', { first: 0, end: headerLength }],
    ['view', view],
    ['window', window],
  ];
  const segments = parts.flatMap(([kind, extent]) => {
    const segment = extent && segmentOf(kind, extent, byteLength);
    return segment ? [segment] : [];
  });
  return [{ kind: 'all', start: 0, width: UNITS }, ...segments];
}

function segmentOf(kind: Segment['kind'], extent: Extent, byteLength: number): Segment | undefined {
  const first = Math.max(0, extent.first);
  const end = Math.min(byteLength, extent.end);
  if (end <= first) return undefined;
  const width = Math.max(NARROWEST, ((end - first) / byteLength) * UNITS);
  return { kind, start: Math.min(UNITS - width, (first / byteLength) * UNITS), width };
}
