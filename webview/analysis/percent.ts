/** A share of what is long: two digits where it is small, never 0 or 100 unless it is. */
export function percentText(share: number): string {
  if (share <= 0) return '0';
  if (share >= 1) return '100';
  const percent = share * 100;
  if (percent >= 1) return String(Math.min(99, Math.floor(percent)));
  return percent >= 0.01 ? String(Number(percent.toPrecision(2))) : '<0.01';
}
