/**
 * What the extras' bundle takes from this one instead of bringing its own: what holds state, or is compared by identity.
 * The build (webpack.config.js) replaces the extras' imports of these modules with `ndarrayShared`.
 */
import { batch, computed, effect, signal, untracked, useSignal } from '@preact/signals';
import { useEffect, useId, useLayoutEffect, useRef } from 'preact/hooks';
import { Fragment, jsx, jsxs } from 'preact/jsx-runtime';
import { asInspectorError, InspectorError } from '../../core/errors';
import { ByteCount, LayoutControls, currentLayout } from '../header/Header';
import { Field } from './Field';

const shared = {
  jsx: { jsx, jsxs, Fragment },
  hooks: { useEffect, useId, useLayoutEffect, useRef },
  signals: { batch, computed, effect, signal, untracked, useSignal },
  errors: { asInspectorError, InspectorError },
  field: { Field },
  header: { ByteCount, LayoutControls, currentLayout },
};

/** Makes them found. */
export function share(): void {
  Object.assign(globalThis, { ndarrayShared: shared });
}
