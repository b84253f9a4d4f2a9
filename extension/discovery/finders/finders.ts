/** Every source of layouts, by the kind of origin that it gives its layouts. */
import type { OriginKind } from '../../../webview/protocol/origins';
import type { LayoutFinder } from '../finder';
import { guessFinder } from './guessFinder';
import { npyFinder } from './npyFinder';
import { pythonFinder } from './pythonFinder';
import { rememberedFinder } from './rememberedFinder';
import { settingFinder } from './settingFinder';

/** A remembered layout may be outdated, and a guess a mere fallback; `user` is a choice made in the editor. */
export type FinderKind = Exclude<OriginKind, 'user' | 'outdated' | 'fallback'>;

export const FINDERS: Readonly<Record<FinderKind, LayoutFinder>> = {
  remembered: rememberedFinder,
  setting: settingFinder,
  npy: npyFinder,
  python: pythonFinder,
  guess: guessFinder,
};
