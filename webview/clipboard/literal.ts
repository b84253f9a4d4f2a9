/** Writes a block of values as Python that creates it: `np.array([[0.5, np.nan]], dtype='float32')`. */
import type { DType, Leaf } from '../../core/dtype/dtype';
import { FORMATS, isExtendedFormat } from '../../core/dtype/formats';
import { InspectorError } from '../../core/errors';
import { pythonString } from '../../core/text/pythonString';
import type { Rectangle } from '../state/selection';
import { texts } from '../lazyStrings';

type TextOf = (row: number, column: number) => string;

/**
 * The selected cells as an array of two axes, or of one where the selection has one row or one column. A structured item
 * is a tuple of its selected fields: some of one item, or all of several. Throws for parts of several items.
 */
export function arrayLiteral(leaves: readonly Leaf[], selected: Rectangle, textOf: TextOf): string {
  const fields = fieldsOf(leaves, selected);
  const one = (row: number, start: number): string => {
    const parts = fields.map(({ dtype }, k) => itemLiteral(dtype, textOf(row, start + k)));
    return fields.length === 1 ? parts[0] : `(${parts.join(', ')})`;
  };
  const rows: string[][] = [];
  for (let row = selected.top; row <= selected.bottom; row++) {
    const items: string[] = [];
    for (let column = selected.left; column <= selected.right; column += leaves.length)
      items.push(one(row, column));
    rows.push(items);
  }
  return texts.arrayLiteral(nested(rows), dtypeLiteral(fields));
}

/** The selected columns of an item. */
function fieldsOf(leaves: readonly Leaf[], { left, right }: Rectangle): readonly Leaf[] {
  const first = left % leaves.length;
  const count = right - left + 1;
  if (first + count <= leaves.length) return leaves.slice(first, first + count);
  if (first === 0 && count % leaves.length === 0) return leaves;
  throw new InspectorError('invalid-input', texts.halfItems, { action: texts.wholeItems });
}

function nested(rows: readonly (readonly string[])[]): string {
  const isColumn = rows[0].length === 1;
  if (isColumn && rows.length === 1) return rows[0][0];
  if (isColumn) return `[${rows.map(([item]) => item).join(', ')}]`;
  const lists = rows.map(items => `[${items.join(', ')}]`);
  return lists.length === 1 ? lists[0] : `[${lists.join(',\n          ')}]`;
}

/** One item as Python, from the text that NumPy prints for it. */
export function itemLiteral(dtype: DType, text: string): string {
  switch (dtype.kind) {
    case 'f':
      // Python's float has fewer digits than a long double.
      return isExtendedFormat(dtype.format) ? `np.longdouble('${text}')` : floatLiteral(text);
    case 'c':
      if (dtype.itemsize > 16) throw new InspectorError('invalid-input', texts.noLiteral(dtype.name));
      // A sum of two numbers would lose the signs of their zeros.
      return /nan|inf|-0(?!\.)|^-.*j$/.test(text) ? `complex('${text.replace(/[()]/g, '')}')` : text;
    case 'm':
      return text === 'NaT' ? "'NaT'" : String(BigInt(text.split(' ')[0]) / BigInt(dtype.unit!.count));
    case 'U':
    case 'M':
      return pythonString(text);
    default:
      return text;
  }
}

function floatLiteral(text: string): string {
  return text.replace('nan', 'np.nan').replace('inf', 'np.inf');
}

function dtypeLiteral(fields: readonly Leaf[]): string {
  if (fields.length === 1) return nameLiteral(fields[0].dtype);
  const pairs = fields.map(({ path, dtype }) => `(${pythonString(path)}, ${nameLiteral(dtype)})`);
  return `[${pairs.join(', ')}]`;
}

/** The dtype's name where it is complete, as in `'float32'`; its code for other byte orders, strings and times. */
function nameLiteral({ kind, name, str, byteOrder, format }: DType): string {
  const owner = format && FORMATS[format].package;
  if (owner) return `${owner}.${name}`;
  return pythonString(/[biufc]/.test(kind) && byteOrder !== '>' ? name : str);
}
