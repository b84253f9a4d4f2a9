/** The report of *Measure Access Order* as Markdown: a table and a bar chart. */
import { shapeText } from '../../../core/layout/shapeText';
import { t } from '../../l10n';
import type { AccessTime } from '../../tasks/analysis/accessTimes';

const WIDTH = 40;
const PARTS = ['', '▏', '▎', '▍', '▌', '▋', '▊', '▉'];

/** Returns a bar of `fraction` (0 to 1) of 40 characters, in steps of an eighth. */
export function bar(fraction: number): string {
  const eighths = Math.max(1, Math.round(fraction * WIDTH * 8));
  return '█'.repeat(Math.floor(eighths / 8)) + PARTS[eighths % 8];
}

/** Returns the report for arrays of `shape`. */
export function accessReport(shape: readonly number[], times: readonly AccessTime[]): string {
  const fastest = Math.min(...times.map(perItem));
  const slowest = Math.max(...times.map(perItem));
  const heads = [t('array'), t('sum of'), t('items'), t('stride'), t('time'), t('time per item'), t('ratio')];
  const rows = times.map(time => [
    time.order,
    `\`${time.view}\``,
    String(time.items),
    t('{0} bytes', time.strideBytes),
    t('{0} µs', time.microseconds.toPrecision(3)),
    t('{0} ns', (1000 * perItem(time)).toPrecision(3)),
    (perItem(time) / fastest).toFixed(1),
  ]);
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  const label = (time: AccessTime): string => `${time.order} ${time.view}`.padEnd(10);
  const bars = times.map(time => `${label(time)} ${bar(perItem(time) / slowest)}`);
  return [
    `# ${t('Access order')}`,
    '',
    t('Median times of sums along a row and a column of float64 arrays of shape {0}.', shapeText(shape)),
    '',
    line(heads),
    line(heads.map(() => '---')),
    ...rows.map(line),
    '',
    '```text',
    ...bars,
    '```',
    '',
    ...ratios(times),
    '',
  ].join('\n');
}

const perItem = ({ microseconds, items }: AccessTime): number => microseconds / items;

/** The cost of the larger stride, in a sentence per array. */
function ratios(times: readonly AccessTime[]): string[] {
  return (['C', 'F'] as const).flatMap(order => {
    const own = times.filter(time => time.order === order).sort((a, b) => a.strideBytes - b.strideBytes);
    if (own.length < 2) return [];
    const [near, far] = own;
    const ratio = (perItem(far) / perItem(near)).toFixed(1);
    const [a, b] = [near.view, far.view];
    return [t('- {0}: an item of {1} takes {2} times as long as an item of {3}.', order, b, ratio, a)];
  });
}
