/**
 * The list of views over an array, in the order in which an area of the page draws them. A view that is loaded late
 * exports `createView` from its module; all such modules are one chunk with `webview/lazy.tsx`.
 */
import type { LateServices } from '../lazy';
import { Formula } from '../panels/Formula';
import { MemoryMap, Owners } from '../panels/Memory';
import { Strides } from '../panels/Strides';
import type { App, AppProps } from '../state/app';
import type { Panel } from '../state/lazyFeatures';
import { Values } from '../values/Values';

/** `main`: above the bytes; `below`: under them; `layout` and `memory`: the panels beside, folded where it is narrow. */
export type Area = 'main' | 'below' | 'layout' | 'memory';

/** The module of a view that is loaded late. Its state is created with it, once, and outlives what is drawn. */
export interface LateModule {
  createView(services: LateServices): Panel;
}

export interface View {
  /** Unique in the list. */
  readonly name: string;
  readonly area: Area;
  appliesTo(app: App): boolean;
  /** Drawn at once; a view has this or `load`. */
  readonly Component?: (props: AppProps) => preact.JSX.Element | null;
  /** Drawn when the late features are here. */
  readonly load?: () => Promise<LateModule>;
}

const hasArray = ({ model }: App): boolean => model.view.value !== undefined;
const isInProgram = ({ model }: App): boolean => model.document.value?.debug !== undefined;
const isFile = (app: App): boolean => !isInProgram(app);
const isArrayInFile = (app: App): boolean => hasArray(app) && isFile(app);

export const views: readonly View[] = [
  { name: 'table', area: 'main', appliesTo: hasArray, Component: Values },
  { name: 'strides', area: 'layout', appliesTo: hasArray, Component: Strides },
  {
    name: 'cost',
    area: 'layout',
    appliesTo: isInProgram,
    load: () => import(/* webpackChunkName: "webview-lazy" */ '../debug/Cost'),
  },
  { name: 'formula', area: 'layout', appliesTo: hasArray, Component: Formula },
  {
    name: 'flags',
    area: 'layout',
    appliesTo: hasArray,
    load: () => import(/* webpackChunkName: "webview-lazy" */ '../panels/Flags'),
  },
  { name: 'memory map', area: 'memory', appliesTo: isFile, Component: MemoryMap },
  {
    name: 'neighbours',
    area: 'memory',
    appliesTo: isInProgram,
    load: () => import(/* webpackChunkName: "webview-lazy" */ '../debug/Neighbours'),
  },
  { name: 'owners', area: 'memory', appliesTo: hasArray, Component: Owners },
  {
    name: 'statistics',
    area: 'memory',
    appliesTo: isArrayInFile,
    load: () => import(/* webpackChunkName: "webview-lazy" */ '../analysis/Statistics'),
  },
  {
    name: 'pictures',
    area: 'memory',
    appliesTo: isArrayInFile,
    load: () => import(/* webpackChunkName: "webview-lazy" */ '../analysis/Pictures'),
  },
  {
    name: 'large picture',
    area: 'below',
    appliesTo: isFile,
    load: () => import(/* webpackChunkName: "webview-lazy" */ '../analysis/LargePicture'),
  },
  {
    name: 'boxed objects',
    area: 'below',
    appliesTo: isInProgram,
    load: () => import(/* webpackChunkName: "webview-lazy" */ '../debug/BoxedObjects'),
  },
];
