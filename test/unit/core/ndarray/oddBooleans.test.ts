/** Booleans whose bytes are neither 0 nor 1: true is true, wherever it is asked. */
import * as np from '../../../../core/index';
import { claims } from '../claims';

const numpy = claims(
  __filename,
  `
def odd():
    return np.frombuffer(bytearray([100, 0, 1, 255]), '?')
`,
);

const odd = (): np.NDArray => np.frombuffer(Uint8Array.of(100, 0, 1, 255), { dtype: '?' });

describe('booleans of odd bytes', () => {
  numpy('odd()[0]', () => odd().get(0));
  numpy('odd().copy()', () => odd().copy());
  numpy('odd().item(0)', () => odd().item(0));
  numpy('odd().tolist()', () => odd().tolist());
  numpy("odd().astype('i1')", () => odd().astype('i1'));
  numpy("odd().astype('f8')", () => odd().astype('f8'));
  numpy("odd().astype('U')", () => odd().astype('U'));
  numpy("odd().astype('?')", () => odd().astype('?'));
  numpy('odd().sum()', () => odd().sum());
  numpy('odd().all()', () => odd().all());
  numpy('odd().any()', () => odd().any());
  numpy('odd().mean()', () => odd().mean());
  numpy('odd() + 1', () => np.add(odd(), 1));
  numpy('odd() == True', () => np.equal(odd(), true));
  numpy('np.logical_not(odd())', () => np.logicalNot(odd()));
  numpy('np.count_nonzero(odd()).item()', () => BigInt(np.countNonzero(odd())));
  numpy('np.arange(4)[odd()]', () => np.arange(4).get([odd()]));
  numpy('np.nonzero(odd())', () => np.nonzero(odd()));
  numpy('np.where(odd(), 1, 2)', () => np.where(odd(), 1, 2));
  numpy('repr(odd())', () => np.arrayRepr(odd()));
  numpy('str(odd())', () => np.arrayStr(odd()));
  numpy('odd().argmax()', () => odd().argmax());
  numpy("x = np.zeros(4, '?'); x[...] = odd(); x.tolist()", () => {
    const x = np.zeros(4, { dtype: '?' });
    x.set('...', odd());
    return x.tolist();
  });
});
