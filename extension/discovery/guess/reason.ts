/** Why a dtype was guessed, in a few words: what the numbers look like when read that way. */
import type { DTypeGuess } from './dtypes';
import { readValues } from './readValues';
import { t } from '../../l10n';

/** `float32 values from -3.9 to 4.1`; `times from 2023-01-01 to 2024-06-30`. */
export function guessReason({ dtype, reading }: DTypeGuess, slices: readonly Uint8Array[]): string {
  if (dtype === 'bool') return t('every byte is 0 or 1');
  const { least, most } = range(readValues(slices, reading));
  const unit = /\[(ns|us|ms|s)\]$/.exec(dtype)?.[1];
  if (unit) return t('plausible times from {0} to {1}', day(least, unit), day(most, unit));
  return least === most
    ? t('plausible {0} values of {1}', dtype, short(least))
    : t('plausible {0} values from {1} to {2}', dtype, short(least), short(most));
}

/** What `NaT` is stored as; as an integer it is an outlier as well. */
const NOT_A_TIME = -(2 ** 63);

function range(values: Float64Array): { readonly least: number; readonly most: number } {
  let least = Infinity;
  let most = -Infinity;
  for (const value of values) {
    if (!Number.isFinite(value) || value === NOT_A_TIME) continue;
    least = Math.min(least, value);
    most = Math.max(most, value);
  }
  return least > most ? { least: NaN, most: NaN } : { least, most };
}

/** Three digits are enough to recognise one's own data. */
function short(value: number): string {
  if (Number.isInteger(value) && Math.abs(value) < 1e15) return String(value);
  return String(Number(value.toPrecision(3)));
}

const PER_SECOND: Readonly<Record<string, number>> = { ns: 1e9, us: 1e6, ms: 1e3, s: 1 };

function day(value: number, unit: string): string {
  return new Date((value / PER_SECOND[unit]) * 1000).toISOString().slice(0, 10);
}
