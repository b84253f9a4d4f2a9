/** The least and the greatest of items as they come, and how many of them are no numbers. */
import type { ProducedItems } from '../mapped/produce';

/** NaT of datetime64 and timedelta64. */
const NOT_A_TIME = -(2n ** 63n);

export class RunningExtremes {
  items = 0;
  nans = 0;
  low: number | bigint = Infinity;
  high: number | bigint = -Infinity;
  /** Of what are numbers; not as NumPy adds them up. */
  sum = 0;

  /** `isFinite` looks at finite numbers only, `isTime` takes integers for times. */
  constructor(private readonly only: { readonly isFinite?: boolean; readonly isTime?: boolean } = {}) {}

  add(values: ProducedItems): void {
    this.items += values.length;
    if (values instanceof BigInt64Array || values instanceof BigUint64Array) this.#addWide(values);
    else if (this.only.isFinite) this.#addNumbers(values.filter(Number.isFinite));
    else this.#addNumbers(values);
  }

  /** Of equal items (−0 and 0) the last one counts, as NumPy has it. */
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
