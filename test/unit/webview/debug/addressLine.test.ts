import assert from 'node:assert/strict';
import { MAX_LANES, addressLine, inOrder } from '../../../../webview/debug/addressLine';
import { hexAddress } from '../../../../webview/debug/address';
import type { Neighbour } from '../../../../webview/protocol/debugSchema';

const OWNER = { first: 2n ** 60n, end: 2n ** 60n + 1000n };
const array = (name: string, relation: Neighbour['relation'], first: number, end: number): Neighbour => ({
  name,
  relation,
  first: String(OWNER.first + BigInt(first)),
  last: String(OWNER.first + BigInt(end - 1)),
});

describe('the line of addresses', () => {
  const y = array('y', 'subject', 0, 500);

  it('spans the owner and what overlaps it, with addresses that no number holds', () => {
    const line = addressLine([y, array('x', 'shares', 250, 2000)], OWNER, undefined)!;
    assert.deepEqual([line.first, line.end - line.first], [OWNER.first, 2000n]);
    assert.deepEqual(
      line.bars.map(({ kind, start, width, lane }) => [kind, start, width, lane]),
      [
        ['owner', 0, 500, 0],
        ['subject', 0, 250, 1],
        ['shares', 125, 875, 2],
      ],
    );
  });

  it('draws what lies apart only where it lies in the owner', () => {
    const far = { name: 'far', relation: 'apart' as const, first: '16', last: '31' };
    const { bars, lanes } = addressLine([y, far, array('z', 'apart', 600, 700)], OWNER, undefined)!;
    assert.deepEqual(
      bars.map(({ name, lane }) => `${name}${lane}`),
      ['0', 'y1', 'z1'],
    );
    assert.equal(lanes, 2);
  });

  it('draws the smallest array and the window so that they can be seen, inside the line', () => {
    const end = OWNER.first + 999n;
    const window = { first: end, end: end + 1n };
    const { bars } = addressLine([array('one', 'subject', 999, 1000)], OWNER, window)!;
    for (const { start, width } of bars) assert.ok(width >= 6 && start >= 0 && start + width <= 1000);
    assert.equal(bars.at(-1)?.kind, 'window');
  });

  it('has so many lanes and no more', () => {
    const many = Array.from({ length: 50 }, (_, k) => array(`a${k}`, 'shares', 0, 1000 - k));
    const { bars, lanes } = addressLine([y, ...many], OWNER, undefined)!;
    assert.deepEqual([bars.length, lanes], [52, MAX_LANES]);
  });

  it('does without an owner, and without addresses there is none', () => {
    assert.equal(addressLine([y], undefined, undefined)?.end, OWNER.first + 500n);
    assert.equal(addressLine([{ name: 'e', relation: 'subject' }], undefined, undefined), undefined);
    assert.equal(addressLine([], { first: 5n, end: 5n }, undefined)?.bars[0].width, 6);
  });

  it('is listed with the inspected array first, those apart last', () => {
    const names = inOrder([
      array('a', 'apart', 0, 1),
      array('i', 'interleaves', 0, 1),
      array('s', 'shares', 0, 1),
      y,
      array('u', 'unknown', 0, 1),
    ]).map(({ name }) => name);
    assert.equal(names.join(''), 'ysuia');
  });

  it('says addresses in hexadecimal', () =>
    assert.equal(hexAddress('18446744073709551615'), '0xFFFFFFFFFFFFFFFF'));
});
