/** Floats in the form one asks for, as `np.format_float_positional` and its twin print them. */
import * as np from '../../../../core/index';
import { claims } from '../claims';

const numpy = claims(__filename);

const scalar = (value: np.Nested, dtype: np.DTypeLike): np.NDArray => np.array(value, { dtype });

describe('format_float_positional', () => {
  numpy('np.format_float_positional(1234.5)', () => np.formatFloatPositional(1234.5));
  numpy('np.format_float_positional(1234.5, precision=2)', () =>
    np.formatFloatPositional(1234.5, { precision: 2 }),
  );
  numpy('np.format_float_positional(1234.5, precision=0)', () =>
    np.formatFloatPositional(1234.5, { precision: 0 }),
  );
  numpy('np.format_float_positional(1234.5, unique=False, precision=5)', () =>
    np.formatFloatPositional(1234.5, { unique: false, precision: 5 }),
  );
  numpy("np.format_float_positional(1234.5, trim='-')", () =>
    np.formatFloatPositional(1234.5, { trim: '-' }),
  );
  numpy("np.format_float_positional(1234.5, trim='0')", () =>
    np.formatFloatPositional(1234.5, { trim: '0' }),
  );
  numpy("np.format_float_positional(1234.5, trim='.')", () =>
    np.formatFloatPositional(1234.5, { trim: '.' }),
  );
  numpy('np.format_float_positional(1234.5, sign=True)', () =>
    np.formatFloatPositional(1234.5, { sign: true }),
  );
  numpy('np.format_float_positional(1234.5, pad_left=6)', () =>
    np.formatFloatPositional(1234.5, { padLeft: 6 }),
  );
  numpy('np.format_float_positional(1234.5, pad_right=4)', () =>
    np.formatFloatPositional(1234.5, { padRight: 4 }),
  );
  numpy('np.format_float_positional(1234.5, fractional=False, precision=3)', () =>
    np.formatFloatPositional(1234.5, { fractional: false, precision: 3 }),
  );
  numpy('np.format_float_positional(1234.5, min_digits=4)', () =>
    np.formatFloatPositional(1234.5, { minDigits: 4 }),
  );
  numpy('np.format_float_positional(0.1)', () => np.formatFloatPositional(0.1));
  numpy('np.format_float_positional(0.1, precision=2)', () =>
    np.formatFloatPositional(0.1, { precision: 2 }),
  );
  numpy('np.format_float_positional(0.1, precision=0)', () =>
    np.formatFloatPositional(0.1, { precision: 0 }),
  );
  numpy('np.format_float_positional(0.1, unique=False, precision=5)', () =>
    np.formatFloatPositional(0.1, { unique: false, precision: 5 }),
  );
  numpy("np.format_float_positional(0.1, trim='-')", () => np.formatFloatPositional(0.1, { trim: '-' }));
  numpy("np.format_float_positional(0.1, trim='0')", () => np.formatFloatPositional(0.1, { trim: '0' }));
  numpy("np.format_float_positional(0.1, trim='.')", () => np.formatFloatPositional(0.1, { trim: '.' }));
  numpy('np.format_float_positional(0.1, sign=True)', () => np.formatFloatPositional(0.1, { sign: true }));
  numpy('np.format_float_positional(0.1, pad_left=6)', () => np.formatFloatPositional(0.1, { padLeft: 6 }));
  numpy('np.format_float_positional(0.1, pad_right=4)', () => np.formatFloatPositional(0.1, { padRight: 4 }));
  numpy('np.format_float_positional(0.1, fractional=False, precision=3)', () =>
    np.formatFloatPositional(0.1, { fractional: false, precision: 3 }),
  );
  numpy('np.format_float_positional(0.1, min_digits=4)', () =>
    np.formatFloatPositional(0.1, { minDigits: 4 }),
  );
  numpy('np.format_float_positional(1e-7)', () => np.formatFloatPositional(1e-7));
  numpy('np.format_float_positional(1e-7, precision=0)', () =>
    np.formatFloatPositional(1e-7, { precision: 0 }),
  );
  numpy("np.format_float_positional(1e-7, trim='-')", () => np.formatFloatPositional(1e-7, { trim: '-' }));
  numpy("np.format_float_positional(1e-7, trim='.')", () => np.formatFloatPositional(1e-7, { trim: '.' }));
  numpy('np.format_float_positional(1e-7, pad_left=6)', () => np.formatFloatPositional(1e-7, { padLeft: 6 }));
  numpy('np.format_float_positional(1e-7, fractional=False, precision=3)', () =>
    np.formatFloatPositional(1e-7, { fractional: false, precision: 3 }),
  );
  numpy('np.format_float_positional(1e22, precision=2)', () =>
    np.formatFloatPositional(1e22, { precision: 2 }),
  );
  numpy('np.format_float_positional(1e22, unique=False, precision=5)', () =>
    np.formatFloatPositional(1e22, { unique: false, precision: 5 }),
  );
  numpy("np.format_float_positional(1e22, trim='0')", () => np.formatFloatPositional(1e22, { trim: '0' }));
  numpy('np.format_float_positional(1e22, sign=True)', () => np.formatFloatPositional(1e22, { sign: true }));
  numpy('np.format_float_positional(1e22, pad_right=4)', () =>
    np.formatFloatPositional(1e22, { padRight: 4 }),
  );
  numpy('np.format_float_positional(1e22, min_digits=4)', () =>
    np.formatFloatPositional(1e22, { minDigits: 4 }),
  );
  numpy('np.format_float_positional(-0.)', () => np.formatFloatPositional(-0));
  numpy('np.format_float_positional(-0., precision=0)', () => np.formatFloatPositional(-0, { precision: 0 }));
  numpy("np.format_float_positional(-0., trim='-')", () => np.formatFloatPositional(-0, { trim: '-' }));
  numpy("np.format_float_positional(-0., trim='.')", () => np.formatFloatPositional(-0, { trim: '.' }));
  numpy('np.format_float_positional(-0., pad_left=6)', () => np.formatFloatPositional(-0, { padLeft: 6 }));
  numpy('np.format_float_positional(-0., fractional=False, precision=3)', () =>
    np.formatFloatPositional(-0, { fractional: false, precision: 3 }),
  );
  numpy('np.format_float_positional(nan, precision=2)', () =>
    np.formatFloatPositional(NaN, { precision: 2 }),
  );
  numpy('np.format_float_positional(nan, unique=False, precision=5)', () =>
    np.formatFloatPositional(NaN, { unique: false, precision: 5 }),
  );
  numpy("np.format_float_positional(nan, trim='0')", () => np.formatFloatPositional(NaN, { trim: '0' }));
  numpy('np.format_float_positional(nan, sign=True)', () => np.formatFloatPositional(NaN, { sign: true }));
  numpy('np.format_float_positional(nan, pad_right=4)', () => np.formatFloatPositional(NaN, { padRight: 4 }));
  numpy('np.format_float_positional(nan, min_digits=4)', () =>
    np.formatFloatPositional(NaN, { minDigits: 4 }),
  );
  numpy('np.format_float_positional(-inf)', () => np.formatFloatPositional(-Infinity));
  numpy('np.format_float_positional(-inf, precision=0)', () =>
    np.formatFloatPositional(-Infinity, { precision: 0 }),
  );
  numpy("np.format_float_positional(-inf, trim='-')", () =>
    np.formatFloatPositional(-Infinity, { trim: '-' }),
  );
  numpy("np.format_float_positional(-inf, trim='.')", () =>
    np.formatFloatPositional(-Infinity, { trim: '.' }),
  );
  numpy('np.format_float_positional(-inf, pad_left=6)', () =>
    np.formatFloatPositional(-Infinity, { padLeft: 6 }),
  );
  numpy('np.format_float_positional(-inf, fractional=False, precision=3)', () =>
    np.formatFloatPositional(-Infinity, { fractional: false, precision: 3 }),
  );
  numpy('np.format_float_positional(16777216., precision=2)', () =>
    np.formatFloatPositional(16777216, { precision: 2 }),
  );
  numpy('np.format_float_positional(16777216., unique=False, precision=5)', () =>
    np.formatFloatPositional(16777216, { unique: false, precision: 5 }),
  );
  numpy("np.format_float_positional(16777216., trim='0')", () =>
    np.formatFloatPositional(16777216, { trim: '0' }),
  );
  numpy('np.format_float_positional(16777216., sign=True)', () =>
    np.formatFloatPositional(16777216, { sign: true }),
  );
  numpy('np.format_float_positional(16777216., pad_right=4)', () =>
    np.formatFloatPositional(16777216, { padRight: 4 }),
  );
  numpy('np.format_float_positional(16777216., min_digits=4)', () =>
    np.formatFloatPositional(16777216, { minDigits: 4 }),
  );
  numpy('np.format_float_positional(2.5)', () => np.formatFloatPositional(2.5));
  numpy('np.format_float_positional(2.5, precision=0)', () =>
    np.formatFloatPositional(2.5, { precision: 0 }),
  );
  numpy("np.format_float_positional(2.5, trim='-')", () => np.formatFloatPositional(2.5, { trim: '-' }));
  numpy("np.format_float_positional(2.5, trim='.')", () => np.formatFloatPositional(2.5, { trim: '.' }));
  numpy('np.format_float_positional(2.5, pad_left=6)', () => np.formatFloatPositional(2.5, { padLeft: 6 }));
  numpy('np.format_float_positional(2.5, fractional=False, precision=3)', () =>
    np.formatFloatPositional(2.5, { fractional: false, precision: 3 }),
  );
  numpy('np.format_float_positional(0., precision=2)', () => np.formatFloatPositional(0, { precision: 2 }));
  numpy('np.format_float_positional(0., unique=False, precision=5)', () =>
    np.formatFloatPositional(0, { unique: false, precision: 5 }),
  );
  numpy("np.format_float_positional(0., trim='0')", () => np.formatFloatPositional(0, { trim: '0' }));
  numpy('np.format_float_positional(0., sign=True)', () => np.formatFloatPositional(0, { sign: true }));
  numpy('np.format_float_positional(0., pad_right=4)', () => np.formatFloatPositional(0, { padRight: 4 }));
  numpy('np.format_float_positional(0., min_digits=4)', () => np.formatFloatPositional(0, { minDigits: 4 }));
  numpy('np.format_float_positional(5e-324)', () => np.formatFloatPositional(5e-324));
  numpy('np.format_float_positional(5e-324, precision=0)', () =>
    np.formatFloatPositional(5e-324, { precision: 0 }),
  );
  numpy("np.format_float_positional(5e-324, trim='-')", () =>
    np.formatFloatPositional(5e-324, { trim: '-' }),
  );
  numpy("np.format_float_positional(5e-324, trim='.')", () =>
    np.formatFloatPositional(5e-324, { trim: '.' }),
  );
  numpy('np.format_float_positional(5e-324, pad_left=6)', () =>
    np.formatFloatPositional(5e-324, { padLeft: 6 }),
  );
  numpy('np.format_float_positional(5e-324, fractional=False, precision=3)', () =>
    np.formatFloatPositional(5e-324, { fractional: false, precision: 3 }),
  );
  numpy('np.format_float_positional(np.float16(0.1))', () => np.formatFloatPositional(scalar(0.1, 'f2')));
  numpy('np.format_float_positional(np.float32(0.1))', () => np.formatFloatPositional(scalar(0.1, 'f4')));
  numpy('np.format_float_positional(1.5, precision=-1)', () =>
    np.formatFloatPositional(1.5, { precision: -1 }),
  );
  numpy('np.format_float_positional(1.5, pad_left=-1)', () => np.formatFloatPositional(1.5, { padLeft: -1 }));
  numpy('np.format_float_positional(1.5, precision=0, fractional=False)', () =>
    np.formatFloatPositional(1.5, { precision: 0, fractional: false }),
  );
  numpy('np.format_float_positional(1.5, precision=2, min_digits=4)', () =>
    np.formatFloatPositional(1.5, { precision: 2, minDigits: 4 }),
  );
});

describe('format_float_scientific', () => {
  numpy('np.format_float_scientific(1234.5)', () => np.formatFloatScientific(1234.5));
  numpy('np.format_float_scientific(1234.5, precision=2)', () =>
    np.formatFloatScientific(1234.5, { precision: 2 }),
  );
  numpy('np.format_float_scientific(1234.5, precision=0)', () =>
    np.formatFloatScientific(1234.5, { precision: 0 }),
  );
  numpy('np.format_float_scientific(1234.5, unique=False, precision=5)', () =>
    np.formatFloatScientific(1234.5, { unique: false, precision: 5 }),
  );
  numpy("np.format_float_scientific(1234.5, trim='-')", () =>
    np.formatFloatScientific(1234.5, { trim: '-' }),
  );
  numpy("np.format_float_scientific(1234.5, trim='0')", () =>
    np.formatFloatScientific(1234.5, { trim: '0' }),
  );
  numpy('np.format_float_scientific(1234.5, sign=True)', () =>
    np.formatFloatScientific(1234.5, { sign: true }),
  );
  numpy('np.format_float_scientific(1234.5, exp_digits=4)', () =>
    np.formatFloatScientific(1234.5, { expDigits: 4 }),
  );
  numpy('np.format_float_scientific(1234.5, pad_left=4)', () =>
    np.formatFloatScientific(1234.5, { padLeft: 4 }),
  );
  numpy('np.format_float_scientific(1234.5, min_digits=3)', () =>
    np.formatFloatScientific(1234.5, { minDigits: 3 }),
  );
  numpy('np.format_float_scientific(0.1)', () => np.formatFloatScientific(0.1));
  numpy('np.format_float_scientific(0.1, precision=2)', () =>
    np.formatFloatScientific(0.1, { precision: 2 }),
  );
  numpy('np.format_float_scientific(0.1, precision=0)', () =>
    np.formatFloatScientific(0.1, { precision: 0 }),
  );
  numpy('np.format_float_scientific(0.1, unique=False, precision=5)', () =>
    np.formatFloatScientific(0.1, { unique: false, precision: 5 }),
  );
  numpy("np.format_float_scientific(0.1, trim='-')", () => np.formatFloatScientific(0.1, { trim: '-' }));
  numpy("np.format_float_scientific(0.1, trim='0')", () => np.formatFloatScientific(0.1, { trim: '0' }));
  numpy('np.format_float_scientific(0.1, sign=True)', () => np.formatFloatScientific(0.1, { sign: true }));
  numpy('np.format_float_scientific(0.1, exp_digits=4)', () =>
    np.formatFloatScientific(0.1, { expDigits: 4 }),
  );
  numpy('np.format_float_scientific(0.1, pad_left=4)', () => np.formatFloatScientific(0.1, { padLeft: 4 }));
  numpy('np.format_float_scientific(0.1, min_digits=3)', () =>
    np.formatFloatScientific(0.1, { minDigits: 3 }),
  );
  numpy('np.format_float_scientific(1e-7)', () => np.formatFloatScientific(1e-7));
  numpy('np.format_float_scientific(1e-7, precision=0)', () =>
    np.formatFloatScientific(1e-7, { precision: 0 }),
  );
  numpy("np.format_float_scientific(1e-7, trim='-')", () => np.formatFloatScientific(1e-7, { trim: '-' }));
  numpy('np.format_float_scientific(1e-7, sign=True)', () => np.formatFloatScientific(1e-7, { sign: true }));
  numpy('np.format_float_scientific(1e-7, pad_left=4)', () => np.formatFloatScientific(1e-7, { padLeft: 4 }));
  numpy('np.format_float_scientific(1e22, precision=2)', () =>
    np.formatFloatScientific(1e22, { precision: 2 }),
  );
  numpy('np.format_float_scientific(1e22, unique=False, precision=5)', () =>
    np.formatFloatScientific(1e22, { unique: false, precision: 5 }),
  );
  numpy("np.format_float_scientific(1e22, trim='0')", () => np.formatFloatScientific(1e22, { trim: '0' }));
  numpy('np.format_float_scientific(1e22, exp_digits=4)', () =>
    np.formatFloatScientific(1e22, { expDigits: 4 }),
  );
  numpy('np.format_float_scientific(1e22, min_digits=3)', () =>
    np.formatFloatScientific(1e22, { minDigits: 3 }),
  );
  numpy('np.format_float_scientific(-0.)', () => np.formatFloatScientific(-0));
  numpy('np.format_float_scientific(-0., precision=0)', () => np.formatFloatScientific(-0, { precision: 0 }));
  numpy("np.format_float_scientific(-0., trim='-')", () => np.formatFloatScientific(-0, { trim: '-' }));
  numpy('np.format_float_scientific(-0., sign=True)', () => np.formatFloatScientific(-0, { sign: true }));
  numpy('np.format_float_scientific(-0., pad_left=4)', () => np.formatFloatScientific(-0, { padLeft: 4 }));
  numpy('np.format_float_scientific(nan, precision=2)', () =>
    np.formatFloatScientific(NaN, { precision: 2 }),
  );
  numpy('np.format_float_scientific(nan, unique=False, precision=5)', () =>
    np.formatFloatScientific(NaN, { unique: false, precision: 5 }),
  );
  numpy("np.format_float_scientific(nan, trim='0')", () => np.formatFloatScientific(NaN, { trim: '0' }));
  numpy('np.format_float_scientific(nan, exp_digits=4)', () =>
    np.formatFloatScientific(NaN, { expDigits: 4 }),
  );
  numpy('np.format_float_scientific(nan, min_digits=3)', () =>
    np.formatFloatScientific(NaN, { minDigits: 3 }),
  );
  numpy('np.format_float_scientific(-inf)', () => np.formatFloatScientific(-Infinity));
  numpy('np.format_float_scientific(-inf, precision=0)', () =>
    np.formatFloatScientific(-Infinity, { precision: 0 }),
  );
  numpy("np.format_float_scientific(-inf, trim='-')", () =>
    np.formatFloatScientific(-Infinity, { trim: '-' }),
  );
  numpy('np.format_float_scientific(-inf, sign=True)', () =>
    np.formatFloatScientific(-Infinity, { sign: true }),
  );
  numpy('np.format_float_scientific(-inf, pad_left=4)', () =>
    np.formatFloatScientific(-Infinity, { padLeft: 4 }),
  );
  numpy('np.format_float_scientific(16777216., precision=2)', () =>
    np.formatFloatScientific(16777216, { precision: 2 }),
  );
  numpy('np.format_float_scientific(16777216., unique=False, precision=5)', () =>
    np.formatFloatScientific(16777216, { unique: false, precision: 5 }),
  );
  numpy("np.format_float_scientific(16777216., trim='0')", () =>
    np.formatFloatScientific(16777216, { trim: '0' }),
  );
  numpy('np.format_float_scientific(16777216., exp_digits=4)', () =>
    np.formatFloatScientific(16777216, { expDigits: 4 }),
  );
  numpy('np.format_float_scientific(16777216., min_digits=3)', () =>
    np.formatFloatScientific(16777216, { minDigits: 3 }),
  );
  numpy('np.format_float_scientific(2.5)', () => np.formatFloatScientific(2.5));
  numpy('np.format_float_scientific(2.5, precision=0)', () =>
    np.formatFloatScientific(2.5, { precision: 0 }),
  );
  numpy("np.format_float_scientific(2.5, trim='-')", () => np.formatFloatScientific(2.5, { trim: '-' }));
  numpy('np.format_float_scientific(2.5, sign=True)', () => np.formatFloatScientific(2.5, { sign: true }));
  numpy('np.format_float_scientific(2.5, pad_left=4)', () => np.formatFloatScientific(2.5, { padLeft: 4 }));
  numpy('np.format_float_scientific(0., precision=2)', () => np.formatFloatScientific(0, { precision: 2 }));
  numpy('np.format_float_scientific(0., unique=False, precision=5)', () =>
    np.formatFloatScientific(0, { unique: false, precision: 5 }),
  );
  numpy("np.format_float_scientific(0., trim='0')", () => np.formatFloatScientific(0, { trim: '0' }));
  numpy('np.format_float_scientific(0., exp_digits=4)', () => np.formatFloatScientific(0, { expDigits: 4 }));
  numpy('np.format_float_scientific(0., min_digits=3)', () => np.formatFloatScientific(0, { minDigits: 3 }));
  numpy('np.format_float_scientific(5e-324)', () => np.formatFloatScientific(5e-324));
  numpy('np.format_float_scientific(5e-324, precision=0)', () =>
    np.formatFloatScientific(5e-324, { precision: 0 }),
  );
  numpy("np.format_float_scientific(5e-324, trim='-')", () =>
    np.formatFloatScientific(5e-324, { trim: '-' }),
  );
  numpy('np.format_float_scientific(5e-324, sign=True)', () =>
    np.formatFloatScientific(5e-324, { sign: true }),
  );
  numpy('np.format_float_scientific(5e-324, pad_left=4)', () =>
    np.formatFloatScientific(5e-324, { padLeft: 4 }),
  );
  numpy('np.format_float_scientific(1.5, exp_digits=-1)', () =>
    np.formatFloatScientific(1.5, { expDigits: -1 }),
  );
});
