/** What the table of statistics says. */
import type { Frame } from 'playwright-core';

/** Its rows: name and text, without what else stands beside that. */
export async function readStatistics(frame: Frame): Promise<Record<string, string>> {
  const rows = await frame
    .getByRole('table', { name: 'Statistics' })
    .getByRole('row')
    .evaluateAll(all =>
      all.map(row => [
        row.querySelector('th')?.textContent ?? '',
        row.querySelector('td')?.firstChild?.textContent ?? '',
      ]),
    );
  return Object.fromEntries(rows) as Record<string, string>;
}
