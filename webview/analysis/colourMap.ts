/**
 * Colour maps for numbers. Their lightness grows evenly, so that every eye can order them; in high contrast they are
 * greys that stand out from the background.
 */
import { signal } from '@preact/signals';

export type Colour = readonly [red: number, green: number, blue: number];

export interface ColourMap {
  /** From the least number to the greatest, evenly spaced, interpolated linearly. */
  readonly stops: readonly Colour[];
  /** The colour of NaN: not on the map. */
  readonly nan: Colour;
}

/** viridis, sampled at nine points. */
const VIRIDIS = [0x440154, 0x472d7b, 0x3b528b, 0x2c728e, 0x21918c, 0x28ae80, 0x5ec962, 0xaddc30, 0xfde725];

const colour = (hex: number): Colour => [hex >> 16, (hex >> 8) & 255, hex & 255];

export const COLOUR_MAPS = {
  viridis: { stops: VIRIDIS.map(colour), nan: colour(0xe5383b) },
  /** On black: the least is a grey that still stands out. */
  'contrast-dark': { stops: [0x303030, 0xffffff].map(colour), nan: colour(0xff4040) },
  'contrast-light': { stops: [0xdcdcdc, 0x000000].map(colour), nan: colour(0xd00000) },
} as const satisfies Record<string, ColourMap>;
export type ColourMapName = keyof typeof COLOUR_MAPS;

/** The colour at `share` of the map, from 0 to 1. */
export function colourAt({ stops }: ColourMap, share: number): Colour {
  const along = Math.min(1, Math.max(0, share)) * (stops.length - 1);
  const k = Math.min(stops.length - 2, Math.floor(along));
  const rest = along - k;
  const mix = (channel: 0 | 1 | 2): number =>
    Math.round(stops[k][channel] + (stops[k + 1][channel] - stops[k][channel]) * rest);
  return [mix(0), mix(1), mix(2)];
}

function themeColourMap(): ColourMapName {
  const { classList } = document.body;
  if (classList.contains('vscode-high-contrast-light')) return 'contrast-light';
  return classList.contains('vscode-high-contrast') ? 'contrast-dark' : 'viridis';
}

/** The colour map of the current theme. */
export const colourMapName = signal<ColourMapName>('viridis');

/** Keeps `colourMapName` up to date with the theme. */
export function followTheme(): void {
  const update = (): void => {
    colourMapName.value = themeColourMap();
  };
  update();
  new MutationObserver(update).observe(document.body, { attributes: true, attributeFilter: ['class'] });
}

export const cssColour = ([red, green, blue]: Colour): string =>
  `#${[red, green, blue].map(part => part.toString(16).padStart(2, '0')).join('')}`;
