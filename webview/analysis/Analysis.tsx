/** Statistics and pictures of the file's array, below its memory. Nothing is computed before it is asked for. */
import type { Runs } from './runs';
import { Statistics } from './Statistics';
import { Pictures } from './Pictures';
import './analysis.css';

export function Analysis({ runs }: { readonly runs: Runs }): preact.JSX.Element | null {
  const { model } = runs.app;
  if (!model.view.value || model.document.value?.debug) return null;
  return (
    <>
      <Statistics runs={runs} />
      <Pictures runs={runs} />
    </>
  );
}
