/**
 * 64-bit integers that are moments: counts since 1970 in one of NumPy's units that fall between 1990 and 2050.
 * https://numpy.org/doc/stable/reference/arrays.datetime.html
 */

export interface TimeUnit {
  readonly unit: 'ns' | 'us' | 'ms' | 's';
  /** Against the plain integers: below 1 where moments are the likelier reading. */
  readonly weight: number;
}

const FIRST_SECOND = 631_152_000; // 1990-01-01
const LAST_SECOND = 2_524_608_000; // 2050-01-01
const NOT_A_TIME = -(2 ** 63);

/** Seconds and milliseconds are as often kept as plain integers; finer counts are what datetime64 makes. */
const UNITS = [
  { unit: 's', perSecond: 1, weight: 1.005 },
  { unit: 'ms', perSecond: 1e3, weight: 1.005 },
  { unit: 'us', perSecond: 1e6, weight: 0.98 },
  { unit: 'ns', perSecond: 1e9, weight: 0.98 },
] as const;

export function timeUnit(values: Float64Array): TimeUnit | undefined {
  const moments = values.filter(value => value !== NOT_A_TIME);
  if (moments.length === 0) return undefined;
  return UNITS.find(({ perSecond }) =>
    moments.every(value => value >= FIRST_SECOND * perSecond && value < LAST_SECOND * perSecond),
  );
}
