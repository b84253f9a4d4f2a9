/** Reductions of arrays that lie oddly: unaligned, swapped, with gaps, backwards, repeated. */
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

describe('reductions of a float64 array at an odd address', () => {
  numpy('unaligned().sum()', () => unaligned().sum());
  numpy('unaligned().sum(axis=0)', () => unaligned().sum({ axis: 0 }));
  numpy('unaligned().sum(axis=-1, keepdims=True)', () => unaligned().sum({ axis: -1, keepdims: true }));
  numpy('unaligned().prod(axis=0)', () => unaligned().prod({ axis: 0 }));
  numpy('unaligned().min()', () => unaligned().min());
  numpy('unaligned().max(axis=0)', () => unaligned().max({ axis: 0 }));
  numpy('unaligned().mean()', () => unaligned().mean());
  numpy('unaligned().mean(axis=0)', () => unaligned().mean({ axis: 0 }));
  numpy('unaligned().std()', () => unaligned().std());
  numpy('unaligned().var(axis=-1)', () => unaligned().var({ axis: -1 }));
  numpy('unaligned().argmax()', () => unaligned().argmax());
  numpy('unaligned().argmin(axis=-1)', () => unaligned().argmin({ axis: -1 }));
  numpy('unaligned().cumsum()', () => unaligned().cumsum());
  numpy('unaligned().cumsum(axis=-1)', () => unaligned().cumsum({ axis: -1 }));
  numpy('unaligned().all(axis=0)', () => unaligned().all({ axis: 0 }));
  numpy('unaligned().any()', () => unaligned().any());
});

describe('reductions of big-endian', () => {
  numpy('swapped().sum()', () => swapped().sum());
  numpy('swapped().sum(axis=0)', () => swapped().sum({ axis: 0 }));
  numpy('swapped().sum(axis=-1, keepdims=True)', () => swapped().sum({ axis: -1, keepdims: true }));
  numpy('swapped().prod(axis=0)', () => swapped().prod({ axis: 0 }));
  numpy('swapped().min()', () => swapped().min());
  numpy('swapped().max(axis=0)', () => swapped().max({ axis: 0 }));
  numpy('swapped().mean()', () => swapped().mean());
  numpy('swapped().mean(axis=0)', () => swapped().mean({ axis: 0 }));
  numpy('swapped().std()', () => swapped().std());
  numpy('swapped().var(axis=-1)', () => swapped().var({ axis: -1 }));
  numpy('swapped().argmax()', () => swapped().argmax());
  numpy('swapped().argmin(axis=-1)', () => swapped().argmin({ axis: -1 }));
  numpy('swapped().cumsum()', () => swapped().cumsum());
  numpy('swapped().cumsum(axis=-1)', () => swapped().cumsum({ axis: -1 }));
  numpy('swapped().all(axis=0)', () => swapped().all({ axis: 0 }));
  numpy('swapped().any()', () => swapped().any());
});

describe('reductions of a field of records', () => {
  numpy('column().sum()', () => column().sum());
  numpy('column().sum(axis=0)', () => column().sum({ axis: 0 }));
  numpy('column().sum(axis=-1, keepdims=True)', () => column().sum({ axis: -1, keepdims: true }));
  numpy('column().prod(axis=0)', () => column().prod({ axis: 0 }));
  numpy('column().min()', () => column().min());
  numpy('column().max(axis=0)', () => column().max({ axis: 0 }));
  numpy('column().mean()', () => column().mean());
  numpy('column().mean(axis=0)', () => column().mean({ axis: 0 }));
  numpy('column().std()', () => column().std());
  numpy('column().var(axis=-1)', () => column().var({ axis: -1 }));
  numpy('column().argmax()', () => column().argmax());
  numpy('column().argmin(axis=-1)', () => column().argmin({ axis: -1 }));
  numpy('column().cumsum()', () => column().cumsum());
  numpy('column().cumsum(axis=-1)', () => column().cumsum({ axis: -1 }));
  numpy('column().all(axis=0)', () => column().all({ axis: 0 }));
  numpy('column().any()', () => column().any());
});

describe('reductions of negative strides', () => {
  numpy('backwards().sum()', () => backwards().sum());
  numpy('backwards().sum(axis=0)', () => backwards().sum({ axis: 0 }));
  numpy('backwards().sum(axis=-1, keepdims=True)', () => backwards().sum({ axis: -1, keepdims: true }));
  numpy('backwards().prod(axis=0)', () => backwards().prod({ axis: 0 }));
  numpy('backwards().min()', () => backwards().min());
  numpy('backwards().max(axis=0)', () => backwards().max({ axis: 0 }));
  numpy('backwards().mean()', () => backwards().mean());
  numpy('backwards().mean(axis=0)', () => backwards().mean({ axis: 0 }));
  numpy('backwards().std()', () => backwards().std());
  numpy('backwards().var(axis=-1)', () => backwards().var({ axis: -1 }));
  numpy('backwards().argmax()', () => backwards().argmax());
  numpy('backwards().argmin(axis=-1)', () => backwards().argmin({ axis: -1 }));
  numpy('backwards().cumsum()', () => backwards().cumsum());
  numpy('backwards().cumsum(axis=-1)', () => backwards().cumsum({ axis: -1 }));
  numpy('backwards().all(axis=0)', () => backwards().all({ axis: 0 }));
  numpy('backwards().any()', () => backwards().any());
});

describe('reductions of strides of 0', () => {
  numpy('repeated().sum()', () => repeated().sum());
  numpy('repeated().sum(axis=0)', () => repeated().sum({ axis: 0 }));
  numpy('repeated().sum(axis=-1, keepdims=True)', () => repeated().sum({ axis: -1, keepdims: true }));
  numpy('repeated().prod(axis=0)', () => repeated().prod({ axis: 0 }));
  numpy('repeated().min()', () => repeated().min());
  numpy('repeated().max(axis=0)', () => repeated().max({ axis: 0 }));
  numpy('repeated().mean()', () => repeated().mean());
  numpy('repeated().mean(axis=0)', () => repeated().mean({ axis: 0 }));
  numpy('repeated().std()', () => repeated().std());
  numpy('repeated().var(axis=-1)', () => repeated().var({ axis: -1 }));
  numpy('repeated().argmax()', () => repeated().argmax());
  numpy('repeated().argmin(axis=-1)', () => repeated().argmin({ axis: -1 }));
  numpy('repeated().cumsum()', () => repeated().cumsum());
  numpy('repeated().cumsum(axis=-1)', () => repeated().cumsum({ axis: -1 }));
  numpy('repeated().all(axis=0)', () => repeated().all({ axis: 0 }));
  numpy('repeated().any()', () => repeated().any());
});

describe('reductions of Fortran order', () => {
  numpy('transposed().sum()', () => transposed().sum());
  numpy('transposed().sum(axis=0)', () => transposed().sum({ axis: 0 }));
  numpy('transposed().sum(axis=-1, keepdims=True)', () => transposed().sum({ axis: -1, keepdims: true }));
  numpy('transposed().prod(axis=0)', () => transposed().prod({ axis: 0 }));
  numpy('transposed().min()', () => transposed().min());
  numpy('transposed().max(axis=0)', () => transposed().max({ axis: 0 }));
  numpy('transposed().mean()', () => transposed().mean());
  numpy('transposed().mean(axis=0)', () => transposed().mean({ axis: 0 }));
  numpy('transposed().std()', () => transposed().std());
  numpy('transposed().var(axis=-1)', () => transposed().var({ axis: -1 }));
  numpy('transposed().argmax()', () => transposed().argmax());
  numpy('transposed().argmin(axis=-1)', () => transposed().argmin({ axis: -1 }));
  numpy('transposed().cumsum()', () => transposed().cumsum());
  numpy('transposed().cumsum(axis=-1)', () => transposed().cumsum({ axis: -1 }));
  numpy('transposed().all(axis=0)', () => transposed().all({ axis: 0 }));
  numpy('transposed().any()', () => transposed().any());
});

describe('reductions of gaps', () => {
  numpy('holes().sum()', () => holes().sum());
  numpy('holes().sum(axis=0)', () => holes().sum({ axis: 0 }));
  numpy('holes().sum(axis=-1, keepdims=True)', () => holes().sum({ axis: -1, keepdims: true }));
  numpy('holes().prod(axis=0)', () => holes().prod({ axis: 0 }));
  numpy('holes().min()', () => holes().min());
  numpy('holes().max(axis=0)', () => holes().max({ axis: 0 }));
  numpy('holes().mean()', () => holes().mean());
  numpy('holes().mean(axis=0)', () => holes().mean({ axis: 0 }));
  numpy('holes().std()', () => holes().std());
  numpy('holes().var(axis=-1)', () => holes().var({ axis: -1 }));
  numpy('holes().argmax()', () => holes().argmax());
  numpy('holes().argmin(axis=-1)', () => holes().argmin({ axis: -1 }));
  numpy('holes().cumsum()', () => holes().cumsum());
  numpy('holes().cumsum(axis=-1)', () => holes().cumsum({ axis: -1 }));
  numpy('holes().all(axis=0)', () => holes().all({ axis: 0 }));
  numpy('holes().any()', () => holes().any());
});

describe('reductions of no axes', () => {
  numpy('scalar().sum()', () => scalar().sum());
  numpy('scalar().sum(axis=0)', () => scalar().sum({ axis: 0 }));
  numpy('scalar().sum(axis=-1, keepdims=True)', () => scalar().sum({ axis: -1, keepdims: true }));
  numpy('scalar().prod(axis=0)', () => scalar().prod({ axis: 0 }));
  numpy('scalar().min()', () => scalar().min());
  numpy('scalar().max(axis=0)', () => scalar().max({ axis: 0 }));
  numpy('scalar().mean()', () => scalar().mean());
  numpy('scalar().mean(axis=0)', () => scalar().mean({ axis: 0 }));
  numpy('scalar().std()', () => scalar().std());
  numpy('scalar().var(axis=-1)', () => scalar().var({ axis: -1 }));
  numpy('scalar().argmax()', () => scalar().argmax());
  numpy('scalar().argmin(axis=-1)', () => scalar().argmin({ axis: -1 }));
  numpy('scalar().cumsum()', () => scalar().cumsum());
  numpy('scalar().cumsum(axis=-1)', () => scalar().cumsum({ axis: -1 }));
  numpy('scalar().all(axis=0)', () => scalar().all({ axis: 0 }));
  numpy('scalar().any()', () => scalar().any());
});

describe('reductions of no items', () => {
  numpy('empty().sum()', () => empty().sum());
  numpy('empty().sum(axis=0)', () => empty().sum({ axis: 0 }));
  numpy('empty().sum(axis=-1, keepdims=True)', () => empty().sum({ axis: -1, keepdims: true }));
  numpy('empty().prod(axis=0)', () => empty().prod({ axis: 0 }));
  numpy('empty().min()', () => empty().min());
  numpy('empty().max(axis=0)', () => empty().max({ axis: 0 }));
  numpy('empty().mean()', () => empty().mean());
  numpy('empty().mean(axis=0)', () => empty().mean({ axis: 0 }));
  numpy('empty().std()', () => empty().std());
  numpy('empty().var(axis=-1)', () => empty().var({ axis: -1 }));
  numpy('empty().argmax()', () => empty().argmax());
  numpy('empty().argmin(axis=-1)', () => empty().argmin({ axis: -1 }));
  numpy('empty().cumsum()', () => empty().cumsum());
  numpy('empty().cumsum(axis=-1)', () => empty().cumsum({ axis: -1 }));
  numpy('empty().all(axis=0)', () => empty().all({ axis: 0 }));
  numpy('empty().any()', () => empty().any());
});

describe('reductions of whole numbers of a byte', () => {
  numpy('bytes8().sum()', () => bytes8().sum());
  numpy('bytes8().sum(axis=0)', () => bytes8().sum({ axis: 0 }));
  numpy('bytes8().sum(axis=-1, keepdims=True)', () => bytes8().sum({ axis: -1, keepdims: true }));
  numpy('bytes8().prod(axis=0)', () => bytes8().prod({ axis: 0 }));
  numpy('bytes8().min()', () => bytes8().min());
  numpy('bytes8().max(axis=0)', () => bytes8().max({ axis: 0 }));
  numpy('bytes8().mean()', () => bytes8().mean());
  numpy('bytes8().mean(axis=0)', () => bytes8().mean({ axis: 0 }));
  numpy('bytes8().std()', () => bytes8().std());
  numpy('bytes8().var(axis=-1)', () => bytes8().var({ axis: -1 }));
  numpy('bytes8().argmax()', () => bytes8().argmax());
  numpy('bytes8().argmin(axis=-1)', () => bytes8().argmin({ axis: -1 }));
  numpy('bytes8().cumsum()', () => bytes8().cumsum());
  numpy('bytes8().cumsum(axis=-1)', () => bytes8().cumsum({ axis: -1 }));
  numpy('bytes8().all(axis=0)', () => bytes8().all({ axis: 0 }));
  numpy('bytes8().any()', () => bytes8().any());
});

describe('reductions of float16', () => {
  numpy('halves().sum()', () => halves().sum());
  numpy('halves().sum(axis=0)', () => halves().sum({ axis: 0 }));
  numpy('halves().sum(axis=-1, keepdims=True)', () => halves().sum({ axis: -1, keepdims: true }));
  numpy('halves().prod(axis=0)', () => halves().prod({ axis: 0 }));
  numpy('halves().min()', () => halves().min());
  numpy('halves().max(axis=0)', () => halves().max({ axis: 0 }));
  numpy('halves().mean()', () => halves().mean());
  numpy('halves().mean(axis=0)', () => halves().mean({ axis: 0 }));
  numpy('halves().std()', () => halves().std());
  numpy('halves().var(axis=-1)', () => halves().var({ axis: -1 }));
  numpy('halves().argmax()', () => halves().argmax());
  numpy('halves().argmin(axis=-1)', () => halves().argmin({ axis: -1 }));
  numpy('halves().cumsum()', () => halves().cumsum());
  numpy('halves().cumsum(axis=-1)', () => halves().cumsum({ axis: -1 }));
  numpy('halves().all(axis=0)', () => halves().all({ axis: 0 }));
  numpy('halves().any()', () => halves().any());
});

describe('reductions of uint64 past 2^63', () => {
  numpy('wide().sum()', () => wide().sum());
  numpy('wide().sum(axis=0)', () => wide().sum({ axis: 0 }));
  numpy('wide().sum(axis=-1, keepdims=True)', () => wide().sum({ axis: -1, keepdims: true }));
  numpy('wide().prod(axis=0)', () => wide().prod({ axis: 0 }));
  numpy('wide().min()', () => wide().min());
  numpy('wide().max(axis=0)', () => wide().max({ axis: 0 }));
  numpy('wide().mean()', () => wide().mean());
  numpy('wide().mean(axis=0)', () => wide().mean({ axis: 0 }));
  numpy('wide().std()', () => wide().std());
  numpy('wide().var(axis=-1)', () => wide().var({ axis: -1 }));
  numpy('wide().argmax()', () => wide().argmax());
  numpy('wide().argmin(axis=-1)', () => wide().argmin({ axis: -1 }));
  numpy('wide().cumsum()', () => wide().cumsum());
  numpy('wide().cumsum(axis=-1)', () => wide().cumsum({ axis: -1 }));
  numpy('wide().all(axis=0)', () => wide().all({ axis: 0 }));
  numpy('wide().any()', () => wide().any());
});
