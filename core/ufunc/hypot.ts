/**
 * √(a² + b²), within an ulp, and exact where the square and its root are. By `Math.hypot` only where a square would be out
 * of range, or an operand is no finite number: that takes five times as long.
 */
export function hypot(a: number, b: number): number {
  const square = a * a + b * b;
  return square > 1e-280 && square < Infinity ? Math.sqrt(square) : Math.hypot(a, b);
}
