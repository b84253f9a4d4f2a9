/** Sizes derived from the editor's font; measured once the page is styled, and again when the theme changes. */
import { signal } from '@preact/signals';

export interface Metrics {
  /** Width of one character of the fixed-width font, in pixels. */
  readonly character: number;
  /** Height of a grid row, in pixels. */
  readonly row: number;
}

export const metrics = signal<Metrics>({ character: 7.8, row: 20 });

/** Measures the font of the grids, and sets the row height as `--row` for the style sheet. */
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
