// The four operations, item by item; whole vectors two at a time, so up to 31 bytes past the end are touched.

const ADD = 0;
const SUBTRACT = 1;
const MULTIPLY = 2;
const DIVIDE = 3;

@inline
function applied<T>(operation: i32, x: v128, y: v128): v128 {
  if (operation == ADD) return v128.add<T>(x, y);
  if (operation == SUBTRACT) return v128.sub<T>(x, y);
  if (operation == MULTIPLY) return v128.mul<T>(x, y);
  return v128.div<T>(x, y);
}

@inline
function run<T>(operation: i32, a: usize, b: usize, out: usize, n: i32): void {
  const end = a + <usize>n * sizeof<T>();
  for (; a < end; a += 32, b += 32, out += 32) {
    v128.store(out, applied<T>(operation, v128.load(a), v128.load(b)));
    v128.store(out, applied<T>(operation, v128.load(a, 16), v128.load(b, 16)), 16);
  }
}

export function add64(a: usize, b: usize, out: usize, n: i32): void {
  run<f64>(ADD, a, b, out, n);
}

export function add32(a: usize, b: usize, out: usize, n: i32): void {
  run<f32>(ADD, a, b, out, n);
}

export function subtract64(a: usize, b: usize, out: usize, n: i32): void {
  run<f64>(SUBTRACT, a, b, out, n);
}

export function subtract32(a: usize, b: usize, out: usize, n: i32): void {
  run<f32>(SUBTRACT, a, b, out, n);
}

export function multiply64(a: usize, b: usize, out: usize, n: i32): void {
  run<f64>(MULTIPLY, a, b, out, n);
}

export function multiply32(a: usize, b: usize, out: usize, n: i32): void {
  run<f32>(MULTIPLY, a, b, out, n);
}

export function divide64(a: usize, b: usize, out: usize, n: i32): void {
  run<f64>(DIVIDE, a, b, out, n);
}

export function divide32(a: usize, b: usize, out: usize, n: i32): void {
  run<f32>(DIVIDE, a, b, out, n);
}
