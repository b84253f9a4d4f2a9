/** What the components of a stopped program's arrays are given. */
import type { AppProps } from '../frame/app';
import type { DebugState } from '../protocol/debugSchema';
import type { DebugActions } from './debugActions';

export interface DebugProps extends AppProps {
  readonly debug: DebugState;
  readonly ask: DebugActions;
}
