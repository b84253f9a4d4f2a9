/** The models of the app and the ways to act on them, passed to every component as one object. */
import type { Signal } from '@preact/signals';
import type { Actions } from './actions';
import type { ByteGrid } from './byteGrid';
import type { LazyFeatures } from './lazyFeatures';
import type { Model } from './model';
import type { Navigator } from './navigate';
import type { ValueGrid } from './valueGrid';

export interface App {
  readonly model: Model;
  readonly values: ValueGrid;
  readonly bytes: ByteGrid;
  readonly navigator: Navigator;
  readonly actions: Actions;
  /** The features that are loaded late; undefined until they are. */
  readonly features: Signal<LazyFeatures | undefined>;
}

export interface AppProps {
  readonly app: App;
}
