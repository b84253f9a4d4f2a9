/** The picture itself: a pixel a number. */
import type { HeatMapFound } from '../protocol/taskSchema';
import type { Colour, Ramp } from './ramp';
import { colourAt } from './ramp';

export interface Pixels {
  readonly rgba: Uint8ClampedArray<ArrayBuffer>;
  readonly nans: number;
  readonly infinite: number;
}

const SHADES = 256;

/** Infinite numbers have the colour of their end; what is missing is transparent. */
export function pixelsOf({ rows, columns, values, low, high }: HeatMapFound, ramp: Ramp): Pixels {
  const shades = Array.from({ length: SHADES }, (_, k) => colourAt(ramp, k / (SHADES - 1)));
  const rgba = new Uint8ClampedArray(4 * rows * columns);
  const first = low?.value ?? 0;
  const span = (high?.value ?? 0) - first;
  let [nans, infinite] = [0, 0];
  for (let k = 0; k < values.length; k++) {
    const value = values[k];
    if (Number.isNaN(value)) nans++;
    else if (!Number.isFinite(value)) infinite++;
    put(rgba, 4 * k, Number.isNaN(value) ? ramp.nan : shades[shadeOf(value, first, span)]);
  }
  return { rgba, nans, infinite };
}

/** All in the middle where there is one number only. */
function shadeOf(value: number, first: number, span: number): number {
  if (value === Infinity) return SHADES - 1;
  if (value === -Infinity) return 0;
  // A span that is too large for a double is halved first.
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
