/**
 * The dtype of the `descr` in a .npy header. Unlike `np.dtype(descr)`, unnamed void fields are padding.
 * Follows `descr_to_dtype` (numpy/lib/_format_impl.py).
 */
import type { DType } from '../../dtype/dtype';
import { dtypeFromDescr } from '../../dtype/parse/descr';
import type { Literal } from '../../dtype/parse/literalValue';
import { literalRepr } from '../../dtype/parse/literalRepr';
import { InspectorError } from '../../errors';

/** Returns the dtype. Throws the errors of `dtypeFromDescr`. */
export function dtypeOfNpyDescr(descr: Literal): DType {
  return dtypeFromDescr(withoutPadding(descr));
}

function notDescr(descr: Literal): InspectorError {
  return new InspectorError('invalid-dtype', `${literalRepr(descr)} is not the descr of a .npy header`, {
    numpyName: 'TypeError',
    action: "Write a string, or a list of fields such as ('x', '<f4').",
  });
}

/** Whether the dtype or any field is an object dtype. The file's data is then a pickle. */
export function holdsObjects(descr: Literal): boolean {
  if (descr.type === 'str') return /^[<>=|]?O[48]?$|^object$/.test(descr.value);
  if (descr.type === 'tuple') return descr.items.length > 0 && holdsObjects(descr.items[0]);
  if (descr.type !== 'list') return false;
  return descr.items.some(
    field => field.type === 'tuple' && field.items.length > 1 && holdsObjects(field.items[1]),
  );
}

/** Returns the description with explicit names and offsets for each list of fields, without padding. */
function withoutPadding(descr: Literal): Literal {
  if (descr.type === 'str') return descr;
  if (descr.type === 'tuple' && descr.items.length >= 2) {
    return tuple(withoutPadding(descr.items[0]), descr.items[1]);
  }
  if (descr.type !== 'list' || !descr.items.every(isField)) throw notDescr(descr);
  const fields: { name: Literal; title: Literal; format: Literal; offset: number }[] = [];
  let offset = 0;
  for (const { items } of descr.items) {
    const inner = withoutPadding(items[1]);
    const format = items.length === 3 ? tuple(inner, items[2]) : inner;
    const dtype = dtypeFromDescr(format);
    const named =
      items[0].type === 'tuple' && items[0].items.length === 2 ? items[0].items : [NONE, items[0]];
    const nameless = items[0].type === 'str' && items[0].value === '';
    if (!(nameless && dtype.kind === 'V' && !dtype.fields)) {
      fields.push({ title: named[0], name: named[1], format, offset });
    }
    offset += dtype.itemsize;
  }
  const column = (key: string, values: Literal[]): [Literal, Literal] => [
    str(key),
    { type: 'list', items: values },
  ];
  return {
    type: 'dict',
    entries: [
      column(
        'names',
        fields.map(field => field.name),
      ),
      column(
        'titles',
        fields.map(field => field.title),
      ),
      column(
        'formats',
        fields.map(field => field.format),
      ),
      column(
        'offsets',
        fields.map(field => int(field.offset)),
      ),
      [str('itemsize'), int(offset)],
    ],
  };
}

interface FieldLiteral {
  readonly type: 'tuple';
  readonly items: readonly Literal[];
}

function isField(item: Literal): item is FieldLiteral {
  return item.type === 'tuple' && (item.items.length === 2 || item.items.length === 3);
}

const NONE: Literal = { type: 'none' };
const str = (value: string): Literal => ({ type: 'str', value });
const int = (value: number): Literal => ({ type: 'int', value: BigInt(value) });
const tuple = (...items: Literal[]): Literal => ({ type: 'tuple', items });
