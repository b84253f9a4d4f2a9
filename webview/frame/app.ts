/** What the components share: the models of the app and the ways to act on them. Passed down as one object. */
import type { Signal } from '@preact/signals';
import type { ByteGrid } from '../bytes/gridModel';
import type { Actions } from '../state/actions';
import type { Model } from '../state/model';
import type { Navigator } from '../state/navigate';
import type { ValueGrid } from '../values/gridModel';
import type { Extras } from './extras';

export interface App {
  readonly model: Model;
  readonly values: ValueGrid;
  readonly bytes: ByteGrid;
  readonly navigator: Navigator;
  readonly actions: Actions;
  /** What only some documents need; absent until it has been loaded. */
  readonly extras: Signal<Extras | undefined>;
}

export interface AppProps {
  readonly app: App;
}
