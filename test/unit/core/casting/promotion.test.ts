/** The dtype that two dtypes, arrays or values have in common, as NumPy has it. */
import * as np from '../../../../core/index';
import { claims } from '../claims';

const numpy = claims(__filename);

describe('numbers have in common', () => {
  numpy("np.promote_types('?', 'i1')", () => np.promoteTypes('?', 'i1'));
  numpy("np.promote_types('?', 'u1')", () => np.promoteTypes('?', 'u1'));
  numpy("np.promote_types('?', 'i2')", () => np.promoteTypes('?', 'i2'));
  numpy("np.promote_types('?', 'u4')", () => np.promoteTypes('?', 'u4'));
  numpy("np.promote_types('?', 'i8')", () => np.promoteTypes('?', 'i8'));
  numpy("np.promote_types('?', 'u8')", () => np.promoteTypes('?', 'u8'));
  numpy("np.promote_types('?', 'f2')", () => np.promoteTypes('?', 'f2'));
  numpy("np.promote_types('?', 'f4')", () => np.promoteTypes('?', 'f4'));
  numpy("np.promote_types('?', 'f8')", () => np.promoteTypes('?', 'f8'));
  numpy("np.promote_types('?', 'g')", () => np.promoteTypes('?', 'g'));
  numpy("np.promote_types('?', 'c8')", () => np.promoteTypes('?', 'c8'));
  numpy("np.promote_types('?', 'c16')", () => np.promoteTypes('?', 'c16'));
  numpy("np.promote_types('?', 'G')", () => np.promoteTypes('?', 'G'));
  numpy("np.promote_types('i1', 'u1')", () => np.promoteTypes('i1', 'u1'));
  numpy("np.promote_types('i1', 'i2')", () => np.promoteTypes('i1', 'i2'));
  numpy("np.promote_types('i1', 'u4')", () => np.promoteTypes('i1', 'u4'));
  numpy("np.promote_types('i1', 'i8')", () => np.promoteTypes('i1', 'i8'));
  numpy("np.promote_types('i1', 'u8')", () => np.promoteTypes('i1', 'u8'));
  numpy("np.promote_types('i1', 'f2')", () => np.promoteTypes('i1', 'f2'));
  numpy("np.promote_types('i1', 'f4')", () => np.promoteTypes('i1', 'f4'));
  numpy("np.promote_types('i1', 'f8')", () => np.promoteTypes('i1', 'f8'));
  numpy("np.promote_types('i1', 'g')", () => np.promoteTypes('i1', 'g'));
  numpy("np.promote_types('i1', 'c8')", () => np.promoteTypes('i1', 'c8'));
  numpy("np.promote_types('i1', 'c16')", () => np.promoteTypes('i1', 'c16'));
  numpy("np.promote_types('i1', 'G')", () => np.promoteTypes('i1', 'G'));
  numpy("np.promote_types('u1', 'i2')", () => np.promoteTypes('u1', 'i2'));
  numpy("np.promote_types('u1', 'u4')", () => np.promoteTypes('u1', 'u4'));
  numpy("np.promote_types('u1', 'i8')", () => np.promoteTypes('u1', 'i8'));
  numpy("np.promote_types('u1', 'u8')", () => np.promoteTypes('u1', 'u8'));
  numpy("np.promote_types('u1', 'f2')", () => np.promoteTypes('u1', 'f2'));
  numpy("np.promote_types('u1', 'f4')", () => np.promoteTypes('u1', 'f4'));
  numpy("np.promote_types('u1', 'f8')", () => np.promoteTypes('u1', 'f8'));
  numpy("np.promote_types('u1', 'g')", () => np.promoteTypes('u1', 'g'));
  numpy("np.promote_types('u1', 'c8')", () => np.promoteTypes('u1', 'c8'));
  numpy("np.promote_types('u1', 'c16')", () => np.promoteTypes('u1', 'c16'));
  numpy("np.promote_types('u1', 'G')", () => np.promoteTypes('u1', 'G'));
  numpy("np.promote_types('i2', 'u4')", () => np.promoteTypes('i2', 'u4'));
  numpy("np.promote_types('i2', 'i8')", () => np.promoteTypes('i2', 'i8'));
  numpy("np.promote_types('i2', 'u8')", () => np.promoteTypes('i2', 'u8'));
  numpy("np.promote_types('i2', 'f2')", () => np.promoteTypes('i2', 'f2'));
  numpy("np.promote_types('i2', 'f4')", () => np.promoteTypes('i2', 'f4'));
  numpy("np.promote_types('i2', 'f8')", () => np.promoteTypes('i2', 'f8'));
  numpy("np.promote_types('i2', 'g')", () => np.promoteTypes('i2', 'g'));
  numpy("np.promote_types('i2', 'c8')", () => np.promoteTypes('i2', 'c8'));
  numpy("np.promote_types('i2', 'c16')", () => np.promoteTypes('i2', 'c16'));
  numpy("np.promote_types('i2', 'G')", () => np.promoteTypes('i2', 'G'));
  numpy("np.promote_types('u4', 'i8')", () => np.promoteTypes('u4', 'i8'));
  numpy("np.promote_types('u4', 'u8')", () => np.promoteTypes('u4', 'u8'));
  numpy("np.promote_types('u4', 'f2')", () => np.promoteTypes('u4', 'f2'));
  numpy("np.promote_types('u4', 'f4')", () => np.promoteTypes('u4', 'f4'));
  numpy("np.promote_types('u4', 'f8')", () => np.promoteTypes('u4', 'f8'));
  numpy("np.promote_types('u4', 'g')", () => np.promoteTypes('u4', 'g'));
  numpy("np.promote_types('u4', 'c8')", () => np.promoteTypes('u4', 'c8'));
  numpy("np.promote_types('u4', 'c16')", () => np.promoteTypes('u4', 'c16'));
  numpy("np.promote_types('u4', 'G')", () => np.promoteTypes('u4', 'G'));
  numpy("np.promote_types('i8', 'u8')", () => np.promoteTypes('i8', 'u8'));
  numpy("np.promote_types('i8', 'f2')", () => np.promoteTypes('i8', 'f2'));
  numpy("np.promote_types('i8', 'f4')", () => np.promoteTypes('i8', 'f4'));
  numpy("np.promote_types('i8', 'f8')", () => np.promoteTypes('i8', 'f8'));
  numpy("np.promote_types('i8', 'g')", () => np.promoteTypes('i8', 'g'));
  numpy("np.promote_types('i8', 'c8')", () => np.promoteTypes('i8', 'c8'));
  numpy("np.promote_types('i8', 'c16')", () => np.promoteTypes('i8', 'c16'));
  numpy("np.promote_types('i8', 'G')", () => np.promoteTypes('i8', 'G'));
  numpy("np.promote_types('u8', 'f2')", () => np.promoteTypes('u8', 'f2'));
  numpy("np.promote_types('u8', 'f4')", () => np.promoteTypes('u8', 'f4'));
  numpy("np.promote_types('u8', 'f8')", () => np.promoteTypes('u8', 'f8'));
  numpy("np.promote_types('u8', 'g')", () => np.promoteTypes('u8', 'g'));
  numpy("np.promote_types('u8', 'c8')", () => np.promoteTypes('u8', 'c8'));
  numpy("np.promote_types('u8', 'c16')", () => np.promoteTypes('u8', 'c16'));
  numpy("np.promote_types('u8', 'G')", () => np.promoteTypes('u8', 'G'));
  numpy("np.promote_types('f2', 'f4')", () => np.promoteTypes('f2', 'f4'));
  numpy("np.promote_types('f2', 'f8')", () => np.promoteTypes('f2', 'f8'));
  numpy("np.promote_types('f2', 'g')", () => np.promoteTypes('f2', 'g'));
  numpy("np.promote_types('f2', 'c8')", () => np.promoteTypes('f2', 'c8'));
  numpy("np.promote_types('f2', 'c16')", () => np.promoteTypes('f2', 'c16'));
  numpy("np.promote_types('f2', 'G')", () => np.promoteTypes('f2', 'G'));
  numpy("np.promote_types('f4', 'f8')", () => np.promoteTypes('f4', 'f8'));
  numpy("np.promote_types('f4', 'g')", () => np.promoteTypes('f4', 'g'));
  numpy("np.promote_types('f4', 'c8')", () => np.promoteTypes('f4', 'c8'));
  numpy("np.promote_types('f4', 'c16')", () => np.promoteTypes('f4', 'c16'));
  numpy("np.promote_types('f4', 'G')", () => np.promoteTypes('f4', 'G'));
  numpy("np.promote_types('f8', 'g')", () => np.promoteTypes('f8', 'g'));
  numpy("np.promote_types('f8', 'c8')", () => np.promoteTypes('f8', 'c8'));
  numpy("np.promote_types('f8', 'c16')", () => np.promoteTypes('f8', 'c16'));
  numpy("np.promote_types('f8', 'G')", () => np.promoteTypes('f8', 'G'));
  numpy("np.promote_types('g', 'c8')", () => np.promoteTypes('g', 'c8'));
  numpy("np.promote_types('g', 'c16')", () => np.promoteTypes('g', 'c16'));
  numpy("np.promote_types('g', 'G')", () => np.promoteTypes('g', 'G'));
  numpy("np.promote_types('c8', 'c16')", () => np.promoteTypes('c8', 'c16'));
  numpy("np.promote_types('c8', 'G')", () => np.promoteTypes('c8', 'G'));
  numpy("np.promote_types('c16', 'G')", () => np.promoteTypes('c16', 'G'));
});

describe('texts, times and raw bytes have in common', () => {
  numpy("np.promote_types('S3', 'S5')", () => np.promoteTypes('S3', 'S5'));
  numpy("np.promote_types('U2', 'U7')", () => np.promoteTypes('U2', 'U7'));
  numpy("np.promote_types('S3', 'U2')", () => np.promoteTypes('S3', 'U2'));
  numpy("np.promote_types('i4', 'S3')", () => np.promoteTypes('i4', 'S3'));
  numpy("np.promote_types('f8', 'U2')", () => np.promoteTypes('f8', 'U2'));
  numpy("np.promote_types('?', 'S2')", () => np.promoteTypes('?', 'S2'));
  numpy("np.promote_types('u1', 'U1')", () => np.promoteTypes('u1', 'U1'));
  numpy("np.promote_types('c8', 'S1')", () => np.promoteTypes('c8', 'S1'));
  numpy("np.promote_types('S', 'U')", () => np.promoteTypes('S', 'U'));
  numpy("np.promote_types('>U3', '<U3')", () => np.promoteTypes('>U3', '<U3'));
  numpy("np.promote_types('M8[s]', 'M8[D]')", () => np.promoteTypes('M8[s]', 'M8[D]'));
  numpy("np.promote_types('M8[M]', 'M8[D]')", () => np.promoteTypes('M8[M]', 'M8[D]'));
  numpy("np.promote_types('m8[s]', 'm8[D]')", () => np.promoteTypes('m8[s]', 'm8[D]'));
  numpy("np.promote_types('m8[Y]', 'm8[M]')", () => np.promoteTypes('m8[Y]', 'm8[M]'));
  numpy("np.promote_types('m8[Y]', 'm8[D]')", () => np.promoteTypes('m8[Y]', 'm8[D]'));
  numpy("np.promote_types('M8[Y]', 'm8[D]')", () => np.promoteTypes('M8[Y]', 'm8[D]'));
  numpy("np.promote_types('m8[s]', 'i4')", () => np.promoteTypes('m8[s]', 'i4'));
  numpy("np.promote_types('m8[s]', 'u8')", () => np.promoteTypes('m8[s]', 'u8'));
  numpy("np.promote_types('m8[s]', 'f8')", () => np.promoteTypes('m8[s]', 'f8'));
  numpy("np.promote_types('M8[s]', 'i8')", () => np.promoteTypes('M8[s]', 'i8'));
  numpy("np.promote_types('M8[s]', 'S5')", () => np.promoteTypes('M8[s]', 'S5'));
  numpy("np.promote_types('M8', 'M8[s]')", () => np.promoteTypes('M8', 'M8[s]'));
  numpy("np.promote_types('m8', 'i2')", () => np.promoteTypes('m8', 'i2'));
  numpy("np.promote_types('M8[2s]', 'M8[3s]')", () => np.promoteTypes('M8[2s]', 'M8[3s]'));
  numpy("np.promote_types('M8[25s]', 'M8[ms]')", () => np.promoteTypes('M8[25s]', 'M8[ms]'));
  numpy("np.promote_types('m8[W]', 'm8[as]')", () => np.promoteTypes('m8[W]', 'm8[as]'));
  numpy("np.promote_types('M8[ns]', 'm8[as]')", () => np.promoteTypes('M8[ns]', 'm8[as]'));
  numpy("np.promote_types('m8[Y]', 'm8[as]')", () => np.promoteTypes('m8[Y]', 'm8[as]'));
  numpy("np.promote_types('V3', 'V3')", () => np.promoteTypes('V3', 'V3'));
  numpy("np.promote_types('V3', 'V4')", () => np.promoteTypes('V3', 'V4'));
  numpy("np.promote_types('V3', 'i4')", () => np.promoteTypes('V3', 'i4'));
  numpy("np.promote_types('V2', 'S2')", () => np.promoteTypes('V2', 'S2'));
  numpy("np.promote_types('>i4', '<i4')", () => np.promoteTypes('>i4', '<i4'));
  numpy("np.promote_types('>f8', 'i2')", () => np.promoteTypes('>f8', 'i2'));
});

describe('records have in common', () => {
  numpy("np.promote_types([('a', 'i2'), ('b', '>f4')], [('a', 'f4'), ('b', 'f8')])", () =>
    np.promoteTypes(
      [
        ['a', 'i2'],
        ['b', '>f4'],
      ],
      [
        ['a', 'f4'],
        ['b', 'f8'],
      ],
    ),
  );
  numpy("np.promote_types([('a', 'i2')], [('b', 'i2')])", () =>
    np.promoteTypes([['a', 'i2']], [['b', 'i2']]),
  );
  numpy("np.promote_types([('a', 'i2')], [('a', 'i2'), ('b', 'i2')])", () =>
    np.promoteTypes(
      [['a', 'i2']],
      [
        ['a', 'i2'],
        ['b', 'i2'],
      ],
    ),
  );
  numpy("np.promote_types([('a', 'i2')], 'i4')", () => np.promoteTypes([['a', 'i2']], 'i4'));
  numpy("np.promote_types([('a', 'i2')], 'V2')", () => np.promoteTypes([['a', 'i2']], 'V2'));
  numpy("np.promote_types([('a', 'M8[s]')], [('a', 'i2')])", () =>
    np.promoteTypes([['a', 'M8[s]']], [['a', 'i2']]),
  );
  numpy("np.promote_types([('a', 'u1', 2)], [('a', 'i1', 2)])", () =>
    np.promoteTypes([['a', 'u1', 2]], [['a', 'i1', 2]]),
  );
  numpy("np.promote_types([('a', 'u1', 2)], [('a', 'i1', 3)])", () =>
    np.promoteTypes([['a', 'u1', 2]], [['a', 'i1', 3]]),
  );
  numpy("np.promote_types([(('t', 'a'), 'u1')], [('a', 'u1')])", () =>
    np.promoteTypes([[['t', 'a'], 'u1']], [['a', 'u1']]),
  );
  numpy("np.promote_types([('n', [('a', 'u1')])], [('n', [('a', '>i4')])])", () =>
    np.promoteTypes([['n', [['a', 'u1']]]], [['n', [['a', '>i4']]]]),
  );
});

describe('the dtype of results', () => {
  numpy("np.result_type('i4', 'f4')", () => np.resultType('i4', 'f4'));
  numpy('np.result_type(np.arange(2), 1.5)', () => np.resultType(np.arange(2), 1.5));
  numpy("np.result_type(np.ones(2, 'f4'), 1.5)", () => np.resultType(np.ones(2, { dtype: 'f4' }), 1.5));
  numpy("np.result_type(np.ones(2, 'i1'), 5)", () => np.resultType(np.ones(2, { dtype: 'i1' }), 5));
  numpy("np.result_type(np.ones(2, 'u1'), np.ones(2, 'i1'))", () =>
    np.resultType(np.ones(2, { dtype: 'u1' }), np.ones(2, { dtype: 'i1' })),
  );
  numpy('np.result_type(1, 2.5)', () => np.resultType(1, 2.5));
  numpy("np.result_type(True, 'i1')", () => np.resultType(true, 'i1'));
  numpy("np.result_type('f2', 1)", () => np.resultType('f2', 1));
  numpy("np.result_type('?', 1)", () => np.resultType('?', 1));
  numpy("np.result_type('u8', 'i8', 'f4')", () => np.resultType('u8', 'i8', 'f4'));
});
