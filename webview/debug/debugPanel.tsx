/** The props of the components that draw an array in a stopped program. */
import type { DebugState } from '../protocol/debugSchema';
import type { AppProps } from '../state/app';
import type { Panel } from '../state/lazyFeatures';
import type { DebugRequests } from './requests';

export interface DebugServices extends AppProps {
  readonly requests: DebugRequests;
}

export interface DebugProps extends DebugServices {
  readonly debug: DebugState;
}

/** `Component` as a panel, which draws nothing of a file. */
export function debugPanel(
  Component: (props: DebugProps) => preact.JSX.Element | null,
  { app, requests }: DebugServices,
): Panel {
  return () => {
    const debug = app.model.document.value?.debug;
    return debug ? <Component app={app} requests={requests} debug={debug} /> : null;
  };
}
