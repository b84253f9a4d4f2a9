import assert from 'node:assert/strict';
import { neighboursOf } from '../../../../extension/debug/neighbours';
import type { ListedArray } from '../../../../extension/debug/runtime';
import { described, listed } from './description';

/** Names and relations, in order of address. */
const relations = (arrays: readonly ListedArray[]): string[] =>
  neighboursOf(described(10), arrays).neighbours.map(({ name, relation }) => `${name} ${relation}`);

describe('the neighbours of an array', () => {
  it('are told from it and from each other by address', () => {
    const arrays = [listed('x'), listed('far', { address: 9000n }), listed('half', { address: 4136n })];
    assert.deepEqual(relations(arrays), ['x subject', 'half shares', 'far apart']);
  });

  it('interleave where bounds overlap and no byte is shared', () => {
    const memory = {
      address: 4096n + 4n,
      strides: [8],
      itemsize: 4,
      owner: { address: 4096n, byteLength: 80 },
    };
    const halves = { shape: [5], memory: { ...memory, strides: [16] } };
    const even = { ...described(10) };
    const facts = { ...even.facts, layout: { shape: [5], strides: [16], offset: 0, itemsize: 4 } };
    const { neighbours } = neighboursOf({ ...even, facts }, [listed('odd', halves)]);
    assert.deepEqual(
      neighbours.map(({ relation }) => relation),
      ['subject', 'interleaves'],
    );
  });

  it('have no addresses where the debugger gives none, and are told apart all the same', () => {
    const subject = described(10);
    const source = { ...subject.facts.source, address: undefined };
    const nowhere = { ...subject, facts: { ...subject.facts, source } };
    const { neighbours } = neighboursOf(nowhere, [listed('x'), listed('y')]);
    assert.deepEqual(
      neighbours.map(({ name, relation, first }) => [name, relation, first]),
      [
        ['x', 'subject', undefined],
        ['y', 'shares', undefined],
      ],
    );
  });

  it('are counted where they are too many, those that share never left out', () => {
    const far = Array.from({ length: 150 }, (_, k) =>
      listed(`far${k}`, { address: 10_000n + BigInt(k) * 800n }),
    );
    const { neighbours, more } = neighboursOf(described(10), [...far, listed('y')]);
    assert.ok(neighbours.some(({ name }) => name === 'y'));
    assert.equal(neighbours.length + more, 152);
  });

  it('that have no memory of their own are apart', () => {
    assert.deepEqual(relations([listed('table', { memory: undefined })]), ['table apart', 'x subject']);
  });
});
