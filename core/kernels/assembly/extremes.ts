// The least and the greatest item that is no NaN, and how many are NaN, in one pass.

/** Writes three doubles to `result`: least, greatest (infinite where there is none), count of NaN. */
@inline
function extremes<T extends number>(at: usize, n: i32, result: usize): void {
  const end = at + <usize>n * sizeof<T>();
  let low = v128.splat<T>(<T>Infinity);
  let high = v128.splat<T>(<T>-Infinity);
  let low2 = low;
  let high2 = high;
  let nans = i32x4.splat(0);
  for (; at + 32 <= end; at += 32) {
    const x = v128.load(at);
    const y = v128.load(at, 16);
    low = v128.pmin<T>(low, x);
    high = v128.pmax<T>(high, x);
    low2 = v128.pmin<T>(low2, y);
    high2 = v128.pmax<T>(high2, y);
    // A mask of ones is −1.
    nans = i32x4.sub(nans, i32x4.add(v128.ne<T>(x, x), v128.ne<T>(y, y)));
  }
  low = v128.pmin<T>(low, low2);
  high = v128.pmax<T>(high, high2);
  let least: T = <T>Infinity;
  let greatest: T = <T>-Infinity;
  let count = i32x4.extract_lane(nans, 0) + i32x4.extract_lane(nans, 1) + i32x4.extract_lane(nans, 2) + i32x4.extract_lane(nans, 3);
  // A mask of a double is counted by both of its halves.
  if (sizeof<T>() === 8) count >>= 1;
  v128.store(result, low);
  v128.store(result, high, 16);
  for (let k: usize = 0; k < 16; k += sizeof<T>()) {
    const x = load<T>(result + k);
    const y = load<T>(result + k, 16);
    if (x < least) least = x;
    if (y > greatest) greatest = y;
  }
  for (; at < end; at += sizeof<T>()) {
    const x = load<T>(at);
    if (x < least) least = x;
    if (x > greatest) greatest = x;
    if (x !== x) count++;
  }
  store<f64>(result, <f64>least);
  store<f64>(result, <f64>greatest, 8);
  store<f64>(result, <f64>count, 16);
}

export function extremes64(at: usize, n: i32, result: usize): void {
  extremes<f64>(at, n, result);
}

export function extremes32(at: usize, n: i32, result: usize): void {
  extremes<f32>(at, n, result);
}
