/**
 * Parses every form in which a NumPy user writes a dtype. Invariant: never evaluates, is linear in the text, and either gives
 * a dtype or throws an `InspectorError` that says what to do.
 * Spec: https://numpy.org/doc/stable/reference/arrays.dtypes.html
 */
import { InspectorError } from '../../errors';
import { dtypeFromDescr } from './descr';
import type { DType } from '../dtype';
import { parseLiteral } from './literal';
import type { Literal } from './literalValue';
import { invalidDType } from '../make';
import { parseTypeString } from './typestr';

const MAX_LENGTH = 2 ** 20;

/** Python expressions, as against the inside of a string: brackets, quotes, `np.float32`, `dtype(…)`, bare values. */
const EXPRESSION =
  /^(?:[[{'"]|[bruBRU]{1,2}['"]|\(.*\)$|[A-Za-z_][\w.]*\(|[A-Za-z_]\w*\.[A-Za-z_][\w.]*$|(?:None|True|False|-?\d+(?:\.\d+)?)$)/s;

function readExpression(text: string): Literal {
  try {
    return parseLiteral(text, { names: true, maxLength: MAX_LENGTH });
  } catch (cause) {
    const why = cause instanceof InspectorError ? `: ${cause.message}` : '';
    throw new InspectorError('invalid-dtype', `the dtype is not a Python literal${why}`, {
      numpyName: 'SyntaxError',
      action: "Check that quotes and brackets match: [('x', '<f4'), ('y', '>i2', (2,))].",
      cause,
    });
  }
}

/**
 * Parses a dtype: a name or code (`float32`, `<f4`, `datetime64[ns]`), a comma string (`i4, (2,3)f8`), a
 * list, tuple or dict as `np.dtype` takes them, `np.float32`, or what `str` and `repr` of a dtype print.
 * Throws `invalid-dtype`, with NumPy's own message where it has one, or `unsupported-dtype`.
 */
export function parseDType(text: string): DType {
  if (text.length > MAX_LENGTH) throw invalidDType(`a dtype of ${text.length} characters is too long`);
  const trimmed = text.trim();
  return EXPRESSION.test(trimmed) ? dtypeFromDescr(readExpression(trimmed)) : parseTypeString(trimmed);
}
