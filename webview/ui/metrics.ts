/** The sizes that follow from the editor's font: measured once the page is styled, and again when the theme changes. */
import { signal } from '@preact/signals';

export interface Metrics {
  /** Pixels of one character of the fixed-width font. */
  readonly character: number;
  /** Pixels of a grid row. */
  readonly row: number;
}

export const metrics = signal<Metrics>({ character: 7.8, row: 20 });

/** Measures the font of the grids and hands the row height to the styles as `--row`. */
export function measureFont(): void {
  const probe = document.createElement('span');
  probe.className = 'mono probe';
  probe.textContent = '0'.repeat(64);
  document.body.append(probe);
  const { width, height } = probe.getBoundingClientRect();
  probe.remove();
  if (width === 0) return;
  const next = { character: width / 64, row: Math.max(18, Math.round(height) + 4) };
  document.documentElement.style.setProperty('--row', `${next.row}px`);
  document.documentElement.style.setProperty('--ch', `${next.character}px`);
  if (next.character !== metrics.value.character || next.row !== metrics.value.row) metrics.value = next;
}
