/** What the components of a stopped program's arrays are given. */
import type { AppProps } from '../state/app';
import type { DebugState } from '../protocol/debugSchema';
import type { DebugActions } from './requests';

export interface DebugProps extends AppProps {
  readonly debug: DebugState;
  readonly ask: DebugActions;
}
