/** Functions of arrays that lie oddly: unaligned, swapped, with gaps, backwards, repeated. */
import * as np from '../../../../core/index';
import { claims } from '../claims';
import {
  backwards,
  bytes8,
  column,
  empty,
  halves,
  holes,
  repeated,
  scalar,
  swapped,
  transposed,
  unaligned,
  wide,
} from '../oddArrays';

const numpy = claims(__filename, 'odd_arrays.py');

describe('functions of a float64 array at an odd address', () => {
  numpy('unaligned() + 1', () => np.add(unaligned(), 1));
  numpy('unaligned() * unaligned()', () => np.multiply(unaligned(), unaligned()));
  numpy('unaligned() / 3', () => np.divide(unaligned(), 3));
  numpy('unaligned() // 2', () => np.floorDivide(unaligned(), 2));
  numpy('unaligned() % 3', () => np.remainder(unaligned(), 3));
  numpy('unaligned() - 0.5', () => np.subtract(unaligned(), 0.5));
  numpy('np.abs(unaligned())', () => np.abs(unaligned()));
  numpy('np.sqrt(np.abs(unaligned()))', () => np.sqrt(np.abs(unaligned())));
  numpy('np.square(unaligned())', () => np.square(unaligned()));
  numpy('unaligned() < 2', () => np.less(unaligned(), 2));
  numpy('unaligned() == unaligned()', () => np.equal(unaligned(), unaligned()));
  numpy('np.maximum(unaligned(), 2)', () => np.maximum(unaligned(), 2));
  numpy('np.logical_not(unaligned())', () => np.logicalNot(unaligned()));
  numpy('np.where(unaligned() > 1, unaligned(), 0)', () =>
    np.where(np.greater(unaligned(), 1), unaligned(), 0),
  );
  numpy('np.isfinite(unaligned())', () => np.isfinite(unaligned()));
  numpy('np.rint(unaligned())', () => np.rint(unaligned()));
});

describe('functions of big-endian', () => {
  numpy('swapped() + 1', () => np.add(swapped(), 1));
  numpy('swapped() * swapped()', () => np.multiply(swapped(), swapped()));
  numpy('swapped() / 3', () => np.divide(swapped(), 3));
  numpy('swapped() // 2', () => np.floorDivide(swapped(), 2));
  numpy('swapped() % 3', () => np.remainder(swapped(), 3));
  numpy('swapped() - 0.5', () => np.subtract(swapped(), 0.5));
  numpy('np.abs(swapped())', () => np.abs(swapped()));
  numpy('np.sqrt(np.abs(swapped()))', () => np.sqrt(np.abs(swapped())));
  numpy('np.square(swapped())', () => np.square(swapped()));
  numpy('swapped() < 2', () => np.less(swapped(), 2));
  numpy('swapped() == swapped()', () => np.equal(swapped(), swapped()));
  numpy('np.maximum(swapped(), 2)', () => np.maximum(swapped(), 2));
  numpy('np.logical_not(swapped())', () => np.logicalNot(swapped()));
  numpy('np.where(swapped() > 1, swapped(), 0)', () => np.where(np.greater(swapped(), 1), swapped(), 0));
  numpy('np.isfinite(swapped())', () => np.isfinite(swapped()));
  numpy('np.rint(swapped())', () => np.rint(swapped()));
});

describe('functions of a field of records', () => {
  numpy('column() + 1', () => np.add(column(), 1));
  numpy('column() * column()', () => np.multiply(column(), column()));
  numpy('column() / 3', () => np.divide(column(), 3));
  numpy('column() // 2', () => np.floorDivide(column(), 2));
  numpy('column() % 3', () => np.remainder(column(), 3));
  numpy('column() - 0.5', () => np.subtract(column(), 0.5));
  numpy('np.abs(column())', () => np.abs(column()));
  numpy('np.sqrt(np.abs(column()))', () => np.sqrt(np.abs(column())));
  numpy('np.square(column())', () => np.square(column()));
  numpy('column() < 2', () => np.less(column(), 2));
  numpy('column() == column()', () => np.equal(column(), column()));
  numpy('np.maximum(column(), 2)', () => np.maximum(column(), 2));
  numpy('np.logical_not(column())', () => np.logicalNot(column()));
  numpy('np.where(column() > 1, column(), 0)', () => np.where(np.greater(column(), 1), column(), 0));
  numpy('np.isfinite(column())', () => np.isfinite(column()));
  numpy('np.rint(column())', () => np.rint(column()));
});

describe('functions of negative strides', () => {
  numpy('backwards() + 1', () => np.add(backwards(), 1));
  numpy('backwards() * backwards()', () => np.multiply(backwards(), backwards()));
  numpy('backwards() / 3', () => np.divide(backwards(), 3));
  numpy('backwards() // 2', () => np.floorDivide(backwards(), 2));
  numpy('backwards() % 3', () => np.remainder(backwards(), 3));
  numpy('backwards() - 0.5', () => np.subtract(backwards(), 0.5));
  numpy('np.abs(backwards())', () => np.abs(backwards()));
  numpy('np.sqrt(np.abs(backwards()))', () => np.sqrt(np.abs(backwards())));
  numpy('np.square(backwards())', () => np.square(backwards()));
  numpy('backwards() < 2', () => np.less(backwards(), 2));
  numpy('backwards() == backwards()', () => np.equal(backwards(), backwards()));
  numpy('np.maximum(backwards(), 2)', () => np.maximum(backwards(), 2));
  numpy('np.logical_not(backwards())', () => np.logicalNot(backwards()));
  numpy('np.where(backwards() > 1, backwards(), 0)', () =>
    np.where(np.greater(backwards(), 1), backwards(), 0),
  );
  numpy('np.isfinite(backwards())', () => np.isfinite(backwards()));
  numpy('np.rint(backwards())', () => np.rint(backwards()));
});

describe('functions of strides of 0', () => {
  numpy('repeated() + 1', () => np.add(repeated(), 1));
  numpy('repeated() * repeated()', () => np.multiply(repeated(), repeated()));
  numpy('repeated() / 3', () => np.divide(repeated(), 3));
  numpy('repeated() // 2', () => np.floorDivide(repeated(), 2));
  numpy('repeated() % 3', () => np.remainder(repeated(), 3));
  numpy('repeated() - 0.5', () => np.subtract(repeated(), 0.5));
  numpy('np.abs(repeated())', () => np.abs(repeated()));
  numpy('np.sqrt(np.abs(repeated()))', () => np.sqrt(np.abs(repeated())));
  numpy('np.square(repeated())', () => np.square(repeated()));
  numpy('repeated() < 2', () => np.less(repeated(), 2));
  numpy('repeated() == repeated()', () => np.equal(repeated(), repeated()));
  numpy('np.maximum(repeated(), 2)', () => np.maximum(repeated(), 2));
  numpy('np.logical_not(repeated())', () => np.logicalNot(repeated()));
  numpy('np.where(repeated() > 1, repeated(), 0)', () => np.where(np.greater(repeated(), 1), repeated(), 0));
  numpy('np.isfinite(repeated())', () => np.isfinite(repeated()));
  numpy('np.rint(repeated())', () => np.rint(repeated()));
});

describe('functions of Fortran order', () => {
  numpy('transposed() + 1', () => np.add(transposed(), 1));
  numpy('transposed() * transposed()', () => np.multiply(transposed(), transposed()));
  numpy('transposed() / 3', () => np.divide(transposed(), 3));
  numpy('transposed() // 2', () => np.floorDivide(transposed(), 2));
  numpy('transposed() % 3', () => np.remainder(transposed(), 3));
  numpy('transposed() - 0.5', () => np.subtract(transposed(), 0.5));
  numpy('np.abs(transposed())', () => np.abs(transposed()));
  numpy('np.sqrt(np.abs(transposed()))', () => np.sqrt(np.abs(transposed())));
  numpy('np.square(transposed())', () => np.square(transposed()));
  numpy('transposed() < 2', () => np.less(transposed(), 2));
  numpy('transposed() == transposed()', () => np.equal(transposed(), transposed()));
  numpy('np.maximum(transposed(), 2)', () => np.maximum(transposed(), 2));
  numpy('np.logical_not(transposed())', () => np.logicalNot(transposed()));
  numpy('np.where(transposed() > 1, transposed(), 0)', () =>
    np.where(np.greater(transposed(), 1), transposed(), 0),
  );
  numpy('np.isfinite(transposed())', () => np.isfinite(transposed()));
  numpy('np.rint(transposed())', () => np.rint(transposed()));
});

describe('functions of gaps', () => {
  numpy('holes() + 1', () => np.add(holes(), 1));
  numpy('holes() * holes()', () => np.multiply(holes(), holes()));
  numpy('holes() / 3', () => np.divide(holes(), 3));
  numpy('holes() // 2', () => np.floorDivide(holes(), 2));
  numpy('holes() % 3', () => np.remainder(holes(), 3));
  numpy('holes() - 0.5', () => np.subtract(holes(), 0.5));
  numpy('np.abs(holes())', () => np.abs(holes()));
  numpy('np.sqrt(np.abs(holes()))', () => np.sqrt(np.abs(holes())));
  numpy('np.square(holes())', () => np.square(holes()));
  numpy('holes() < 2', () => np.less(holes(), 2));
  numpy('holes() == holes()', () => np.equal(holes(), holes()));
  numpy('np.maximum(holes(), 2)', () => np.maximum(holes(), 2));
  numpy('np.logical_not(holes())', () => np.logicalNot(holes()));
  numpy('np.where(holes() > 1, holes(), 0)', () => np.where(np.greater(holes(), 1), holes(), 0));
  numpy('np.isfinite(holes())', () => np.isfinite(holes()));
  numpy('np.rint(holes())', () => np.rint(holes()));
});

describe('functions of no axes', () => {
  numpy('scalar() + 1', () => np.add(scalar(), 1));
  numpy('scalar() * scalar()', () => np.multiply(scalar(), scalar()));
  numpy('scalar() / 3', () => np.divide(scalar(), 3));
  numpy('scalar() // 2', () => np.floorDivide(scalar(), 2));
  numpy('scalar() % 3', () => np.remainder(scalar(), 3));
  numpy('scalar() - 0.5', () => np.subtract(scalar(), 0.5));
  numpy('np.abs(scalar())', () => np.abs(scalar()));
  numpy('np.sqrt(np.abs(scalar()))', () => np.sqrt(np.abs(scalar())));
  numpy('np.square(scalar())', () => np.square(scalar()));
  numpy('scalar() < 2', () => np.less(scalar(), 2));
  numpy('scalar() == scalar()', () => np.equal(scalar(), scalar()));
  numpy('np.maximum(scalar(), 2)', () => np.maximum(scalar(), 2));
  numpy('np.logical_not(scalar())', () => np.logicalNot(scalar()));
  numpy('np.where(scalar() > 1, scalar(), 0)', () => np.where(np.greater(scalar(), 1), scalar(), 0));
  numpy('np.isfinite(scalar())', () => np.isfinite(scalar()));
  numpy('np.rint(scalar())', () => np.rint(scalar()));
});

describe('functions of no items', () => {
  numpy('empty() + 1', () => np.add(empty(), 1));
  numpy('empty() * empty()', () => np.multiply(empty(), empty()));
  numpy('empty() / 3', () => np.divide(empty(), 3));
  numpy('empty() // 2', () => np.floorDivide(empty(), 2));
  numpy('empty() % 3', () => np.remainder(empty(), 3));
  numpy('empty() - 0.5', () => np.subtract(empty(), 0.5));
  numpy('np.abs(empty())', () => np.abs(empty()));
  numpy('np.sqrt(np.abs(empty()))', () => np.sqrt(np.abs(empty())));
  numpy('np.square(empty())', () => np.square(empty()));
  numpy('empty() < 2', () => np.less(empty(), 2));
  numpy('empty() == empty()', () => np.equal(empty(), empty()));
  numpy('np.maximum(empty(), 2)', () => np.maximum(empty(), 2));
  numpy('np.logical_not(empty())', () => np.logicalNot(empty()));
  numpy('np.where(empty() > 1, empty(), 0)', () => np.where(np.greater(empty(), 1), empty(), 0));
  numpy('np.isfinite(empty())', () => np.isfinite(empty()));
  numpy('np.rint(empty())', () => np.rint(empty()));
});

describe('functions of whole numbers of a byte', () => {
  numpy('bytes8() + 1', () => np.add(bytes8(), 1));
  numpy('bytes8() * bytes8()', () => np.multiply(bytes8(), bytes8()));
  numpy('bytes8() / 3', () => np.divide(bytes8(), 3));
  numpy('bytes8() // 2', () => np.floorDivide(bytes8(), 2));
  numpy('bytes8() % 3', () => np.remainder(bytes8(), 3));
  numpy('bytes8() - 0.5', () => np.subtract(bytes8(), 0.5));
  numpy('np.abs(bytes8())', () => np.abs(bytes8()));
  numpy('np.sqrt(np.abs(bytes8()))', () => np.sqrt(np.abs(bytes8())));
  numpy('np.square(bytes8())', () => np.square(bytes8()));
  numpy('bytes8() < 2', () => np.less(bytes8(), 2));
  numpy('bytes8() == bytes8()', () => np.equal(bytes8(), bytes8()));
  numpy('np.maximum(bytes8(), 2)', () => np.maximum(bytes8(), 2));
  numpy('np.logical_not(bytes8())', () => np.logicalNot(bytes8()));
  numpy('np.where(bytes8() > 1, bytes8(), 0)', () => np.where(np.greater(bytes8(), 1), bytes8(), 0));
  numpy('np.isfinite(bytes8())', () => np.isfinite(bytes8()));
  numpy('np.rint(bytes8())', () => np.rint(bytes8()));
});

describe('functions of float16', () => {
  numpy('halves() + 1', () => np.add(halves(), 1));
  numpy('halves() * halves()', () => np.multiply(halves(), halves()));
  numpy('halves() / 3', () => np.divide(halves(), 3));
  numpy('halves() // 2', () => np.floorDivide(halves(), 2));
  numpy('halves() % 3', () => np.remainder(halves(), 3));
  numpy('halves() - 0.5', () => np.subtract(halves(), 0.5));
  numpy('np.abs(halves())', () => np.abs(halves()));
  numpy('np.sqrt(np.abs(halves()))', () => np.sqrt(np.abs(halves())));
  numpy('np.square(halves())', () => np.square(halves()));
  numpy('halves() < 2', () => np.less(halves(), 2));
  numpy('halves() == halves()', () => np.equal(halves(), halves()));
  numpy('np.maximum(halves(), 2)', () => np.maximum(halves(), 2));
  numpy('np.logical_not(halves())', () => np.logicalNot(halves()));
  numpy('np.where(halves() > 1, halves(), 0)', () => np.where(np.greater(halves(), 1), halves(), 0));
  numpy('np.isfinite(halves())', () => np.isfinite(halves()));
  numpy('np.rint(halves())', () => np.rint(halves()));
});

describe('functions of uint64 past 2^63', () => {
  numpy('wide() + 1', () => np.add(wide(), 1));
  numpy('wide() * wide()', () => np.multiply(wide(), wide()));
  numpy('wide() / 3', () => np.divide(wide(), 3));
  numpy('wide() // 2', () => np.floorDivide(wide(), 2));
  numpy('wide() % 3', () => np.remainder(wide(), 3));
  numpy('wide() - 0.5', () => np.subtract(wide(), 0.5));
  numpy('np.abs(wide())', () => np.abs(wide()));
  numpy('np.sqrt(np.abs(wide()))', () => np.sqrt(np.abs(wide())));
  numpy('np.square(wide())', () => np.square(wide()));
  numpy('wide() < 2', () => np.less(wide(), 2));
  numpy('wide() == wide()', () => np.equal(wide(), wide()));
  numpy('np.maximum(wide(), 2)', () => np.maximum(wide(), 2));
  numpy('np.logical_not(wide())', () => np.logicalNot(wide()));
  numpy('np.where(wide() > 1, wide(), 0)', () => np.where(np.greater(wide(), 1), wide(), 0));
  numpy('np.isfinite(wide())', () => np.isfinite(wide()));
  numpy('np.rint(wide())', () => np.rint(wide()));
});
