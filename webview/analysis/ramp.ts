/**
 * Colours for numbers: a ramp whose lightness grows evenly, so that it reads the same to every eye; in high contrast greys,
 * away from the background.
 */
import { signal } from '@preact/signals';

export type Colour = readonly [red: number, green: number, blue: number];

export interface Ramp {
  /** From the least to the greatest, evenly spaced; between them in a straight line. */
  readonly stops: readonly Colour[];
  /** Of what is no number: not on the ramp. */
  readonly nan: Colour;
}

/** The ramp called viridis, at nine places. */
const VIRIDIS = [0x440154, 0x472d7b, 0x3b528b, 0x2c728e, 0x21918c, 0x28ae80, 0x5ec962, 0xaddc30, 0xfde725];

const colour = (hex: number): Colour => [hex >> 16, (hex >> 8) & 255, hex & 255];

export const RAMPS = {
  usual: { stops: VIRIDIS.map(colour), nan: colour(0xe5383b) },
  /** On black: the least is a grey that can still be told from it. */
  'contrast-dark': { stops: [0x303030, 0xffffff].map(colour), nan: colour(0xff4040) },
  'contrast-light': { stops: [0xdcdcdc, 0x000000].map(colour), nan: colour(0xd00000) },
} as const satisfies Record<string, Ramp>;
export type RampName = keyof typeof RAMPS;

/** The colour at `share` of the way, 0 … 1. */
export function colourAt({ stops }: Ramp, share: number): Colour {
  const place = Math.min(1, Math.max(0, share)) * (stops.length - 1);
  const k = Math.min(stops.length - 2, Math.floor(place));
  const along = place - k;
  const mix = (channel: 0 | 1 | 2): number =>
    Math.round(stops[k][channel] + (stops[k + 1][channel] - stops[k][channel]) * along);
  return [mix(0), mix(1), mix(2)];
}

function rampNow(): RampName {
  const { classList } = document.body;
  if (classList.contains('vscode-high-contrast-light')) return 'contrast-light';
  return classList.contains('vscode-high-contrast') ? 'contrast-dark' : 'usual';
}

/** The ramp of the theme; draws again what uses it when the theme changes. */
export const rampName = signal<RampName>('usual');

export function followTheme(): void {
  const look = (): void => {
    rampName.value = rampNow();
  };
  look();
  new MutationObserver(look).observe(document.body, { attributes: true, attributeFilter: ['class'] });
}

export const cssColour = ([red, green, blue]: Colour): string =>
  `#${[red, green, blue].map(part => part.toString(16).padStart(2, '0')).join('')}`;
