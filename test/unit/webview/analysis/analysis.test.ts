import assert from 'node:assert/strict';
import { percentText } from '../../../../webview/analysis/percent';
import { pixelsOf } from '../../../../webview/analysis/pixels';
import { colourAt, COLOUR_MAPS } from '../../../../webview/analysis/colourMap';
import { shortNumber } from '../../../../webview/analysis/shortNumber';
import type { HeatMapFound } from '../../../../webview/protocol/taskSchema';

const lightness = ([red, green, blue]: readonly number[]): number =>
  [0.2126, 0.7152, 0.0722].reduce((sum, weight, k) => {
    const part = [red, green, blue][k] / 255;
    return sum + weight * (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4);
  }, 0);

describe('the colour maps', () => {
  for (const [name, colourMap] of Object.entries(COLOUR_MAPS))
    it(`${name} grows in lightness only one way, away from the colour of NaN`, () => {
      const colours = Array.from({ length: 101 }, (_, k) => colourAt(colourMap, k / 100));
      const steps = colours.slice(1).map((colour, k) => lightness(colour) - lightness(colours[k]));
      assert.ok(steps.every(step => step >= 0) || steps.every(step => step <= 0));
      const apart = (colour: readonly number[]): number =>
        Math.hypot(...colour.map((part, k) => part - colourMap.nan[k]));
      assert.ok(Math.min(...colours.map(apart)) > 60);
    });
});

describe('a number at the end of an axis', () => {
  it('has as many digits as there is room for, in one piece', () => {
    const texts = [
      '-4.494117040179167',
      '0.3333333333333333',
      '1.8009692e-08',
      '123456789012345678',
      '-1.0',
      'nan',
    ];
    assert.deepEqual(texts.map(shortNumber), [
      '-4.49412',
      '0.333333',
      '1.80097e-8',
      '1.23457e+17',
      '-1.0',
      'nan',
    ]);
    assert.equal(shortNumber('2023-12-01T10:00:00'), '2023-12-01T10:00:00');
  });
});

describe('the pixels of a picture', () => {
  const found = (values: number[], ends: Partial<HeatMapFound>): HeatMapFound => ({
    rows: 2,
    columns: 2,
    values: Float64Array.from(values),
    step: 1,
    rowNames: [],
    columnNames: [],
    sample: { rowNames: [], columnNames: [], texts: [] },
    ...ends,
  });
  const end = (value: number) => ({ value, text: String(value) });
  const colourMap = COLOUR_MAPS['contrast-dark'];

  it('are of the ends where they are infinite, and count what is no number', () => {
    const ends = { low: end(1), high: end(3) };
    const { rgba, nans, infinite } = pixelsOf(found([-Infinity, 3, NaN, 1], ends), colourMap);
    const at = (k: number): number[] => [...rgba.subarray(4 * k, 4 * k + 3)];
    assert.deepEqual([at(0), at(1)], [[...colourMap.stops[0]], [...colourMap.stops[1]]]);
    assert.deepEqual([at(2), at(3)], [[...colourMap.nan], [...colourMap.stops[0]]]);
    assert.deepEqual([nans, infinite], [1, 1]);
  });

  it('are transparent where the last row has none', () => {
    const { rgba } = pixelsOf(found([1, 2, 3], { low: end(1), high: end(3) }), colourMap);
    assert.deepEqual([rgba[11], rgba[15]], [255, 0]);
  });

  it('tell apart numbers whose distance is no double', () => {
    const ends = { low: end(-1e308), high: end(1e308) };
    const { rgba } = pixelsOf(found([-1e308, 0, 1e308, 5e307], ends), colourMap);
    assert.ok(rgba[0] < rgba[4] && rgba[4] < rgba[12] && rgba[12] < rgba[8]);
  });
});

describe('a share in percent', () => {
  it('is never 0 or 100 unless it is', () => {
    assert.deepEqual([0, 1e-9, 0.00123, 0.31, 0.9999, 1].map(percentText), [
      '0',
      '<0.01',
      '0.12',
      '31',
      '99',
      '100',
    ]);
  });
});
