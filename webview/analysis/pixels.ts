/** The pixels of a heat map: one a number. */
import type { HeatMapFound } from '../protocol/taskSchema';
import type { Colour, ColourMap } from './colourMap';
import { colourAt } from './colourMap';

export interface Pixels {
  readonly rgba: Uint8ClampedArray<ArrayBuffer>;
  readonly nans: number;
  readonly infinite: number;
}

const SHADES = 256;

/** Infinite numbers take the colour of their end of the map; cells without a number are transparent. */
export function pixelsOf({ rows, columns, values, low, high }: HeatMapFound, colourMap: ColourMap): Pixels {
  const shades = Array.from({ length: SHADES }, (_, k) => colourAt(colourMap, k / (SHADES - 1)));
  const rgba = new Uint8ClampedArray(4 * rows * columns);
  const first = low?.value ?? 0;
  const span = (high?.value ?? 0) - first;
  let [nans, infinite] = [0, 0];
  for (let k = 0; k < values.length; k++) {
    const value = values[k];
    if (Number.isNaN(value)) nans++;
    else if (!Number.isFinite(value)) infinite++;
    put(rgba, 4 * k, Number.isNaN(value) ? colourMap.nan : shades[shadeOf(value, first, span)]);
  }
  return { rgba, nans, infinite };
}

/** The index of a number's shade; the middle one where all numbers are equal. */
function shadeOf(value: number, first: number, span: number): number {
  if (value === Infinity) return SHADES - 1;
  if (value === -Infinity) return 0;
  // A span that overflows a double is halved first.
  const share = Number.isFinite(span)
    ? (value - first) / span
    : value / 2 / (span === Infinity ? Number.MAX_VALUE : 1) + 0.5;
  return span === 0 ? SHADES >> 1 : Math.min(SHADES - 1, Math.floor(share * SHADES));
}

function put(rgba: Uint8ClampedArray, at: number, [red, green, blue]: Colour): void {
  rgba[at] = red;
  rgba[at + 1] = green;
  rgba[at + 2] = blue;
  rgba[at + 3] = 255;
}
