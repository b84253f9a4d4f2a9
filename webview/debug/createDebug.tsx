/** Creates what is drawn of an array in a stopped program. */
import type { App } from '../state/app';
import type { DebugFeature } from '../state/lazyFeatures';
import { announceChanges } from './announceChanges';
import { DebugHeader } from './DebugHeader';
import { OwnerDetails, OwnerFile } from './Owners';
import { debugPanel } from './debugPanel';
import type { DebugRequests } from './requests';

export function createDebug(app: App, requests: DebugRequests): DebugFeature {
  announceChanges(app);
  return {
    Header: debugPanel(DebugHeader, { app, requests }),
    OwnerFile: debugPanel(OwnerFile, { app, requests }),
    OwnerDetails,
  };
}
