// Numbers of PCG64 (XSL-RR 128/64). `state`: low and high word of the state, then of the increment, then, for singles,
// whether half an output waits (0 or 1) and the half.
// Spec: M. E. O'Neill, "PCG", HMC-CS-2014-0905.

const MULTIPLIER_LOW: u64 = 0x4385df649fccf645;
const MULTIPLIER_HIGH: u64 = 0x2360ed051fc65da4;
const MULTIPLIER_0: u64 = MULTIPLIER_LOW & 0xffffffff;
const MULTIPLIER_1: u64 = MULTIPLIER_LOW >> 32;

let low: u64 = 0;
let high: u64 = 0;

/** The state after this one, and its output. */
@inline
function next(state: usize): u64 {
  const a0 = low & 0xffffffff;
  const a1 = low >> 32;
  const cross = (a0 * MULTIPLIER_0 >> 32) + a1 * MULTIPLIER_0;
  const middle = (cross & 0xffffffff) + a0 * MULTIPLIER_1;
  const carried = a1 * MULTIPLIER_1 + (cross >> 32) + (middle >> 32);
  high = carried + high * MULTIPLIER_LOW + low * MULTIPLIER_HIGH + load<u64>(state, 24);
  const product = low * MULTIPLIER_LOW;
  low = product + load<u64>(state, 16);
  if (low < product) high++;
  return rotr<u64>(high ^ low, high >> 58);
}

@inline
function open(state: usize): void {
  low = load<u64>(state);
  high = load<u64>(state, 8);
}

@inline
function close(state: usize): void {
  store<u64>(state, low);
  store<u64>(state, high, 8);
}

export function pcgDoubles(state: usize, out: usize, n: i32): void {
  open(state);
  for (const end = out + (<usize>n << 3); out < end; out += 8)
    store<f64>(out, <f64>(next(state) >> 11) * (1.0 / 9007199254740992.0));
  close(state);
}

export function pcgSingles(state: usize, out: usize, n: i32): void {
  open(state);
  for (const end = out + (<usize>n << 2); out < end; out += 4) {
    let bits = load<u32>(state, 36);
    if (load<u32>(state, 32) !== 0) store<u32>(state, 0, 32);
    else {
      const both = next(state);
      bits = <u32>both;
      store<u32>(state, 1, 32);
      store<u32>(state, <u32>(both >> 32), 36);
    }
    store<f32>(out, <f32>(bits >> 8) * <f32>(1.0 / 16777216.0));
  }
  close(state);
}
