/** Matches text and raw bytes, trailing NULs included. Text is ordered by its code points. */
import type { DType } from '../../../core/dtype/dtype';
import { encodeItem } from '../../../core/index';
import type { Matcher } from './items';
import { eachItem, unorderedError, viewOf } from './items';
import type { Query } from './query';

type Compare = (view: DataView, byteOffset: number) => number;

/** Throws `invalid-input` for an ordering of void items. */
export function byteMatcher(dtype: DType, { operator, text }: Query): Matcher {
  const { bytes } = encodeItem(dtype, text);
  const compare = dtype.kind === 'U' ? codesComparer(dtype, bytes) : bytesComparer(bytes);
  if (operator === '==') return eachItem((view, at) => compare(view, at) === 0);
  if (operator === '!=') return eachItem((view, at) => compare(view, at) !== 0);
  if (dtype.kind === 'V') throw unorderedError(dtype);
  const isOrEqual = operator.length === 2;
  const sign = operator.startsWith('>') ? 1 : -1;
  return eachItem((view, at) => {
    const order = compare(view, at) * sign;
    return order > 0 || (isOrEqual && order === 0);
  });
}

function bytesComparer(bytes: Uint8Array): Compare {
  return (view, at) => {
    for (let k = 0; k < bytes.length; k++) {
      const difference = view.getUint8(at + k) - bytes[k];
      if (difference !== 0) return difference;
    }
    return 0;
  };
}

function codesComparer({ byteOrder }: DType, bytes: Uint8Array): Compare {
  const isLittle = byteOrder !== '>';
  const value = viewOf(bytes);
  return (view, at) => {
    for (let k = 0; k < bytes.length; k += 4) {
      const difference = view.getUint32(at + k, isLittle) - value.getUint32(k, isLittle);
      if (difference !== 0) return difference;
    }
    return 0;
  };
}
