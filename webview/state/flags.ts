/**
 * NumPy's six flags of the view, with the reason for each that is False and, where possible, the Python that makes it
 * True. C_CONTIGUOUS, F_CONTIGUOUS and ALIGNED follow from the layout; the others are the array's.
 */
import type { FlagName } from '../../core/bytes';
import { FLAG_NAMES } from '../../core/bytes';
import { isAligned, isCContiguous, isFContiguous } from '../../core/layout/contiguity';
import { whyNotAligned, whyNotCContiguous, whyNotFContiguous } from '../../core/layout/flagReasons';
import type { DebugState } from '../protocol/debugSchema';
import { sliceSuffix } from '../protocol/sliceText';
import { strings } from '../strings';
import { bytesText } from '../../core/text/size';
import type { ArrayView } from './arrayView';

export interface FlagFact {
  readonly name: FlagName;
  readonly value: boolean;
  /** Present where `value` is False. */
  readonly why?: string;
  /** Python that makes a True one, and what that costs. */
  readonly fix?: { readonly code: string; readonly cost: string };
}

/** In NumPy's order. `mode` is the mode the file was opened with; `debug` is there for arrays of a stopped program. */
export function viewFlags(view: ArrayView, mode: string, debug?: DebugState): FlagFact[] {
  return FLAG_NAMES.map(name => {
    const value = flagOf(view, name);
    if (value) return { name, value };
    return { name, value, why: reason(view, name, mode, debug), fix: fixOf(view, name, debug) };
  });
}

function addressOf(view: ArrayView): bigint {
  return BigInt(view.facts.source.address ?? 0);
}

function flagOf(view: ArrayView, name: FlagName): boolean {
  const { layout, dtype, facts, slice } = view;
  switch (name) {
    case 'C_CONTIGUOUS':
      return isCContiguous(layout);
    case 'F_CONTIGUOUS':
      return isFContiguous(layout);
    case 'ALIGNED':
      return isAligned(layout, dtype.alignment, addressOf(view));
    case 'OWNDATA':
      return slice === '' && facts.flags.OWNDATA;
    case 'WRITEABLE':
    case 'WRITEBACKIFCOPY':
      return facts.flags[name];
  }
}

function reason(view: ArrayView, name: FlagName, mode: string, debug?: DebugState): string {
  const { layout, dtype, facts, slice } = view;
  switch (name) {
    case 'C_CONTIGUOUS':
      return whyNotCContiguous(layout);
    case 'F_CONTIGUOUS':
      return whyNotFContiguous(layout);
    case 'ALIGNED':
      return whyNotAligned(layout, dtype.alignment, addressOf(view));
    case 'OWNDATA':
      return slice === ''
        ? strings.whyOwnData(facts.owners.at(-1)?.typeName ?? 'base')
        : strings.whyViewOwnsNothing;
    case 'WRITEABLE':
      return debug ? whyNotWriteable(view, debug) : strings.whyWriteable(mode);
    case 'WRITEBACKIFCOPY':
      return strings.whyWriteback;
  }
}

/** Python's immutable types of bytes. */
const IMMUTABLE = ['bytes', 'str'];

/** Why an array of a program is read-only: by its file, its owner, or its own flag. */
function whyNotWriteable(view: ArrayView, { file }: DebugState): string {
  if (file?.mode === 'r') return strings.whyWriteable('r');
  const owner = view.facts.owners.at(-1)?.typeName ?? '';
  return IMMUTABLE.includes(owner) ? strings.whyReadOnlyOwner(owner) : strings.whyReadOnlyArray;
}

const CALLS: Partial<Record<FlagName, string>> = {
  C_CONTIGUOUS: 'np.ascontiguousarray',
  F_CONTIGUOUS: 'np.asfortranarray',
  ALIGNED: 'np.copy',
  OWNDATA: 'np.array',
};

function fixOf(view: ArrayView, name: FlagName, debug?: DebugState): FlagFact['fix'] {
  const call = CALLS[name];
  if (call === undefined || (debug && debug.language !== 'python')) return undefined;
  const array = debug ? inParentheses(debug.expression) : 'x';
  return {
    code: `${call}(${array}${sliceSuffix(view.slice)})`,
    cost: strings.copies(bytesText(view.layout.nbytes)),
  };
}

/** Puts an expression in parentheses, so that it can be indexed; names, dotted or not, need none. */
function inParentheses(expression: string): string {
  return /^[\p{L}_][\p{L}\p{N}_]*(\.[\p{L}_][\p{L}\p{N}_]*)*$/u.test(expression)
    ? expression
    : `(${expression})`;
}
