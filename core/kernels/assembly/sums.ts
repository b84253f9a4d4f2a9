// Sums in NumPy's order: `pairwise_sum` of loops_utils.h.src, rows one after the other, and deviations squared.

@inline
function halfOf(n: i32): i32 {
  return (n >> 1) & ~7;
}

function tail64(at: usize, end: usize, start: f64): f64 {
  let sum = start;
  for (; at < end; at += 8) sum += load<f64>(at);
  return sum;
}

@inline
function two(x: v128): f64 {
  return f64x2.extract_lane(x, 0) + f64x2.extract_lane(x, 1);
}

/** The sum of a run up to `end` of which a, b, c and d have what is before `at`; `n` counts all its items. */
function rest64(a: v128, b: v128, c: v128, d: v128, at: usize, n: i32, end: usize): f64 {
  const last = end - (<usize>(n & 7) << 3);
  for (; at < last; at += 64) {
    a = f64x2.add(a, v128.load(at));
    b = f64x2.add(b, v128.load(at, 16));
    c = f64x2.add(c, v128.load(at, 32));
    d = f64x2.add(d, v128.load(at, 48));
  }
  return tail64(last, end, two(a) + two(b) + (two(c) + two(d)));
}

/** Two runs of at most 128 items side by side: neither waits for its own additions. The first is a multiple of 8 long. */
function pair64(at: usize, middle: usize, n: i32, end: usize): f64 {
  let a = v128.load(at);
  let b = v128.load(at, 16);
  let c = v128.load(at, 32);
  let d = v128.load(at, 48);
  let next = middle + 64;
  let e = v128.load(middle);
  let f = v128.load(middle, 16);
  let g = v128.load(middle, 32);
  let h = v128.load(middle, 48);
  for (at += 64; at < middle; at += 64, next += 64) {
    a = f64x2.add(a, v128.load(at));
    b = f64x2.add(b, v128.load(at, 16));
    c = f64x2.add(c, v128.load(at, 32));
    d = f64x2.add(d, v128.load(at, 48));
    e = f64x2.add(e, v128.load(next));
    f = f64x2.add(f, v128.load(next, 16));
    g = f64x2.add(g, v128.load(next, 32));
    h = f64x2.add(h, v128.load(next, 48));
  }
  const first = two(a) + two(b) + (two(c) + two(d));
  return first + rest64(e, f, g, h, next, n, end);
}

export function sum64(at: usize, n: i32): f64 {
  const end = at + (<usize>n << 3);
  if (n < 8) return tail64(at, end, -0.0);
  if (n <= 128) return rest64(v128.load(at), v128.load(at, 16), v128.load(at, 32), v128.load(at, 48), at + 64, n, end);
  const half = halfOf(n);
  const middle = at + (<usize>half << 3);
  if (n - half <= 128) return pair64(at, middle, n, end);
  const first = sum64(at, half);
  return first + sum64(middle, n - half);
}

function tail32(at: usize, end: usize, start: f32): f32 {
  let sum = start;
  for (; at < end; at += 4) sum += load<f32>(at);
  return sum;
}

@inline
function four(x: v128): f32 {
  return f32x4.extract_lane(x, 0) + f32x4.extract_lane(x, 1) + (f32x4.extract_lane(x, 2) + f32x4.extract_lane(x, 3));
}

function rest32(a: v128, b: v128, at: usize, n: i32, end: usize): f32 {
  const last = end - (<usize>(n & 7) << 2);
  for (; at < last; at += 32) {
    a = f32x4.add(a, v128.load(at));
    b = f32x4.add(b, v128.load(at, 16));
  }
  return tail32(last, end, four(a) + four(b));
}

/** Four runs of at most 128 items side by side; all but the last are multiples of 8 long, and the first is the shortest. */
function quad32(at: usize, second: usize, third: usize, fourth: usize, n: i32, end: usize): f32 {
  let a = v128.load(at);
  let b = v128.load(at, 16);
  let c = v128.load(second);
  let d = v128.load(second, 16);
  let e = v128.load(third);
  let f = v128.load(third, 16);
  let g = v128.load(fourth);
  let h = v128.load(fourth, 16);
  let k: usize = 32;
  for (const length = second - at; k < length; k += 32) {
    a = f32x4.add(a, v128.load(at + k));
    b = f32x4.add(b, v128.load(at + k, 16));
    c = f32x4.add(c, v128.load(second + k));
    d = f32x4.add(d, v128.load(second + k, 16));
    e = f32x4.add(e, v128.load(third + k));
    f = f32x4.add(f, v128.load(third + k, 16));
    g = f32x4.add(g, v128.load(fourth + k));
    h = f32x4.add(h, v128.load(fourth + k, 16));
  }
  const left = four(a) + four(b) + rest32(c, d, second + k, 0, third);
  const right = rest32(e, f, third + k, 0, fourth) + rest32(g, h, fourth + k, n, end);
  return left + right;
}

export function sum32(at: usize, n: i32): f32 {
  const end = at + (<usize>n << 2);
  if (n < 8) return tail32(at, end, -0.0);
  if (n <= 128) return rest32(v128.load(at), v128.load(at, 16), at + 32, n, end);
  const half = halfOf(n);
  const third = at + (<usize>half << 2);
  const quarter = halfOf(half);
  const rest = halfOf(n - half);
  if (half > 128 && n - half - rest <= 128)
    return quad32(at, at + (<usize>quarter << 2), third, third + (<usize>rest << 2), n, end);
  const first = sum32(at, half);
  return first + sum32(third, n - half);
}

/** Adds `rows` rows of `columns` items to `into`, four at a time: their sums wait in registers. */
@inline
function rows<T extends number>(into: usize, at: usize, rows: i32, columns: i32): void {
  const width = <usize>columns * sizeof<T>();
  const wide = width & ~15;
  let row = 0;
  for (; row + 4 <= rows; row += 4) {
    const b = at + width;
    const c = at + 2 * width;
    const d = at + 3 * width;
    for (let k: usize = 0; k < wide; k += 16) {
      let sum = v128.add<T>(v128.load(into + k), v128.load(at + k));
      sum = v128.add<T>(v128.add<T>(sum, v128.load(b + k)), v128.load(c + k));
      v128.store(into + k, v128.add<T>(sum, v128.load(d + k)));
    }
    for (let k = wide; k < width; k += sizeof<T>()) {
      const sum = load<T>(into + k) + load<T>(at + k) + load<T>(b + k) + load<T>(c + k) + load<T>(d + k);
      store<T>(into + k, sum);
    }
    at += 4 * width;
  }
  for (; row < rows; row++) {
    for (let k: usize = 0; k < wide; k += 16)
      v128.store(into + k, v128.add<T>(v128.load(into + k), v128.load(at + k)));
    for (let k = wide; k < width; k += sizeof<T>()) store<T>(into + k, load<T>(into + k) + load<T>(at + k));
    at += width;
  }
}

export function rows64(into: usize, at: usize, count: i32, columns: i32): void {
  rows<f64>(into, at, count, columns);
}

export function rows32(into: usize, at: usize, count: i32, columns: i32): void {
  rows<f32>(into, at, count, columns);
}

/** x = (x − mean)², in place. */
@inline
function deviate<T extends number>(at: usize, n: i32, mean: T): void {
  const end = at + <usize>n * sizeof<T>();
  const means = v128.splat<T>(mean);
  for (; at + 16 <= end; at += 16) {
    const apart = v128.sub<T>(v128.load(at), means);
    v128.store(at, v128.mul<T>(apart, apart));
  }
  for (; at < end; at += sizeof<T>()) {
    const apart = load<T>(at) - mean;
    store<T>(at, apart * apart);
  }
}

export function deviate64(at: usize, n: i32, mean: f64): void {
  deviate<f64>(at, n, mean);
}

export function deviate32(at: usize, n: i32, mean: f32): void {
  deviate<f32>(at, n, mean);
}
