/** Copies, casts and views of arrays that lie oddly: unaligned, swapped, with gaps, backwards, repeated. */
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

describe('copies and views of a float64 array at an odd address', () => {
  numpy('unaligned()', () => unaligned());
  numpy('unaligned().copy()', () => unaligned().copy());
  numpy("unaligned().copy('K')", () => unaligned().copy({ order: 'K' }));
  numpy('unaligned().T', () => unaligned().T);
  numpy('unaligned()[...]', () => unaligned().get('...'));
  numpy('unaligned()[None]', () => unaligned().get(null));
  numpy('unaligned().ravel()', () => unaligned().ravel());
  numpy("unaligned().ravel('F')", () => unaligned().ravel({ order: 'F' }));
  numpy("unaligned().ravel('K')", () => unaligned().ravel({ order: 'K' }));
  numpy('unaligned().reshape(-1)', () => unaligned().reshape(-1));
  numpy("unaligned().flatten('F')", () => unaligned().flatten({ order: 'F' }));
  numpy("unaligned().astype('c8')", () => unaligned().astype('c8'));
  numpy("unaligned().astype('U')", () => unaligned().astype('U'));
  numpy('np.ascontiguousarray(unaligned())', () => np.ascontiguousarray(unaligned()));
  numpy('np.asfortranarray(unaligned())', () => np.asfortranarray(unaligned()));
  numpy('np.zeros_like(unaligned())', () => np.zerosLike(unaligned()));
  numpy("unaligned().view('u1')", () => unaligned().view('u1'));
  numpy('np.flip(unaligned())', () => np.flip(unaligned()));
  numpy('unaligned().flat[::2]', () => unaligned().flat.get('::2'));
  numpy('unaligned()[unaligned() > 1]', () => unaligned().get(np.greater(unaligned(), 1)));
  numpy('repr(unaligned())', () => np.arrayRepr(unaligned()));
});

describe('copies and views of big-endian', () => {
  numpy('swapped()', () => swapped());
  numpy('swapped().copy()', () => swapped().copy());
  numpy("swapped().copy('K')", () => swapped().copy({ order: 'K' }));
  numpy('swapped().T', () => swapped().T);
  numpy('swapped()[...]', () => swapped().get('...'));
  numpy('swapped()[None]', () => swapped().get(null));
  numpy('swapped().ravel()', () => swapped().ravel());
  numpy("swapped().ravel('F')", () => swapped().ravel({ order: 'F' }));
  numpy("swapped().ravel('K')", () => swapped().ravel({ order: 'K' }));
  numpy('swapped().reshape(-1)', () => swapped().reshape(-1));
  numpy("swapped().flatten('F')", () => swapped().flatten({ order: 'F' }));
  numpy("swapped().astype('c8')", () => swapped().astype('c8'));
  numpy("swapped().astype('>i2')", () => swapped().astype('>i2'));
  numpy("swapped().astype('U')", () => swapped().astype('U'));
  numpy('swapped().byteswap()', () => swapped().byteswap());
  numpy('np.ascontiguousarray(swapped())', () => np.ascontiguousarray(swapped()));
  numpy('np.asfortranarray(swapped())', () => np.asfortranarray(swapped()));
  numpy('np.zeros_like(swapped())', () => np.zerosLike(swapped()));
  numpy("swapped().view('u1')", () => swapped().view('u1'));
  numpy('np.flip(swapped())', () => np.flip(swapped()));
  numpy('swapped().tobytes()', () => swapped().tobytes());
  numpy('swapped().flat[::2]', () => swapped().flat.get('::2'));
  numpy('swapped()[swapped() > 1]', () => swapped().get(np.greater(swapped(), 1)));
  numpy('repr(swapped())', () => np.arrayRepr(swapped()));
});

describe('copies and views of a field of records', () => {
  numpy('column()', () => column());
  numpy('column().copy()', () => column().copy());
  numpy("column().copy('K')", () => column().copy({ order: 'K' }));
  numpy('column().T', () => column().T);
  numpy('column()[...]', () => column().get('...'));
  numpy('column()[None]', () => column().get(null));
  numpy('column().ravel()', () => column().ravel());
  numpy("column().ravel('F')", () => column().ravel({ order: 'F' }));
  numpy("column().ravel('K')", () => column().ravel({ order: 'K' }));
  numpy('column().reshape(-1)', () => column().reshape(-1));
  numpy("column().flatten('F')", () => column().flatten({ order: 'F' }));
  numpy("column().astype('c8')", () => column().astype('c8'));
  numpy("column().astype('>i2')", () => column().astype('>i2'));
  numpy("column().astype('U')", () => column().astype('U'));
  numpy('column().byteswap()', () => column().byteswap());
  numpy('np.ascontiguousarray(column())', () => np.ascontiguousarray(column()));
  numpy('np.asfortranarray(column())', () => np.asfortranarray(column()));
  numpy('np.zeros_like(column())', () => np.zerosLike(column()));
  numpy("column().view('u1')", () => column().view('u1'));
  numpy('np.flip(column())', () => np.flip(column()));
  numpy('column().tobytes()', () => column().tobytes());
  numpy('column().flat[::2]', () => column().flat.get('::2'));
  numpy('column()[column() > 1]', () => column().get(np.greater(column(), 1)));
  numpy('repr(column())', () => np.arrayRepr(column()));
});

describe('copies and views of negative strides', () => {
  numpy('backwards()', () => backwards());
  numpy('backwards().copy()', () => backwards().copy());
  numpy("backwards().copy('K')", () => backwards().copy({ order: 'K' }));
  numpy('backwards().T', () => backwards().T);
  numpy('backwards()[...]', () => backwards().get('...'));
  numpy('backwards()[None]', () => backwards().get(null));
  numpy('backwards().ravel()', () => backwards().ravel());
  numpy("backwards().ravel('F')", () => backwards().ravel({ order: 'F' }));
  numpy("backwards().ravel('K')", () => backwards().ravel({ order: 'K' }));
  numpy('backwards().reshape(-1)', () => backwards().reshape(-1));
  numpy("backwards().flatten('F')", () => backwards().flatten({ order: 'F' }));
  numpy("backwards().astype('c8')", () => backwards().astype('c8'));
  numpy("backwards().astype('>i2')", () => backwards().astype('>i2'));
  numpy("backwards().astype('U')", () => backwards().astype('U'));
  numpy('backwards().byteswap()', () => backwards().byteswap());
  numpy('np.ascontiguousarray(backwards())', () => np.ascontiguousarray(backwards()));
  numpy('np.asfortranarray(backwards())', () => np.asfortranarray(backwards()));
  numpy('np.zeros_like(backwards())', () => np.zerosLike(backwards()));
  numpy("backwards().view('u1')", () => backwards().view('u1'));
  numpy('np.flip(backwards())', () => np.flip(backwards()));
  numpy('backwards().tobytes()', () => backwards().tobytes());
  numpy('backwards().flat[::2]', () => backwards().flat.get('::2'));
  numpy('backwards()[backwards() > 1]', () => backwards().get(np.greater(backwards(), 1)));
  numpy('repr(backwards())', () => np.arrayRepr(backwards()));
});

describe('copies and views of strides of 0', () => {
  numpy('repeated()', () => repeated());
  numpy('repeated().copy()', () => repeated().copy());
  numpy("repeated().copy('K')", () => repeated().copy({ order: 'K' }));
  numpy('repeated().T', () => repeated().T);
  numpy('repeated()[...]', () => repeated().get('...'));
  numpy('repeated()[None]', () => repeated().get(null));
  numpy('repeated().ravel()', () => repeated().ravel());
  numpy("repeated().ravel('F')", () => repeated().ravel({ order: 'F' }));
  numpy("repeated().ravel('K')", () => repeated().ravel({ order: 'K' }));
  numpy('repeated().reshape(-1)', () => repeated().reshape(-1));
  numpy("repeated().flatten('F')", () => repeated().flatten({ order: 'F' }));
  numpy("repeated().astype('c8')", () => repeated().astype('c8'));
  numpy("repeated().astype('>i2')", () => repeated().astype('>i2'));
  numpy("repeated().astype('U')", () => repeated().astype('U'));
  numpy('repeated().byteswap()', () => repeated().byteswap());
  numpy('np.ascontiguousarray(repeated())', () => np.ascontiguousarray(repeated()));
  numpy('np.asfortranarray(repeated())', () => np.asfortranarray(repeated()));
  numpy('np.zeros_like(repeated())', () => np.zerosLike(repeated()));
  numpy("repeated().view('u1')", () => repeated().view('u1'));
  numpy('np.flip(repeated())', () => np.flip(repeated()));
  numpy('repeated().tobytes()', () => repeated().tobytes());
  numpy('repeated().flat[::2]', () => repeated().flat.get('::2'));
  numpy('repeated()[repeated() > 1]', () => repeated().get(np.greater(repeated(), 1)));
  numpy('repr(repeated())', () => np.arrayRepr(repeated()));
});

describe('copies and views of Fortran order', () => {
  numpy('transposed()', () => transposed());
  numpy('transposed().copy()', () => transposed().copy());
  numpy("transposed().copy('K')", () => transposed().copy({ order: 'K' }));
  numpy('transposed().T', () => transposed().T);
  numpy('transposed()[...]', () => transposed().get('...'));
  numpy('transposed()[None]', () => transposed().get(null));
  numpy('transposed().ravel()', () => transposed().ravel());
  numpy("transposed().ravel('F')", () => transposed().ravel({ order: 'F' }));
  numpy("transposed().ravel('K')", () => transposed().ravel({ order: 'K' }));
  numpy('transposed().reshape(-1)', () => transposed().reshape(-1));
  numpy("transposed().flatten('F')", () => transposed().flatten({ order: 'F' }));
  numpy("transposed().astype('c8')", () => transposed().astype('c8'));
  numpy("transposed().astype('>i2')", () => transposed().astype('>i2'));
  numpy("transposed().astype('U')", () => transposed().astype('U'));
  numpy('transposed().byteswap()', () => transposed().byteswap());
  numpy('np.ascontiguousarray(transposed())', () => np.ascontiguousarray(transposed()));
  numpy('np.asfortranarray(transposed())', () => np.asfortranarray(transposed()));
  numpy('np.zeros_like(transposed())', () => np.zerosLike(transposed()));
  numpy("transposed().view('u1')", () => transposed().view('u1'));
  numpy('np.flip(transposed())', () => np.flip(transposed()));
  numpy('transposed().tobytes()', () => transposed().tobytes());
  numpy('transposed().flat[::2]', () => transposed().flat.get('::2'));
  numpy('transposed()[transposed() > 1]', () => transposed().get(np.greater(transposed(), 1)));
  numpy('repr(transposed())', () => np.arrayRepr(transposed()));
});

describe('copies and views of gaps', () => {
  numpy('holes()', () => holes());
  numpy('holes().copy()', () => holes().copy());
  numpy("holes().copy('K')", () => holes().copy({ order: 'K' }));
  numpy('holes().T', () => holes().T);
  numpy('holes()[...]', () => holes().get('...'));
  numpy('holes()[None]', () => holes().get(null));
  numpy('holes().ravel()', () => holes().ravel());
  numpy("holes().ravel('F')", () => holes().ravel({ order: 'F' }));
  numpy("holes().ravel('K')", () => holes().ravel({ order: 'K' }));
  numpy('holes().reshape(-1)', () => holes().reshape(-1));
  numpy("holes().flatten('F')", () => holes().flatten({ order: 'F' }));
  numpy("holes().astype('c8')", () => holes().astype('c8'));
  numpy("holes().astype('>i2')", () => holes().astype('>i2'));
  numpy("holes().astype('U')", () => holes().astype('U'));
  numpy('holes().byteswap()', () => holes().byteswap());
  numpy('np.ascontiguousarray(holes())', () => np.ascontiguousarray(holes()));
  numpy('np.asfortranarray(holes())', () => np.asfortranarray(holes()));
  numpy('np.zeros_like(holes())', () => np.zerosLike(holes()));
  numpy("holes().view('u1')", () => holes().view('u1'));
  numpy('np.flip(holes())', () => np.flip(holes()));
  numpy('holes().tobytes()', () => holes().tobytes());
  numpy('holes().flat[::2]', () => holes().flat.get('::2'));
  numpy('holes()[holes() > 1]', () => holes().get(np.greater(holes(), 1)));
  numpy('repr(holes())', () => np.arrayRepr(holes()));
});

describe('copies and views of no axes', () => {
  numpy('scalar()', () => scalar());
  numpy('scalar().copy()', () => scalar().copy());
  numpy("scalar().copy('K')", () => scalar().copy({ order: 'K' }));
  numpy('scalar().T', () => scalar().T);
  numpy('scalar()[...]', () => scalar().get('...'));
  numpy('scalar()[None]', () => scalar().get(null));
  numpy('scalar().ravel()', () => scalar().ravel());
  numpy("scalar().ravel('F')", () => scalar().ravel({ order: 'F' }));
  numpy("scalar().ravel('K')", () => scalar().ravel({ order: 'K' }));
  numpy('scalar().reshape(-1)', () => scalar().reshape(-1));
  numpy("scalar().flatten('F')", () => scalar().flatten({ order: 'F' }));
  numpy("scalar().astype('c8')", () => scalar().astype('c8'));
  numpy("scalar().astype('>i2')", () => scalar().astype('>i2'));
  numpy("scalar().astype('U')", () => scalar().astype('U'));
  numpy('scalar().byteswap()', () => scalar().byteswap());
  numpy('np.ascontiguousarray(scalar())', () => np.ascontiguousarray(scalar()));
  numpy('np.asfortranarray(scalar())', () => np.asfortranarray(scalar()));
  numpy('np.zeros_like(scalar())', () => np.zerosLike(scalar()));
  numpy("scalar().view('u1')", () => scalar().view('u1'));
  numpy('np.flip(scalar())', () => np.flip(scalar()));
  numpy('scalar().tobytes()', () => scalar().tobytes());
  numpy('scalar().flat[::2]', () => scalar().flat.get('::2'));
  numpy('scalar()[scalar() > 1]', () => scalar().get(np.greater(scalar(), 1)));
  numpy('repr(scalar())', () => np.arrayRepr(scalar()));
});

describe('copies and views of no items', () => {
  numpy('empty()', () => empty());
  numpy('empty().copy()', () => empty().copy());
  numpy("empty().copy('K')", () => empty().copy({ order: 'K' }));
  numpy('empty().T', () => empty().T);
  numpy('empty()[...]', () => empty().get('...'));
  numpy('empty()[None]', () => empty().get(null));
  numpy('empty().ravel()', () => empty().ravel());
  numpy("empty().ravel('F')", () => empty().ravel({ order: 'F' }));
  numpy("empty().ravel('K')", () => empty().ravel({ order: 'K' }));
  numpy('empty().reshape(-1)', () => empty().reshape(-1));
  numpy("empty().flatten('F')", () => empty().flatten({ order: 'F' }));
  numpy("empty().astype('c8')", () => empty().astype('c8'));
  numpy("empty().astype('>i2')", () => empty().astype('>i2'));
  numpy("empty().astype('U')", () => empty().astype('U'));
  numpy('empty().byteswap()', () => empty().byteswap());
  numpy('np.ascontiguousarray(empty())', () => np.ascontiguousarray(empty()));
  numpy('np.asfortranarray(empty())', () => np.asfortranarray(empty()));
  numpy('np.zeros_like(empty())', () => np.zerosLike(empty()));
  numpy("empty().view('u1')", () => empty().view('u1'));
  numpy('np.flip(empty())', () => np.flip(empty()));
  numpy('empty().tobytes()', () => empty().tobytes());
  numpy('empty().flat[::2]', () => empty().flat.get('::2'));
  numpy('empty()[empty() > 1]', () => empty().get(np.greater(empty(), 1)));
  numpy('repr(empty())', () => np.arrayRepr(empty()));
});

describe('copies and views of whole numbers of a byte', () => {
  numpy('bytes8()', () => bytes8());
  numpy('bytes8().copy()', () => bytes8().copy());
  numpy("bytes8().copy('K')", () => bytes8().copy({ order: 'K' }));
  numpy('bytes8().T', () => bytes8().T);
  numpy('bytes8()[...]', () => bytes8().get('...'));
  numpy('bytes8()[None]', () => bytes8().get(null));
  numpy('bytes8().ravel()', () => bytes8().ravel());
  numpy("bytes8().ravel('F')", () => bytes8().ravel({ order: 'F' }));
  numpy("bytes8().ravel('K')", () => bytes8().ravel({ order: 'K' }));
  numpy('bytes8().reshape(-1)', () => bytes8().reshape(-1));
  numpy("bytes8().flatten('F')", () => bytes8().flatten({ order: 'F' }));
  numpy("bytes8().astype('c8')", () => bytes8().astype('c8'));
  numpy("bytes8().astype('>i2')", () => bytes8().astype('>i2'));
  numpy("bytes8().astype('U')", () => bytes8().astype('U'));
  numpy('bytes8().byteswap()', () => bytes8().byteswap());
  numpy('np.ascontiguousarray(bytes8())', () => np.ascontiguousarray(bytes8()));
  numpy('np.asfortranarray(bytes8())', () => np.asfortranarray(bytes8()));
  numpy('np.zeros_like(bytes8())', () => np.zerosLike(bytes8()));
  numpy("bytes8().view('u1')", () => bytes8().view('u1'));
  numpy('np.flip(bytes8())', () => np.flip(bytes8()));
  numpy('bytes8().tobytes()', () => bytes8().tobytes());
  numpy('bytes8().flat[::2]', () => bytes8().flat.get('::2'));
  numpy('bytes8()[bytes8() > 1]', () => bytes8().get(np.greater(bytes8(), 1)));
  numpy('repr(bytes8())', () => np.arrayRepr(bytes8()));
});

describe('copies and views of float16', () => {
  numpy('halves()', () => halves());
  numpy('halves().copy()', () => halves().copy());
  numpy("halves().copy('K')", () => halves().copy({ order: 'K' }));
  numpy('halves().T', () => halves().T);
  numpy('halves()[...]', () => halves().get('...'));
  numpy('halves()[None]', () => halves().get(null));
  numpy('halves().ravel()', () => halves().ravel());
  numpy("halves().ravel('F')", () => halves().ravel({ order: 'F' }));
  numpy("halves().ravel('K')", () => halves().ravel({ order: 'K' }));
  numpy('halves().reshape(-1)', () => halves().reshape(-1));
  numpy("halves().flatten('F')", () => halves().flatten({ order: 'F' }));
  numpy("halves().astype('c8')", () => halves().astype('c8'));
  numpy("halves().astype('U')", () => halves().astype('U'));
  numpy('halves().byteswap()', () => halves().byteswap());
  numpy('np.ascontiguousarray(halves())', () => np.ascontiguousarray(halves()));
  numpy('np.asfortranarray(halves())', () => np.asfortranarray(halves()));
  numpy('np.zeros_like(halves())', () => np.zerosLike(halves()));
  numpy("halves().view('u1')", () => halves().view('u1'));
  numpy('np.flip(halves())', () => np.flip(halves()));
  numpy('halves().tobytes()', () => halves().tobytes());
  numpy('halves().flat[::2]', () => halves().flat.get('::2'));
  numpy('halves()[halves() > 1]', () => halves().get(np.greater(halves(), 1)));
  numpy('repr(halves())', () => np.arrayRepr(halves()));
});

describe('copies and views of uint64 past 2^63', () => {
  numpy('wide()', () => wide());
  numpy('wide().copy()', () => wide().copy());
  numpy("wide().copy('K')", () => wide().copy({ order: 'K' }));
  numpy('wide().T', () => wide().T);
  numpy('wide()[...]', () => wide().get('...'));
  numpy('wide()[None]', () => wide().get(null));
  numpy('wide().ravel()', () => wide().ravel());
  numpy("wide().ravel('F')", () => wide().ravel({ order: 'F' }));
  numpy("wide().ravel('K')", () => wide().ravel({ order: 'K' }));
  numpy('wide().reshape(-1)', () => wide().reshape(-1));
  numpy("wide().flatten('F')", () => wide().flatten({ order: 'F' }));
  numpy("wide().astype('c8')", () => wide().astype('c8'));
  numpy("wide().astype('U')", () => wide().astype('U'));
  numpy('wide().byteswap()', () => wide().byteswap());
  numpy('np.ascontiguousarray(wide())', () => np.ascontiguousarray(wide()));
  numpy('np.asfortranarray(wide())', () => np.asfortranarray(wide()));
  numpy('np.zeros_like(wide())', () => np.zerosLike(wide()));
  numpy("wide().view('u1')", () => wide().view('u1'));
  numpy('np.flip(wide())', () => np.flip(wide()));
  numpy('wide().tobytes()', () => wide().tobytes());
  numpy('wide().flat[::2]', () => wide().flat.get('::2'));
  numpy('wide()[wide() > 1]', () => wide().get(np.greater(wide(), 1)));
  numpy('repr(wide())', () => np.arrayRepr(wide()));
});
