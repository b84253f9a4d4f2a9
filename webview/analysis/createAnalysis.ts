/** Creates the runs of statistics and pictures, which their views draw. */
import type { InspectorClient } from '../state/actions';
import type { App } from '../state/app';
import { followTheme } from './colourMap';
import { AnalysisRuns } from './runs';

export function createAnalysis(app: App, client: InspectorClient): AnalysisRuns {
  followTheme();
  return new AnalysisRuns(app, request => client.send('task', request));
}
