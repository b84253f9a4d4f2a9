/**
 * NumPy's six flags of the view, and for each that is False the reason and, where there is one, what to write to have
 * it True. C_CONTIGUOUS, F_CONTIGUOUS and ALIGNED follow from the layout; the others are the array's.
 */
import type { FlagName } from '../../core/bytes';
import { FLAG_NAMES } from '../../core/bytes';
import { isAligned, isCContiguous, isFContiguous } from '../../core/layout/contiguity';
import { whyNotAligned, whyNotCContiguous, whyNotFContiguous } from '../../core/layout/why';
import { strings } from '../strings';
import { bytesText } from '../text/size';
import type { ArrayView } from './arrayView';

export interface FlagFact {
  readonly name: FlagName;
  readonly value: boolean;
  /** Present where `value` is False. */
  readonly why?: string;
  /** Python that makes a True one, and what that costs. */
  readonly fix?: { readonly code: string; readonly cost: string };
}

/** In NumPy's order. `mode` is the mode the file was opened with. */
export function viewFlags(view: ArrayView, mode: string): FlagFact[] {
  return FLAG_NAMES.map(name => {
    const value = flagOf(view, name);
    return value ? { name, value } : { name, value, why: reason(view, name, mode), fix: fixOf(view, name) };
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

function reason(view: ArrayView, name: FlagName, mode: string): string {
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
      return strings.whyWriteable(mode);
    case 'WRITEBACKIFCOPY':
      return strings.whyWriteback;
  }
}

const CALLS: Partial<Record<FlagName, string>> = {
  C_CONTIGUOUS: 'np.ascontiguousarray',
  F_CONTIGUOUS: 'np.asfortranarray',
  ALIGNED: 'np.copy',
  OWNDATA: 'np.array',
};

function fixOf(view: ArrayView, name: FlagName): FlagFact['fix'] {
  const call = CALLS[name];
  if (call === undefined) return undefined;
  const index = view.slice === '' || view.slice.startsWith('[') ? view.slice : `[${view.slice}]`;
  return { code: `${call}(x${index})`, cost: strings.copies(bytesText(view.layout.nbytes)) };
}
