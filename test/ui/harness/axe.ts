/**
 * axe-core run inside a webview as it is: the script is evaluated by the debugger, which the page's Content-Security-
 * Policy does not bind, so the policy stays in force for everything else.
 */
import { readFileSync } from 'node:fs';
import type { Frame } from 'playwright-core';

export interface Violation {
  readonly rule: string;
  readonly impact: string;
  readonly help: string;
  /** The elements, as CSS selectors. */
  readonly nodes: readonly string[];
}

interface AxeResult {
  readonly violations: readonly {
    readonly id: string;
    readonly impact?: string | null;
    readonly help: string;
    readonly nodes: readonly { readonly target: readonly unknown[]; readonly failureSummary?: string }[];
  }[];
}

const source = (): string => readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');

/** What axe finds in the document of a webview, of the impacts given (by default those that shut people out). */
export async function axeViolations(
  frame: Frame,
  impacts: readonly string[] = ['serious', 'critical'],
): Promise<Violation[]> {
  await frame.evaluate(source());
  const result: AxeResult = await frame.evaluate('axe.run(document, { resultTypes: ["violations"] })');
  return result.violations
    .filter(({ impact }) => impacts.includes(impact ?? ''))
    .map(({ id, impact, help, nodes }) => ({
      rule: id,
      impact: impact ?? '',
      help,
      nodes: nodes.map(({ target, failureSummary }) => `${target.join(' ')}: ${failureSummary ?? ''}`),
    }));
}
