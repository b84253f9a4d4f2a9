/**
 * What the extras' bundle takes from this one instead of bringing its own: what holds state or is compared by identity, and
 * what is large and here anyway. The build (webpack.config.js) replaces the extras' imports of these modules with
 * `ndarrayShared`. Invariant: every name that they import of such a module is in it (test/unit/webview/app/lent.test.ts).
 */
import { batch, computed, effect, signal, untracked, useSignal } from '@preact/signals';
import { useEffect, useId, useLayoutEffect, useRef } from 'preact/hooks';
import { Fragment, jsx, jsxs } from 'preact/jsx-runtime';
import { NOT_A_TIME, numberReader } from '../../core/dtype/items/read';
import { asInspectorError, fromWire, InspectorError } from '../../core/errors';
import { checkShape, Layout, MAX_NDIM } from '../../core/layout/layout';
import { itemFormatter } from '../../core/text/item';
import { ByteCount, LayoutControls, currentLayout } from '../panels/Header';
import { MAX_CACHED_PAGES, pagesOf } from '../pages/cache';
import { checked } from '../protocol/envelope';
import { clipboardText, MAX_PAGES, PAGE_BYTES, wireError } from '../protocol/schema';
import { bytes, integer, natural, shape, text } from '../protocol/values';
import { wholeView } from '../state/arrayView';
import { linkOf } from '../state/link';
import { cellByteOffset, cellOf, placeAt } from '../state/cellPosition';
import { Field } from '../ui/Field';

const shared = {
  jsx: { jsx, jsxs, Fragment },
  hooks: { useEffect, useId, useLayoutEffect, useRef },
  signals: { batch, computed, effect, signal, untracked, useSignal },
  errors: { asInspectorError, fromWire, InspectorError },
  read: { NOT_A_TIME, numberReader },
  layout: { checkShape, Layout, MAX_NDIM },
  item: { itemFormatter },
  field: { Field },
  header: { ByteCount, LayoutControls, currentLayout },
  cache: { MAX_CACHED_PAGES, pagesOf },
  envelope: { checked },
  schema: { clipboardText, MAX_PAGES, PAGE_BYTES, wireError },
  values: { bytes, integer, natural, shape, text },
  arrayView: { wholeView },
  link: { linkOf },
  place: { cellByteOffset, cellOf, placeAt },
};

/** Makes them found. */
export function share(): void {
  Object.assign(globalThis, { ndarrayShared: shared });
}
