/** The complex conjugate, and the parts of complex numbers. */
import { partDType } from '../../dtype/make';
import { complexPart } from '../../layout/complexPart';
import { asArray } from '../../ndarray/create/array';
import { copied } from '../../ndarray/create/copied';
import { type NDArray, viewOf } from '../../ndarray/ndarray';
import { complex } from '../math/complex';
import { NUMBERS } from '../loopTypes';
import type { Operand } from '../operands';
import { unary } from '../register';

/** The complex conjugate; x itself for real numbers. Source: `numpy.conjugate`. */
export const conjugate = unary({
  name: 'conjugate',
  types: NUMBERS,
  number: a => a,
  bigint: a => a,
  complex: a => complex(a.re, -a.im),
});

/** The real parts: a view of complex numbers, the array itself otherwise. Source: `numpy.real`. */
export function real(values: Operand): NDArray {
  const x = asArray(values);
  return x.dtype.kind === 'c' ? part(x, 0) : x;
}

/** The imaginary parts: a view of complex numbers, zeros otherwise. Source: `numpy.imag`. */
export function imag(values: Operand): NDArray {
  const x = asArray(values);
  if (x.dtype.kind === 'c') return part(x, 1);
  const zeros = copied(x);
  new Uint8Array(zeros.buffer).fill(0);
  return zeros;
}

const part = (x: NDArray, which: 0 | 1): NDArray =>
  viewOf(x, complexPart(x.layout, which), { dtype: partDType(x.dtype) });
