/** Descriptions and listings for tests: an array of float64, with what is given over it. */
import { contiguousLayout } from '../../../../core/layout/layout';
import type { Description, ListedArray } from '../../../../extension/debug/runtime';

const FLAGS = {
  C_CONTIGUOUS: true,
  F_CONTIGUOUS: true,
  OWNDATA: true,
  WRITEABLE: true,
  ALIGNED: true,
  WRITEBACKIFCOPY: false,
};

/** `x`: `length` float64 at `address`. */
export function described(length: number, address = 4096n, name = 'x'): Description {
  const layout = contiguousLayout([length], 8);
  const source = { id: `${address}+${layout.nbytes}`, byteLength: layout.nbytes, address: String(address) };
  return {
    facts: {
      name,
      typeName: 'ndarray',
      dtype: 'float64',
      layout: layout.toFields(),
      flags: FLAGS,
      owners: [],
      source,
    },
    identity: 'one',
    notes: [],
    canWrite: true,
    asksLayout: false,
  };
}

/** An array of the frame: float64, one axis, in an owner of 800 bytes at 4096 unless told otherwise. */
export function listed(
  name: string,
  more: Partial<ListedArray> & { readonly address?: bigint } = {},
): ListedArray {
  const { address = 4096n, ...rest } = more;
  return {
    name,
    scope: 'local',
    typeName: 'ndarray',
    dtype: 'float64',
    shape: [10],
    memory: { address, strides: [8], itemsize: 8, owner: { address: 4096n, byteLength: 800 } },
    ...rest,
  };
}
