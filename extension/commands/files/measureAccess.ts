/** *Measure Access Order*: times sums along and across the memory order on this machine. */
import * as vscode from 'vscode';
import { runWithProgress } from '../../tasks/withProgress';
import { accessReport } from './accessReport';
import { showReport } from './textReport';

/** Measures and shows the report. */
export async function measureAccess(): Promise<void> {
  const found = await runWithProgress(vscode.l10n.t('Measuring the access order'), 'accessTimes', null);
  if (found) await showReport(vscode.l10n.t('Access Order'), accessReport(found.shape, found.times));
}
