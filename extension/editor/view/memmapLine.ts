/** The line of Python that opens a file with a given layout. */
import { FORMATS, isFormat } from '../../../core/dtype/formats';
import { pythonString } from '../../../core/text/pythonString';
import type { LayoutChoice } from '../../../webview/protocol/schema';

function pythonTuple(numbers: readonly number[]): string {
  return numbers.length === 1 ? `(${numbers[0]},)` : `(${numbers.join(', ')})`;
}

/** A dtype as `np.memmap` takes it: a list or dict literal as it is, a type of ml_dtypes by its class, the rest quoted. */
function pythonDType(dtype: string): string {
  if (dtype.startsWith('np.dtype(')) return dtype;
  if (/^[[{(]/.test(dtype)) return dtype.startsWith('(') ? dtype : `np.dtype(${dtype})`;
  const owner = isFormat(dtype) ? FORMATS[dtype].package : undefined;
  return owner ? `${owner}.${dtype}` : pythonString(dtype);
}

/**
 * `np.memmap('a.dat', dtype='float32', mode='r', shape=(3, 4))`: resolved numbers, defaults left out. A layout with
 * strides of its own gets them through `as_strided` over the file's bytes.
 */
export function memmapLine(path: string, mode: string, choice: LayoutChoice): string {
  const { dtype, shape, order, offset, strides } = choice;
  const args = [pythonString(path), `dtype=${pythonDType(dtype)}`, `mode='${mode}'`];
  if (offset > 0) args.push(`offset=${offset}`);
  if (strides) {
    const view = `np.memmap(${args.join(', ')})`;
    return `np.lib.stride_tricks.as_strided(${view}, shape=${pythonTuple(shape)}, strides=${pythonTuple(strides)})`;
  }
  args.push(`shape=${pythonTuple(shape)}`);
  if (order === 'F') args.push("order='F'");
  return `np.memmap(${args.join(', ')})`;
}

/** The line that opens a `.npy` file as a memory map, header and all. */
export function npyLoadLine(path: string, mode: string): string {
  return `np.load(${pythonString(path)}, mmap_mode='${mode}')`;
}
