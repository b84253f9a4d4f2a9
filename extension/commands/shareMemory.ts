/** *Do These Two Share Memory?*: asks for two arrays and shows the results of `np.shares_memory` and `np.may_share_memory`. */
import * as vscode from 'vscode';
import { InspectorError } from '../../core/errors';
import type { Neighbour } from '../../webview/protocol/debugSchema';
import { placedSubject, relationOf } from '../debug/neighbours';
import type { Observation, SubjectRequest } from '../debug/runtime';
import { observeOnce } from '../debug/observeOnce';
import type { Inspector } from '../inspector/inspector';
import { pickExpression } from './inspect';

/** Asks for two arrays, and shows whether they share memory. */
export async function shareMemory(inspector: Inspector): Promise<void> {
  const title = vscode.l10n.t('Do These Two Share Memory?');
  const first = await pickExpression(inspector, `${title} (1/2)`);
  if (first === undefined) return;
  const second = await pickExpression(inspector, `${title} (2/2) ${first}`, '', [first]);
  if (second === undefined) return;
  const relation = await askRelation(inspector, first, second);
  await showAnswer(inspector, title, [first, second], relation);
}

async function askRelation(
  inspector: Inspector,
  first: string,
  second: string,
): Promise<Neighbour['relation']> {
  const [a, b] = await Promise.all([locate(inspector, first), locate(inspector, second)]);
  return relationOf(a, b);
}

async function locate(inspector: Inspector, expression: string) {
  const subject: SubjectRequest = { key: `share ${expression}`, expression, windows: [], digests: false };
  const { observation } = await observeOnce(inspector.observer, { subject });
  const place = placedSubject(observedIn(observation, subject).description);
  if (place) return place;
  throw new InspectorError('not-inspectable', vscode.l10n.t('the bytes of {0} have no address', expression));
}

function observedIn({ subjects }: Observation, { key, expression }: SubjectRequest) {
  const found = subjects.get(key);
  if (found && !(found instanceof InspectorError)) return found;
  throw (
    found ?? new InspectorError('not-inspectable', vscode.l10n.t('there was no answer for {0}', expression))
  );
}

/** Shows the answer in a quick pick, from which either array can be inspected. */
async function showAnswer(
  inspector: Inspector,
  title: string,
  names: readonly [string, string],
  relation: Neighbour['relation'],
): Promise<void> {
  const [headline, detail] = verdict(relation);
  const [a, b] = names;
  const pair = `${a}, ${b}`;
  const items: vscode.QuickPickItem[] = [
    { label: headline, description: pair, detail },
    ...names.map(name => ({ label: vscode.l10n.t('Inspect {0}', name) })),
  ];
  const picked = await vscode.window.showQuickPick(items, { title, placeHolder: pair, ignoreFocusOut: true });
  const index = picked ? items.indexOf(picked) - 1 : -1;
  if (index >= 0) inspector.panels.show(names[index]);
}

function verdict(relation: Neighbour['relation']): [string, string] {
  switch (relation) {
    case 'shares':
    case 'subject':
      return [vscode.l10n.t('Yes: they share bytes'), 'shares_memory True, may_share_memory True'];
    case 'interleaves':
      return [
        vscode.l10n.t('No: their bounds overlap, but no byte is shared'),
        'shares_memory False, may_share_memory True',
      ];
    case 'unknown':
      return [
        vscode.l10n.t('Maybe: their bounds overlap, and an exact answer would take too long'),
        'may_share_memory True',
      ];
    case 'apart':
      return [vscode.l10n.t('No: they share no bytes'), 'shares_memory False, may_share_memory False'];
  }
}
