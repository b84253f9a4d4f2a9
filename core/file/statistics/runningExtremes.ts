/** Running minimum, maximum and count of NaNs. */
import type { ProducedItems } from '../mapped/produce';

/** NaT of datetime64 and timedelta64. */
const NOT_A_TIME = -(2n ** 63n);

/** The minimum, maximum, sum and number of NaNs of the items added so far. */
export class RunningExtremes {
  items = 0;
  nans = 0;
  low: number | bigint = Infinity;
  high: number | bigint = -Infinity;
  /** The plain sum of the numbers, not NumPy's. */
  sum = 0;

  /**
   * `isFinite` ignores infinite numbers. `isTime` treats int64 items as times, and their smallest value as
   * NaT.
   */
  constructor(private readonly only: { readonly isFinite?: boolean; readonly isTime?: boolean } = {}) {}

  /** Adds items. */
  add(values: ProducedItems): void {
    this.items += values.length;
    if (values instanceof BigInt64Array || values instanceof BigUint64Array) this.#addWide(values);
    else if (this.only.isFinite) this.#addNumbers(values.filter(Number.isFinite));
    else this.#addNumbers(values);
  }

  /** Among equal items (−0 and 0) the last one counts, as in NumPy. */
  #addNumbers(values: Exclude<ProducedItems, BigInt64Array | BigUint64Array>): void {
    let [low, high, sum, nans] = [Number(this.low), Number(this.high), 0, 0];
    for (let k = 0; k < values.length; k++) {
      const value = values[k];
      if (value !== value) nans++;
      else {
        if (value <= low) low = value;
        if (value >= high) high = value;
        sum += value;
      }
    }
    this.low = low;
    this.high = high;
    this.sum += sum;
    this.nans += nans;
  }

  #addWide(values: BigInt64Array | BigUint64Array): void {
    for (const value of values) {
      if (this.only.isTime && value === NOT_A_TIME) this.nans++;
      else {
        if (value < this.low) this.low = value;
        if (value > this.high) this.high = value;
        this.sum += Number(value);
      }
    }
  }
}
