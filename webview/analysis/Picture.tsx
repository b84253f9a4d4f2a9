/** The heat map as a canvas, and its legend. */
import { useLayoutEffect, useRef } from 'preact/hooks';
import { texts } from '../lazyStrings';
import type { HeatMapFound } from '../protocol/taskSchema';
import { colourAt, colourMapName, COLOUR_MAPS, cssColour } from './colourMap';
import { pixelsOf } from './pixels';
import { shortNumber } from './shortNumber';

export function Picture({ found }: { readonly found: HeatMapFound }): preact.JSX.Element {
  const canvas = useRef<HTMLCanvasElement>(null);
  const name = colourMapName.value;
  useLayoutEffect(() => {
    const context = canvas.current?.getContext('2d');
    const { rgba } = pixelsOf(found, COLOUR_MAPS[name]);
    context?.putImageData(new ImageData(rgba, found.columns, found.rows), 0, 0);
  }, [found, name]);
  const { rows, columns, low, high } = found;
  const spoken = low && high ? texts.heatMapSpoken(rows, columns, low.text, high.text) : texts.noNumbers;
  return (
    <canvas
      ref={canvas}
      width={columns}
      height={rows}
      role="img"
      aria-label={spoken}
      style={{ aspectRatio: `${columns} / ${Math.min(columns * 2, Math.max(rows, columns / 4))}` }}
    />
  );
}

export function Legend({ found }: { readonly found: HeatMapFound }): preact.JSX.Element {
  const colourMap = COLOUR_MAPS[colourMapName.value];
  const { low, high } = found;
  const { nans, infinite } = pixelsOf(found, colourMap);
  const stops = Array.from({ length: 9 }, (_, k) => cssColour(colourAt(colourMap, k / 8)));
  return (
    <div class="legend mono">
      {low && high && (
        <>
          <span
            class="legend-ramp"
            style={{ backgroundImage: `linear-gradient(to right, ${stops.join()})` }}
          />
          <span class="legend-ends">
            <span title={low.text}>{shortNumber(low.text)}</span>
            <span title={high.text}>{shortNumber(high.text)}</span>
          </span>
        </>
      )}
      {nans > 0 && (
        <span>
          <span class="legend-nan" style={{ backgroundColor: cssColour(colourMap.nan) }} />
          {texts.cells('nan', nans)}
        </span>
      )}
      {infinite > 0 && <span title={texts.infAtEnds}>{texts.cells('inf', infinite)}</span>}
    </div>
  );
}
