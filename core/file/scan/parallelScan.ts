/** Parallel passes over maps: which maps they support, and the statistics that the results of a pass give. */
import type { DType } from '../../dtype/dtype';
import { isArrayFormat } from '../../dtype/formats';
import { isCContiguous, isFContiguous } from '../../layout/contiguity';
import { kernelModule } from '../../kernels/kernels';
import { abortedError } from '../source/abort';
import type { Mapped } from '../mapped/writeValue';
import { isWide, RECORD, type ScanFormat, type ScanRequest } from './scanJob';
import { type FileExtent, type ScanResult, type PassOptions, runPass } from './parallelPass';
import { combined } from './segmentBounds';

/** Smaller files are read by a single thread. Tests change the limit. */
export const scanLimits = { leastBytes: 8 * 2 ** 20 };

/** Returns the format in which threads read items of a dtype, or undefined if they cannot. */
export function scanFormat({ format, unit }: DType): ScanFormat | undefined {
  if (unit || format === undefined) return undefined;
  return format === 'bool' || isArrayFormat(format) ? format : undefined;
}

/** Returns the position of a map's items, or undefined if threads cannot read them or would not be faster. */
export function scannable({ file, layout, dtype }: Mapped): FileExtent | undefined {
  const format = scanFormat(dtype);
  const fd = file.descriptor;
  if (format === undefined || fd === undefined || layout.nbytes < scanLimits.leastBytes) return undefined;
  if (layout.size === 0 || !(isCContiguous(layout) || isFContiguous(layout)) || !kernelModule())
    return undefined;
  return {
    fd,
    path: file.path,
    format,
    itemsize: dtype.itemsize,
    isSwapped: dtype.byteOrder === '>' && dtype.itemsize > 1,
    offset: layout.offset,
    count: layout.size,
  };
}

/** Runs a pass and keeps the file open meanwhile. `aborted` if `signal` cancels it. */
export async function scanMap(
  { file }: Mapped,
  extent: FileExtent,
  wanted: ScanRequest,
  options: PassOptions,
): Promise<ScanResult> {
  const found = await file.use(runPass(extent, wanted, options));
  if (!found.isComplete) throw abortedError(options.signal!);
  return found;
}

/** Returns the sum of floats or of squared deviations, rounded by `round` at each step. */
export function floatTotal(
  { sums }: ScanResult,
  count: number,
  isBuffered: boolean,
  round: (value: number) => number,
): number {
  if (!isBuffered) return round(0 + combined(count, sums, round));
  // Unused sums of the last segment are 0.
  return sums.reduce((sum, part) => round(sum + part), 0);
}

/** Returns the sum of integers. */
export function integerTotal({ sums }: ScanResult, format: ScanFormat): bigint {
  let total = 0n;
  if (isWide(format)) for (const part of new BigInt64Array(sums.buffer)) total += part;
  else for (const part of sums) total += BigInt(part);
  return total;
}

/** The minimum and maximum of the numbers, and the number of NaNs. */
export interface Extremes {
  readonly low: number | bigint;
  readonly high: number | bigint;
  readonly nans: number;
}

/** Returns the extremes of all finished segments. They are infinite if there is no number. */
export function extremesOf({ records }: ScanResult, format: ScanFormat): Extremes {
  const values =
    format === 'int64'
      ? new BigInt64Array(records.buffer)
      : format === 'uint64'
        ? new BigUint64Array(records.buffer)
        : records;
  let low: number | bigint = Infinity;
  let high: number | bigint = -Infinity;
  let nans = 0;
  for (let at = 0; at < records.length; at += RECORD) {
    if (records[at] === 0) continue;
    if (values[at + 1] <= low) low = values[at + 1];
    if (values[at + 2] >= high) high = values[at + 2];
    nans += isWide(format) ? 0 : records[at + 3];
  }
  return { low, high, nans };
}
