/** Saves pictures as PNG files: redrawn with their labels, on the theme's background. */
import { asInspectorError, InspectorError } from '../../core/errors';
import { sliceSuffix } from '../protocol/sliceText';
import type { HeatMapFound, SummaryFound } from '../protocol/taskSchema';
import { texts } from '../lazyStrings';
import { pixelsOf } from './pixels';
import { colourAt, cssColour, COLOUR_MAPS, colourMapName } from './colourMap';
import type { Run, AnalysisRuns } from './runs';

const WIDTH = 640;
const MARGIN = 24;
const LINE = 18;

interface Page {
  readonly canvas: HTMLCanvasElement;
  readonly context: CanvasRenderingContext2D;
  readonly foreground: string;
}

function pageOf(height: number, title: string): Page {
  const style = getComputedStyle(document.body);
  const canvas = document.createElement('canvas');
  canvas.width = WIDTH + 2 * MARGIN;
  canvas.height = height + 2 * MARGIN + 3 * LINE;
  const context = canvas.getContext('2d')!;
  context.fillStyle = style.backgroundColor;
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.fillStyle = style.color;
  context.font = style.font;
  context.textBaseline = 'top';
  context.fillText(title, MARGIN, MARGIN / 2, WIDTH);
  return { canvas, context, foreground: style.color };
}

/** Draws text at both ends of a line. */
function drawEnds({ context }: Page, first: string, last: string, y: number): void {
  context.textAlign = 'left';
  context.fillText(first, MARGIN, y, WIDTH / 2);
  context.textAlign = 'right';
  context.fillText(last, MARGIN + WIDTH, y, WIDTH / 2);
  context.textAlign = 'left';
}

async function save(runs: AnalysisRuns, { canvas }: Page, kind: string): Promise<void> {
  try {
    const blob = await new Promise<Blob | null>(resolve => canvas.toBlob(resolve, 'image/png'));
    if (!blob) throw new InspectorError('internal', texts.notDrawn, { action: texts.tryAgain });
    const name = `${runs.app.model.document.value?.fileName ?? ''} ${kind}`;
    runs.savePicture(name.toLowerCase(), new Uint8Array(await blob.arrayBuffer()));
  } catch (error) {
    runs.app.model.requestError.value = asInspectorError(error);
  }
}

type Drawn = NonNullable<SummaryFound['histogram']> & { readonly most: number };

/** Saves the histogram; `most` is its largest count. */
export function histogramPng(runs: AnalysisRuns, { counts, edges, most }: Drawn): Promise<void> {
  const height = 240;
  const page = pageOf(height, `${titleOf(runs)}: ${texts.histogram}`);
  const { context, foreground } = page;
  const top = MARGIN + LINE;
  const bar = WIDTH / counts.length;
  context.fillStyle = cssColour(
    colourAt(COLOUR_MAPS[colourMapName.value], colourMapName.value === 'viridis' ? 0.45 : 1),
  );
  counts.forEach((count, k) => {
    const tall = most === 0 ? 0 : (count / most) * height;
    context.fillRect(MARGIN + k * bar, top + height - tall, Math.max(1, bar - 1), tall);
  });
  context.fillStyle = foreground;
  context.fillRect(MARGIN, top + height, WIDTH, 1);
  drawEnds(page, edges[0], edges[edges.length - 1], top + height + 6);
  drawEnds(page, '', String(most), top - LINE);
  return save(runs, page, texts.histogram);
}

/** Saves the heat map of `run`. */
export function heatMapPng(runs: AnalysisRuns, run: Run<HeatMapFound>, found: HeatMapFound): Promise<void> {
  const { rows, columns, step, low, high } = found;
  const height = Math.round(WIDTH * Math.min(2, Math.max(0.25, rows / columns)));
  const page = pageOf(height + 24, `${titleOf(runs)}: ${texts.heatMap}`);
  const { context, foreground } = page;
  const colourMap = COLOUR_MAPS[colourMapName.value];
  const top = MARGIN + LINE;
  const small = document.createElement('canvas');
  small.width = columns;
  small.height = rows;
  small.getContext('2d')!.putImageData(new ImageData(pixelsOf(found, colourMap).rgba, columns, rows), 0, 0);
  context.imageSmoothingEnabled = false;
  context.drawImage(small, MARGIN, top, WIDTH, height);
  for (let x = 0; low && high && x < WIDTH; x++) {
    context.fillStyle = cssColour(colourAt(colourMap, x / (WIDTH - 1)));
    context.fillRect(MARGIN + x, top + height + 8, 1, 10);
  }
  context.fillStyle = foreground;
  drawEnds(page, low?.text ?? '', high?.text ?? '', top + height + 22);
  if (step > 1) context.fillText(texts.sampled(step, run.size), MARGIN, top + height + 22 + LINE, WIDTH);
  return save(runs, page, texts.heatMap);
}

function titleOf({ app }: AnalysisRuns): string {
  const { document, view } = app.model;
  const name = `${document.value?.fileName ?? ''}${sliceSuffix(view.value?.slice ?? '')}`;
  return view.value?.dtype.kind === 'c' ? `|${name}|` : name;
}
