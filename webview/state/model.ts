/**
 * What every component draws from: the document as the extension last told it, the view of it, the cursor, and what is
 * linked. Signals only; everything but the document and the cursor is derived. Nothing here touches the DOM.
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

/** A drawing, or why there is none; `sliceError` where the slice did not fit and the whole array is drawn instead. */
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
  /** The index text that is applied. */
  readonly slice = signal('');
  /** What is wrong with the text that was typed last; the applied slice stays. */
  readonly typedSliceError = signal<InspectorError | undefined>(undefined);
  /** Counts arrivals of bytes. */
  readonly pagesVersion = signal(0);
  readonly pageError = signal<InspectorError | undefined>(undefined);
  /** A request of the user's that failed. */
  readonly requestError = signal<InspectorError | undefined>(undefined);
  /** The last thing that happened, for the live region. */
  readonly status = signal('');

  readonly #place = signal<CellPosition>(NO_POSITION);
  /** The byte that has the byte grid's cursor. */
  readonly byteCursor = signal(0);
  /** What has the focus, once the user has put it somewhere. */
  readonly focused = signal<Target | undefined>(undefined);
  readonly pointed = signal<Target | undefined>(undefined);

  readonly #drawn = computed(() => draw(this.document.value, this.slice.value));
  readonly view = computed(() => this.#drawn.value.view);
  readonly sliceError = computed(() => this.typedSliceError.value ?? this.#drawn.value.sliceError);
  /** What is the matter with the document, in place of or beside the drawing. */
  readonly problem = computed(() => {
    const wire = this.document.value?.problem;
    return wire ? fromWire({ ...wire, kind: wire.kind as ErrorKind }) : this.#drawn.value.error;
  });

  /** The cursor and the axes, kept inside the view. */
  readonly cellPosition = computed(() => {
    const view = this.view.value;
    return view ? fitPosition(this.#place.value, view) : NO_POSITION;
  });

  /** What lights up: what is pointed at, else what has the focus. */
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

  /** Bytes of the source; offsets from here on are in nobody's memory. */
  get sourceLength(): number {
    const document = this.document.value;
    return document?.facts?.source.byteLength ?? document?.byteLength ?? 0;
  }

  /** Applies an index text; one that does not fit is reported and changes nothing. */
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
