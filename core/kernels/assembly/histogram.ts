// Bins of equal width, by the rule of `histogram` (numpy/lib/_histograms_impl.py): from the quotient, then put right by
// the edges. Where the quotient is further than `slack` from a whole number, no edge can be between it and its bin: the
// caller bounds the errors of both. The last edge is to be there as infinity.

/** Adds to `counts` (uint32) what falls into `bin` or, by the edges, one beside it. */
@inline
function tally<T extends number>(x: T, bin: i32, most: i32, edges: usize, counts: usize): void {
  if (bin > most) bin = most;
  const edge = edges + <usize>bin * sizeof<T>();
  bin += <i32>(x >= load<T>(edge, sizeof<T>())) - <i32>(x < load<T>(edge));
  add(bin, counts);
}

@inline
function add(bin: i32, counts: usize): void {
  const count = counts + (<usize>bin << 2);
  store<u32>(count, load<u32>(count) + 1);
}

/** `T`: the items and the edges; `C`: in what their place is computed. */
@inline
function one<T extends number, C extends number>(
  x: T,
  first: T,
  last: T,
  span: C,
  bins: i32,
  edges: usize,
  counts: usize,
): void {
  // False for NaN too.
  if (x >= first && x <= last)
    tally<T>(x, <i32>((<C>(x - first) / span) * <C>bins), bins - 1, edges, counts);
}

/** All lanes that are not NaN between `first` and `last`, and no further than `reach` from the middles of bins. */
@inline
function areInside<T extends number>(x: v128, first: v128, last: v128, apart: v128, reach: v128): bool {
  const between = v128.and(v128.ge<T>(x, first), v128.le<T>(x, last));
  return i32x4.all_true(v128.and(between, v128.le<T>(v128.abs<T>(apart), reach)));
}

export function histogram64(at: usize, n: i32, first: f64, last: f64, span: f64, bins: i32, edges: usize, counts: usize, slack: f64): void {
  const end = at + (<usize>n << 3);
  const firsts = f64x2.splat(first);
  const lasts = f64x2.splat(last);
  const spans = f64x2.splat(span);
  const widths = f64x2.splat(<f64>bins);
  const halves = f64x2.splat(0.5);
  const whole = f64x2.splat(6755399441055744);
  const reach = f64x2.splat(0.5 - slack);
  for (; at + 16 <= end; at += 16) {
    const x = v128.load(at);
    const middles = f64x2.sub(f64x2.mul(f64x2.div(f64x2.sub(x, firsts), spans), widths), halves);
    // 1.5 · 2^52 and more: the next whole number is in the last bits.
    const places = f64x2.add(middles, whole);
    if (areInside<f64>(x, firsts, lasts, f64x2.sub(middles, f64x2.sub(places, whole)), reach)) {
      add(i32x4.extract_lane(places, 0), counts);
      add(i32x4.extract_lane(places, 2), counts);
    } else {
      one<f64, f64>(load<f64>(at), first, last, span, bins, edges, counts);
      one<f64, f64>(load<f64>(at, 8), first, last, span, bins, edges, counts);
    }
  }
  if (at < end) one<f64, f64>(load<f64>(at), first, last, span, bins, edges, counts);
}

/** The lanes of two doubles, no further than `reach` from the middles of bins. */
@inline
function areNear(middles: v128, places: v128, whole: v128, reach: v128): bool {
  return i64x2.all_true(f64x2.le(f64x2.abs(f64x2.sub(middles, f64x2.sub(places, whole))), reach));
}

/** Items and edges are singles, places are computed in doubles. */
export function histogram32By64(at: usize, n: i32, first: f32, last: f32, span: f64, bins: i32, edges: usize, counts: usize, slack: f64): void {
  const end = at + (<usize>n << 2);
  const firsts = f32x4.splat(first);
  const lasts = f32x4.splat(last);
  const spans = f64x2.splat(span);
  const widths = f64x2.splat(<f64>bins);
  const halves = f64x2.splat(0.5);
  const whole = f64x2.splat(6755399441055744);
  const reach = f64x2.splat(0.5 - slack);
  for (; at + 16 <= end; at += 16) {
    const x = v128.load(at);
    const from = f32x4.sub(x, firsts);
    const low = f64x2.promote_low_f32x4(from);
    const high = f64x2.promote_low_f32x4(v128.shuffle<i32>(from, from, 2, 3, 2, 3));
    const lows = f64x2.sub(f64x2.mul(f64x2.div(low, spans), widths), halves);
    const highs = f64x2.sub(f64x2.mul(f64x2.div(high, spans), widths), halves);
    const lowPlaces = f64x2.add(lows, whole);
    const highPlaces = f64x2.add(highs, whole);
    const between = v128.and(f32x4.ge(x, firsts), f32x4.le(x, lasts));
    if (i32x4.all_true(between) && areNear(lows, lowPlaces, whole, reach) && areNear(highs, highPlaces, whole, reach)) {
      add(i32x4.extract_lane(lowPlaces, 0), counts);
      add(i32x4.extract_lane(lowPlaces, 2), counts);
      add(i32x4.extract_lane(highPlaces, 0), counts);
      add(i32x4.extract_lane(highPlaces, 2), counts);
    } else {
      for (let k: usize = 0; k < 16; k += 4) one<f32, f64>(load<f32>(at + k), first, last, span, bins, edges, counts);
    }
  }
  for (; at < end; at += 4) one<f32, f64>(load<f32>(at), first, last, span, bins, edges, counts);
}

export function histogram32(at: usize, n: i32, first: f32, last: f32, span: f32, bins: i32, edges: usize, counts: usize, slack: f32): void {
  const end = at + (<usize>n << 2);
  const firsts = f32x4.splat(first);
  const lasts = f32x4.splat(last);
  const scales = f32x4.splat(<f32>bins / span);
  const halves = f32x4.splat(0.5);
  const whole = f32x4.splat(12582912);
  const reach = f32x4.splat(0.5 - slack);
  for (; at + 16 <= end; at += 16) {
    const x = v128.load(at);
    const middles = f32x4.sub(f32x4.mul(f32x4.sub(x, firsts), scales), halves);
    const places = f32x4.add(middles, whole);
    if (areInside<f32>(x, firsts, lasts, f32x4.sub(middles, f32x4.sub(places, whole)), reach)) {
      // Without the bits of 1.5 · 2^23, and in bytes.
      const bytes = i32x4.shr_u(i32x4.shl(places, 10), 8);
      const firstTwo = i64x2.extract_lane(bytes, 0);
      const lastTwo = i64x2.extract_lane(bytes, 1);
      const a = counts + (<usize>firstTwo & 0xffffffff);
      store<u32>(a, load<u32>(a) + 1);
      const b = counts + <usize>(firstTwo >>> 32);
      store<u32>(b, load<u32>(b) + 1);
      const c = counts + (<usize>lastTwo & 0xffffffff);
      store<u32>(c, load<u32>(c) + 1);
      const d = counts + <usize>(lastTwo >>> 32);
      store<u32>(d, load<u32>(d) + 1);
    } else {
      for (let k: usize = 0; k < 16; k += 4) one<f32, f32>(load<f32>(at + k), first, last, span, bins, edges, counts);
    }
  }
  for (; at < end; at += 4) one<f32, f32>(load<f32>(at), first, last, span, bins, edges, counts);
}
