/**
 * Makes structured dtypes. Invariant: field names and titles are all different, and every field lies inside the item.
 * Spec: https://numpy.org/doc/stable/user/basics.rec.html, `_convert_from_array_descr` and `_convert_from_dict` of
 * NumPy's descriptor.c (the messages are from there).
 */
import { strRepr } from '../repr';
import type { DType, Field } from '../dtype';
import { checkedSize, invalidDType, shortened, voidDType } from '../make';

/** A field before its place is known. */
export interface FieldSpec {
  readonly name: string;
  readonly dtype: DType;
  readonly title?: string;
}

const roundUp = (size: number, alignment: number): number => Math.ceil(size / alignment) * alignment;

/** Remembers names and titles; says which of the two was there before. */
function uniqueNames() {
  const seen = new Set<string>();
  const isNew = (name: string) => seen.size !== seen.add(name).size;
  return (field: FieldSpec): 'name' | 'title' | undefined => {
    if (!isNew(field.name)) return 'name';
    return field.title !== undefined && !isNew(field.title) ? 'title' : undefined;
  };
}

function structDType(fields: readonly Field[], itemsize: number, aligned: boolean): DType {
  const alignment = aligned ? Math.max(1, ...alignments(fields)) : 1;
  return { ...voidDType(itemsize), alignment, fields, isAlignedStruct: aligned };
}

const alignments = (fields: readonly { dtype: DType }[]): number[] => [
  ...new Set(fields.map(field => field.dtype.alignment)),
];

/** Fields one after the other; aligned, each at a multiple of its alignment, as a C compiler lays them out. */
export function packedStruct(specs: readonly FieldSpec[], aligned: boolean): DType {
  const clash = uniqueNames();
  let end = 0;
  const fields = specs.map(spec => {
    const twice = clash(spec);
    if (twice === 'name') throw invalidDType(`field ${strRepr(shortened(spec.name))} occurs more than once`);
    if (twice) throw invalidDType('title already used as a name or title.');
    const offset = aligned ? roundUp(end, spec.dtype.alignment) : end;
    end = checkedSize(offset + spec.dtype.itemsize);
    return { ...spec, offset };
  });
  const itemsize = aligned ? roundUp(end, Math.max(1, ...alignments(fields))) : end;
  return structDType(fields, checkedSize(itemsize), aligned);
}

function checkedOffset(offset: number, dtype: DType, aligned: boolean): number {
  if (offset < 0) throw invalidDType(`offset ${offset} cannot be negative`);
  if (aligned && offset % dtype.alignment !== 0) {
    throw invalidDType(
      `offset ${offset} for NumPy dtype with fields is not divisible by the field alignment ${dtype.alignment} with align=True`,
    );
  }
  return checkedSize(offset);
}

function checkedItemsize(itemsize: number, needed: number, aligned: boolean, alignment: number): number {
  if (itemsize < needed) {
    throw invalidDType(
      `NumPy dtype descriptor requires ${needed} bytes, cannot override to smaller itemsize of ${itemsize}`,
    );
  }
  if (aligned && itemsize % alignment !== 0) {
    throw invalidDType(
      `NumPy dtype descriptor requires alignment of ${alignment} bytes, which is not divisible into the specified itemsize ${itemsize}`,
    );
  }
  return checkedSize(itemsize, "integer won't fit into a C int");
}

/** Fields at `offsets` of their own (bytes; they may overlap), in an item of `itemsize` bytes, or just large enough. */
export function placedStruct(
  specs: readonly FieldSpec[],
  offsets: readonly number[] | undefined,
  itemsize: number | undefined,
  aligned: boolean,
): DType {
  const clash = uniqueNames();
  let next = 0;
  let end = 0;
  const fields = specs.map((spec, k) => {
    const { dtype } = spec;
    const offset = offsets
      ? checkedOffset(offsets[k], dtype, aligned)
      : aligned
        ? roundUp(next, dtype.alignment)
        : next;
    next = checkedSize(offset + dtype.itemsize);
    end = Math.max(end, next);
    const twice = clash(spec);
    if (twice) throw invalidDType(`${twice} already used as a name or title${twice === 'title' ? '.' : ''}`);
    return { ...spec, offset };
  });
  const alignment = Math.max(1, ...alignments(fields));
  if (aligned) end = checkedSize(roundUp(end, alignment));
  const size = itemsize === undefined ? end : checkedItemsize(itemsize, end, aligned, alignment);
  return structDType(fields, size, aligned);
}

/** The struct with some of its fields, where they were: `x[['a', 'b']]`. */
export function withFields({ itemsize, isAlignedStruct }: DType, fields: readonly Field[]): DType {
  return { ...structDType(fields, itemsize, false), isAlignedStruct };
}
