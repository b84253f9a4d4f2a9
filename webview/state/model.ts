/**
 * The state that every component draws: the document as last received from the extension, the view of it, the cursor,
 * and the link. It has signals only, all derived from the document and the cursor, and does not touch the DOM.
 */
import { computed, signal } from '@preact/signals';
import type { InspectorError } from '../../core/errors';
import { asInspectorError, fromWire } from '../../core/errors';
import type { DocumentState } from '../protocol/documentState';
import type { ErrorKind } from '../../core/errors';
import type { PageLoader } from '../pages/loader';
import type { ArrayView } from './arrayView';
import { slicedView, wholeView } from './arrayView';
import type { Link, Target } from './link';
import { linkOf } from './link';
import type { CellPosition } from './cellPosition';
import { NO_POSITION, fitPosition } from './cellPosition';

/** The view or its error; with `sliceError` the slice did not fit and the whole array is drawn. */
interface Drawn {
  readonly view?: ArrayView;
  readonly error?: InspectorError;
  readonly sliceError?: InspectorError;
}

function draw(document: DocumentState | undefined, slice: string): Drawn {
  if (!document?.facts) return {};
  try {
    if (slice === '') return { view: wholeView(document.facts) };
    try {
      return { view: slicedView(document.facts, slice) };
    } catch (error) {
      return { view: wholeView(document.facts), sliceError: asInspectorError(error) };
    }
  } catch (error) {
    return { error: asInspectorError(error) };
  }
}

export class Model {
  readonly document = signal<DocumentState | undefined>(undefined);
  /** The applied slice. */
  readonly slice = signal('');
  /** The error of the slice that was typed last; the applied one stays. */
  readonly typedSliceError = signal<InspectorError | undefined>(undefined);
  /** Counts arrivals of bytes. */
  readonly pagesVersion = signal(0);
  readonly pageError = signal<InspectorError | undefined>(undefined);
  /** The error of the user's last failed request. */
  readonly requestError = signal<InspectorError | undefined>(undefined);
  /** The text of the live region. */
  readonly status = signal('');

  readonly #place = signal<CellPosition>(NO_POSITION);
  /** The byte offset of the byte grid's cursor. */
  readonly byteCursor = signal(0);
  /** The focused item or byte, once the user has focused one. */
  readonly focused = signal<Target | undefined>(undefined);
  readonly pointed = signal<Target | undefined>(undefined);

  readonly #drawn = computed(() => draw(this.document.value, this.slice.value));
  readonly view = computed(() => this.#drawn.value.view);
  readonly sliceError = computed(() => this.typedSliceError.value ?? this.#drawn.value.sliceError);
  /** The document's error, shown in place of the view or above it. */
  readonly problem = computed(() => {
    const wire = this.document.value?.problem;
    return wire ? fromWire({ ...wire, kind: wire.kind as ErrorKind }) : this.#drawn.value.error;
  });

  /** The cursor and the axes, kept inside the view. */
  readonly cellPosition = computed(() => {
    const view = this.view.value;
    return view ? fitPosition(this.#place.value, view) : NO_POSITION;
  });

  /** The highlighted item and bytes: those under the pointer, else the focused ones. */
  readonly link = computed((): Link | undefined => {
    const view = this.view.value;
    const target = this.pointed.value ?? this.focused.value;
    if (!view || !target || view.layout.size === 0) return undefined;
    if (target.kind === 'byte') return linkOf(view, target);
    const fits =
      target.leaf < view.leaves.length &&
      target.index.length === view.layout.ndim &&
      target.index.every((entry, axis) => entry < view.layout.shape[axis]);
    return fits ? linkOf(view, target) : undefined;
  });

  constructor(readonly pages: PageLoader) {}

  setCellPosition(place: CellPosition): void {
    this.#place.value = place;
  }

  /** The length of the source in bytes. */
  get sourceLength(): number {
    const document = this.document.value;
    return document?.facts?.source.byteLength ?? document?.byteLength ?? 0;
  }

  /** Applies a slice; one that does not fit is reported and changes nothing. */
  setSlice(text: string): void {
    const facts = this.document.value?.facts;
    if (!facts) return;
    try {
      if (text.trim() !== '') slicedView(facts, text);
      this.typedSliceError.value = undefined;
      this.focused.value = this.pointed.value = undefined;
      this.slice.value = text.trim();
    } catch (error) {
      this.typedSliceError.value = asInspectorError(error);
    }
  }
}
