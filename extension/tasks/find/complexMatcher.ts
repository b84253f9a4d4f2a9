/** Matches complex items: equal where both parts are; with a tolerance, by their distance in the plane. */
import type { DType } from '../../../core/dtype/dtype';
import type { Complex } from '../../../core/dtype/items/read';
import { encodeItem, itemReader } from '../../../core/index';
import type { Matcher } from './items';
import { eachItem, unorderedError, viewOf } from './items';
import type { Query } from './query';
import { asDouble, type Extended } from './extended';

type Read = (view: DataView, byteOffset: number) => Complex;

/** Throws `invalid-input` for an ordering. */
export function complexMatcher(dtype: DType, query: Query): Matcher {
  const { operator, text, tolerance } = query;
  if (operator !== '==' && operator !== '!=') throw unorderedError(dtype);
  const isNegated = operator === '!=';
  const read = readerOf(dtype);
  const { bytes } = encodeItem(dtype, text);
  const value = read(viewOf(bytes), 0);
  const isNaN = ({ re, im }: Complex): boolean => Number.isNaN(re) || Number.isNaN(im);
  if (isNaN(value)) return eachItem((view, at) => isNaN(read(view, at)) !== isNegated);
  return eachItem((view, at) => {
    const { re, im } = read(view, at);
    const isEqual = re === value.re && im === value.im;
    const isNear = tolerance !== undefined && Math.hypot(re - value.re, im - value.im) <= tolerance;
    return (isEqual || isNear) !== isNegated;
  });
}

/** The parts as doubles. */
function readerOf(dtype: DType): Read {
  const read = itemReader(dtype) as unknown as (view: DataView, at: number) => Complex<number | Extended>;
  if (dtype.format !== 'clongdouble') return read as Read;
  return (view, at) => {
    const { re, im } = read(view, at);
    return { re: asDouble(re as Extended), im: asDouble(im as Extended) };
  };
}
