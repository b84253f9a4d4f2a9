/** A share from 0 to 1 in percent: two digits where it is small, and 0 or 100 only where it is exactly that. */
export function percentText(share: number): string {
  if (share <= 0) return '0';
  if (share >= 1) return '100';
  const percent = share * 100;
  if (percent >= 1) return String(Math.min(99, Math.floor(percent)));
  return percent >= 0.01 ? String(Number(percent.toPrecision(2))) : '<0.01';
}
