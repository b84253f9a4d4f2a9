/**
 * √(a² + b²), within an ulp, and exact where the square and its root are. `Math.hypot`, which takes five times as long, is
 * only used where a square is out of range or an operand is not finite.
 */
export function hypot(a: number, b: number): number {
  const square = a * a + b * b;
  return square > 1e-280 && square < Infinity ? Math.sqrt(square) : Math.hypot(a, b);
}
