/** The options of printing, given to one call or held for a while, as NumPy's. */
import assert from 'node:assert/strict';
import * as np from '../../../../core/index';
import { claims } from '../claims';

const numpy = claims(__filename);

describe('options of array2string', () => {
  numpy('np.array2string(np.arange(5) / 3, precision=3)', () =>
    np.array2string(np.divide(np.arange(5), 3), { precision: 3 }),
  );
  numpy('np.array2string(np.arange(5) / 3, precision=0)', () =>
    np.array2string(np.divide(np.arange(5), 3), { precision: 0 }),
  );
  numpy('np.array2string(np.arange(5) / 3, suppress_small=True)', () =>
    np.array2string(np.divide(np.arange(5), 3), { suppress: true }),
  );
  numpy('np.array2string(np.arange(5) / 3, max_line_width=20)', () =>
    np.array2string(np.divide(np.arange(5), 3), { linewidth: 20 }),
  );
  numpy("np.array2string(np.arange(5) / 3, separator=', ')", () =>
    np.array2string(np.divide(np.arange(5), 3), { separator: ', ' }),
  );
  numpy('np.array2string(np.arange(5) / 3, threshold=4, edgeitems=1)', () =>
    np.array2string(np.divide(np.arange(5), 3), { threshold: 4, edgeitems: 1 }),
  );
  numpy('np.array2string(np.arange(5) / 3, threshold=4, edgeitems=2)', () =>
    np.array2string(np.divide(np.arange(5), 3), { threshold: 4, edgeitems: 2 }),
  );
  numpy("np.array2string(np.arange(5) / 3, prefix='xxxxx', suffix='yyyyy')", () =>
    np.array2string(np.divide(np.arange(5), 3), { prefix: 'xxxxx', suffix: 'yyyyy' }),
  );
  numpy("np.array2string(np.arange(5) / 3, floatmode='fixed', precision=4)", () =>
    np.array2string(np.divide(np.arange(5), 3), { floatmode: 'fixed', precision: 4 }),
  );
  numpy("np.array2string(np.arange(5) / 3, floatmode='unique')", () =>
    np.array2string(np.divide(np.arange(5), 3), { floatmode: 'unique' }),
  );
  numpy("np.array2string(np.arange(5) / 3, floatmode='maxprec', precision=2)", () =>
    np.array2string(np.divide(np.arange(5), 3), { floatmode: 'maxprec', precision: 2 }),
  );
  numpy("np.array2string(np.arange(5) / 3, floatmode='maxprec_equal', precision=6)", () =>
    np.array2string(np.divide(np.arange(5), 3), { floatmode: 'maxprec_equal', precision: 6 }),
  );
  numpy("np.array2string(np.arange(5) / 3, sign='+')", () =>
    np.array2string(np.divide(np.arange(5), 3), { sign: '+' }),
  );
  numpy("np.array2string(np.arange(5) / 3, sign=' ')", () =>
    np.array2string(np.divide(np.arange(5), 3), { sign: ' ' }),
  );
  numpy("np.array2string(np.arange(5) / 3, separator='\\n')", () =>
    np.array2string(np.divide(np.arange(5), 3), { separator: '\n' }),
  );
  numpy('np.array2string(np.array([1.5, -2.25, 1e10]), precision=3)', () =>
    np.array2string(np.array([1.5, -2.25, 1e10]), { precision: 3 }),
  );
  numpy('np.array2string(np.array([1.5, -2.25, 1e10]), precision=0)', () =>
    np.array2string(np.array([1.5, -2.25, 1e10]), { precision: 0 }),
  );
  numpy('np.array2string(np.array([1.5, -2.25, 1e10]), suppress_small=True)', () =>
    np.array2string(np.array([1.5, -2.25, 1e10]), { suppress: true }),
  );
  numpy('np.array2string(np.array([1.5, -2.25, 1e10]), max_line_width=20)', () =>
    np.array2string(np.array([1.5, -2.25, 1e10]), { linewidth: 20 }),
  );
  numpy("np.array2string(np.array([1.5, -2.25, 1e10]), separator=', ')", () =>
    np.array2string(np.array([1.5, -2.25, 1e10]), { separator: ', ' }),
  );
  numpy('np.array2string(np.array([1.5, -2.25, 1e10]), threshold=4, edgeitems=1)', () =>
    np.array2string(np.array([1.5, -2.25, 1e10]), { threshold: 4, edgeitems: 1 }),
  );
  numpy('np.array2string(np.array([1.5, -2.25, 1e10]), threshold=4, edgeitems=2)', () =>
    np.array2string(np.array([1.5, -2.25, 1e10]), { threshold: 4, edgeitems: 2 }),
  );
  numpy("np.array2string(np.array([1.5, -2.25, 1e10]), prefix='xxxxx', suffix='yyyyy')", () =>
    np.array2string(np.array([1.5, -2.25, 1e10]), { prefix: 'xxxxx', suffix: 'yyyyy' }),
  );
  numpy("np.array2string(np.array([1.5, -2.25, 1e10]), floatmode='fixed', precision=4)", () =>
    np.array2string(np.array([1.5, -2.25, 1e10]), { floatmode: 'fixed', precision: 4 }),
  );
  numpy("np.array2string(np.array([1.5, -2.25, 1e10]), floatmode='unique')", () =>
    np.array2string(np.array([1.5, -2.25, 1e10]), { floatmode: 'unique' }),
  );
  numpy("np.array2string(np.array([1.5, -2.25, 1e10]), floatmode='maxprec', precision=2)", () =>
    np.array2string(np.array([1.5, -2.25, 1e10]), { floatmode: 'maxprec', precision: 2 }),
  );
  numpy("np.array2string(np.array([1.5, -2.25, 1e10]), floatmode='maxprec_equal', precision=6)", () =>
    np.array2string(np.array([1.5, -2.25, 1e10]), { floatmode: 'maxprec_equal', precision: 6 }),
  );
  numpy("np.array2string(np.array([1.5, -2.25, 1e10]), sign='+')", () =>
    np.array2string(np.array([1.5, -2.25, 1e10]), { sign: '+' }),
  );
  numpy("np.array2string(np.array([1.5, -2.25, 1e10]), sign=' ')", () =>
    np.array2string(np.array([1.5, -2.25, 1e10]), { sign: ' ' }),
  );
  numpy("np.array2string(np.array([1.5, -2.25, 1e10]), separator='\\n')", () =>
    np.array2string(np.array([1.5, -2.25, 1e10]), { separator: '\n' }),
  );
  numpy('np.array2string(np.arange(30).reshape(3, 10), precision=3)', () =>
    np.array2string(np.arange(30).reshape([3, 10]), { precision: 3 }),
  );
  numpy('np.array2string(np.arange(30).reshape(3, 10), precision=0)', () =>
    np.array2string(np.arange(30).reshape([3, 10]), { precision: 0 }),
  );
  numpy('np.array2string(np.arange(30).reshape(3, 10), suppress_small=True)', () =>
    np.array2string(np.arange(30).reshape([3, 10]), { suppress: true }),
  );
  numpy('np.array2string(np.arange(30).reshape(3, 10), max_line_width=20)', () =>
    np.array2string(np.arange(30).reshape([3, 10]), { linewidth: 20 }),
  );
  numpy("np.array2string(np.arange(30).reshape(3, 10), separator=', ')", () =>
    np.array2string(np.arange(30).reshape([3, 10]), { separator: ', ' }),
  );
  numpy('np.array2string(np.arange(30).reshape(3, 10), threshold=4, edgeitems=1)', () =>
    np.array2string(np.arange(30).reshape([3, 10]), { threshold: 4, edgeitems: 1 }),
  );
  numpy('np.array2string(np.arange(30).reshape(3, 10), threshold=4, edgeitems=2)', () =>
    np.array2string(np.arange(30).reshape([3, 10]), { threshold: 4, edgeitems: 2 }),
  );
  numpy("np.array2string(np.arange(30).reshape(3, 10), prefix='xxxxx', suffix='yyyyy')", () =>
    np.array2string(np.arange(30).reshape([3, 10]), { prefix: 'xxxxx', suffix: 'yyyyy' }),
  );
  numpy("np.array2string(np.arange(30).reshape(3, 10), floatmode='fixed', precision=4)", () =>
    np.array2string(np.arange(30).reshape([3, 10]), { floatmode: 'fixed', precision: 4 }),
  );
  numpy("np.array2string(np.arange(30).reshape(3, 10), floatmode='unique')", () =>
    np.array2string(np.arange(30).reshape([3, 10]), { floatmode: 'unique' }),
  );
  numpy("np.array2string(np.arange(30).reshape(3, 10), floatmode='maxprec', precision=2)", () =>
    np.array2string(np.arange(30).reshape([3, 10]), { floatmode: 'maxprec', precision: 2 }),
  );
  numpy("np.array2string(np.arange(30).reshape(3, 10), floatmode='maxprec_equal', precision=6)", () =>
    np.array2string(np.arange(30).reshape([3, 10]), { floatmode: 'maxprec_equal', precision: 6 }),
  );
  numpy("np.array2string(np.arange(30).reshape(3, 10), sign='+')", () =>
    np.array2string(np.arange(30).reshape([3, 10]), { sign: '+' }),
  );
  numpy("np.array2string(np.arange(30).reshape(3, 10), sign=' ')", () =>
    np.array2string(np.arange(30).reshape([3, 10]), { sign: ' ' }),
  );
  numpy("np.array2string(np.arange(30).reshape(3, 10), separator='\\n')", () =>
    np.array2string(np.arange(30).reshape([3, 10]), { separator: '\n' }),
  );
  numpy('np.array2string(np.array([1 + 2j, 0.1 - 1e10j]), precision=3)', () =>
    np.array2string(
      np.array([
        { re: 1, im: 2 },
        { re: 0.1, im: -1e10 },
      ]),
      { precision: 3 },
    ),
  );
  numpy('np.array2string(np.array([1 + 2j, 0.1 - 1e10j]), precision=0)', () =>
    np.array2string(
      np.array([
        { re: 1, im: 2 },
        { re: 0.1, im: -1e10 },
      ]),
      { precision: 0 },
    ),
  );
  numpy('np.array2string(np.array([1 + 2j, 0.1 - 1e10j]), suppress_small=True)', () =>
    np.array2string(
      np.array([
        { re: 1, im: 2 },
        { re: 0.1, im: -1e10 },
      ]),
      { suppress: true },
    ),
  );
  numpy("np.array2string(np.array([1 + 2j, 0.1 - 1e10j]), floatmode='fixed', precision=4)", () =>
    np.array2string(
      np.array([
        { re: 1, im: 2 },
        { re: 0.1, im: -1e10 },
      ]),
      { floatmode: 'fixed', precision: 4 },
    ),
  );
  numpy("np.array2string(np.array([1 + 2j, 0.1 - 1e10j]), floatmode='unique')", () =>
    np.array2string(
      np.array([
        { re: 1, im: 2 },
        { re: 0.1, im: -1e10 },
      ]),
      { floatmode: 'unique' },
    ),
  );
  numpy("np.array2string(np.array([1 + 2j, 0.1 - 1e10j]), floatmode='maxprec', precision=2)", () =>
    np.array2string(
      np.array([
        { re: 1, im: 2 },
        { re: 0.1, im: -1e10 },
      ]),
      { floatmode: 'maxprec', precision: 2 },
    ),
  );
  numpy("np.array2string(np.array([1 + 2j, 0.1 - 1e10j]), floatmode='maxprec_equal', precision=6)", () =>
    np.array2string(
      np.array([
        { re: 1, im: 2 },
        { re: 0.1, im: -1e10 },
      ]),
      { floatmode: 'maxprec_equal', precision: 6 },
    ),
  );
  numpy("np.array2string(np.array([1 + 2j, 0.1 - 1e10j]), sign='+')", () =>
    np.array2string(
      np.array([
        { re: 1, im: 2 },
        { re: 0.1, im: -1e10 },
      ]),
      { sign: '+' },
    ),
  );
  numpy('np.array2string(np.array([nan, inf, 1.25]), precision=3)', () =>
    np.array2string(np.array([NaN, Infinity, 1.25]), { precision: 3 }),
  );
  numpy('np.array2string(np.array([nan, inf, 1.25]), precision=0)', () =>
    np.array2string(np.array([NaN, Infinity, 1.25]), { precision: 0 }),
  );
  numpy('np.array2string(np.array([nan, inf, 1.25]), suppress_small=True)', () =>
    np.array2string(np.array([NaN, Infinity, 1.25]), { suppress: true }),
  );
  numpy("np.array2string(np.array([nan, inf, 1.25]), floatmode='fixed', precision=4)", () =>
    np.array2string(np.array([NaN, Infinity, 1.25]), { floatmode: 'fixed', precision: 4 }),
  );
  numpy("np.array2string(np.array([nan, inf, 1.25]), floatmode='unique')", () =>
    np.array2string(np.array([NaN, Infinity, 1.25]), { floatmode: 'unique' }),
  );
  numpy("np.array2string(np.array([nan, inf, 1.25]), floatmode='maxprec', precision=2)", () =>
    np.array2string(np.array([NaN, Infinity, 1.25]), { floatmode: 'maxprec', precision: 2 }),
  );
  numpy("np.array2string(np.array([nan, inf, 1.25]), floatmode='maxprec_equal', precision=6)", () =>
    np.array2string(np.array([NaN, Infinity, 1.25]), { floatmode: 'maxprec_equal', precision: 6 }),
  );
  numpy("np.array2string(np.array([nan, inf, 1.25]), sign='+')", () =>
    np.array2string(np.array([NaN, Infinity, 1.25]), { sign: '+' }),
  );
});

describe('options of printing that are none', () => {
  numpy("np.array2string(np.arange(3), floatmode='some')", () =>
    np.array2string(np.arange(3), { floatmode: 'some' as 'fixed' }),
  );
  numpy("np.array2string(np.arange(3), sign='x')", () => np.array2string(np.arange(3), { sign: 'x' as '+' }));
  numpy("np.array2string(np.arange(3), threshold='x')", () =>
    np.array2string(np.arange(3), { threshold: 'x' as unknown as number }),
  );
  numpy('np.array2string(np.arange(3), threshold=nan)', () =>
    np.array2string(np.arange(3), { threshold: NaN }),
  );
  numpy('np.array2string(np.arange(3), precision=1.5)', () =>
    np.array2string(np.arange(3), { precision: 1.5 }),
  );

  it('change nothing', () => {
    const before = np.getPrintoptions();
    assert.throws(() => np.setPrintoptions({ precision: 3, sign: 'x' as '+' }), { numpyName: 'ValueError' });
    assert.deepEqual(np.getPrintoptions(), before);
  });
});

describe('options that hold for a while', () => {
  numpy('np.set_printoptions(precision=2); repr(np.array([0.123]))', () =>
    np.printoptions({ precision: 2 }, () => np.arrayRepr(np.array([0.123]))),
  );
  numpy("np.set_printoptions(nanstr='?', infstr='!'); str(np.array([nan, inf]))", () =>
    np.printoptions({ nanstr: '?', infstr: '!' }, () => np.arrayStr(np.array([NaN, Infinity]))),
  );
  numpy('np.set_printoptions(linewidth=20); repr(np.arange(10))', () =>
    np.printoptions({ linewidth: 20 }, () => np.arrayRepr(np.arange(10))),
  );
  numpy('np.set_printoptions(threshold=3, edgeitems=1); repr(np.arange(10))', () =>
    np.printoptions({ threshold: 3, edgeitems: 1 }, () => np.arrayRepr(np.arange(10))),
  );
  numpy('np.set_printoptions(suppress=True); str(np.array([1e-10, 1.]))', () =>
    np.printoptions({ suppress: true }, () => np.arrayStr(np.array([1e-10, 1]))),
  );

  it('are gone after that, also where printing fails', () => {
    const before = np.getPrintoptions();
    assert.throws(
      () =>
        np.printoptions({ precision: 1 }, () => {
          throw new Error('no');
        }),
      /no/,
    );
    assert.deepEqual(np.getPrintoptions(), before);
    assert.equal(
      np.printoptions({ precision: 1 }, () => np.getPrintoptions().precision),
      1,
    );
    assert.deepEqual(np.getPrintoptions(), before);
  });
});

describe('functions that print items', () => {
  const hex: np.ItemFormatter = item => `0x${(item as bigint).toString(16)}`;
  const two: np.ItemFormatter = item => (item as number).toFixed(2);
  const brackets: np.ItemFormatter = item => `<${item as string}>`;
  const halves = (): np.NDArray => np.divide(np.arange(4), 2);
  numpy("np.array2string(np.arange(30, 33), formatter={'int': hex})", () =>
    np.array2string(np.arange(30, 33), { formatter: { int: hex } }),
  );
  numpy("np.array2string(np.arange(4) / 2, formatter={'float_kind': lambda x: '%.2f' % x})", () =>
    np.array2string(halves(), { formatter: { float_kind: two } }),
  );
  numpy("np.array2string(np.arange(4) / 2, formatter={'int': hex})", () =>
    np.array2string(halves(), { formatter: { int: hex } }),
  );
  numpy(
    "np.array2string(np.arange(4) / 2, formatter={'float': lambda x: '%.2f' % x, 'float_kind': hex})",
    () => np.array2string(halves(), { formatter: { float: two, float_kind: hex } }),
  );
  numpy("np.array2string(np.arange(4) / 2, formatter={'float_kind': lambda x: '%.2f' % x, 'all': hex})", () =>
    np.array2string(halves(), { formatter: { float_kind: two, all: hex } }),
  );
  numpy("np.array2string(np.array(['ab', 'c']), formatter={'all': lambda x: f'<{x}>'})", () =>
    np.array2string(np.array(['ab', 'c']), { formatter: { all: brackets } }),
  );
  numpy("np.array2string(np.array(['ab', 'c']), formatter={'numpystr': None})", () =>
    np.array2string(np.array(['ab', 'c']), { formatter: { numpystr: null } }),
  );
  numpy("np.array2string(np.ones(2, 'i4,f4'), formatter={'float': lambda x: '%.2f' % x})", () =>
    np.array2string(np.ones(2, { dtype: 'i4,f4' }), { formatter: { float: two } }),
  );
  numpy("np.array2string(np.array(2.5), formatter={'float': lambda x: '%.2f' % x})", () =>
    np.array2string(np.array(2.5), { formatter: { float: two } }),
  );
  it('hold for repr and str while they are set', () => {
    const printed = np.printoptions({ formatter: { float: two } }, () => np.arrayRepr(halves()));
    assert.equal(printed, 'array([0.00, 0.50, 1.00, 1.50])');
    assert.equal(np.arrayRepr(halves()), 'array([0. , 0.5, 1. , 1.5])');
  });
});
