import assert from 'node:assert/strict';
import type { ArrayNode, Group } from '../../../../extension/inspector/groups';
import { arrayTree } from '../../../../extension/inspector/groups';
import { arrayDescription as describeRow } from '../../../../extension/inspector/rowText';
import { listed } from '../debug/description';

/** The tree as text: `x(y z)`, and `[a b]` for a group. */
function treeText(nodes: readonly (ArrayNode | Group)[]): string {
  return nodes
    .map(node => {
      if (node.kind === 'group') return `[${treeText(node.views)}]`;
      return node.array.name + (node.views.length > 0 ? `(${treeText(node.views)})` : '');
    })
    .join(' ');
}

const memory = (owner: bigint) => ({
  memory: { address: owner, strides: [8], itemsize: 8, owner: { address: owner, byteLength: 80 } },
});

describe('the tree of arrays', () => {
  it('has views under what they are views of', () => {
    const arrays = [listed('x'), listed('y', { viewOf: 'x' }), listed('z', { viewOf: 'y' })];
    assert.equal(treeText(arrayTree(arrays)), 'x(y(z))');
  });

  it('groups arrays of one memory whose owner has no name', () => {
    const arrays = [listed('a', memory(1n)), listed('b', memory(2n)), listed('c', memory(1n))];
    assert.equal(treeText(arrayTree(arrays)), '[a c] b');
  });

  it('has every array exactly once, whatever the program says of its bases', () => {
    const arrays = [
      listed('p', { viewOf: 'q' }),
      listed('q', { viewOf: 'p' }),
      listed('r', { viewOf: 'r' }),
      listed('s', { viewOf: 'gone' }),
    ];
    assert.equal(treeText(arrayTree(arrays)), 's p q r');
  });
});

describe('a row of the Arrays view', () => {
  it('says dtype, shape, order, size and what it is a view of', () => {
    assert.equal(describeRow(listed('x')), 'float64 10 C 80 bytes');
    const strided = { address: 1n, strides: [800], itemsize: 8, owner: { address: 1n, byteLength: 8000 } };
    assert.equal(
      describeRow(listed('y', { memory: strided, viewOf: 'x' })),
      'float64 10 strided 80 bytes view of x',
    );
  });

  it('says the type, and why there is no more to tell', () => {
    const bare = {
      name: 't',
      scope: 'local',
      typeName: 'torch.Tensor',
      note: 'on cuda:0, not read',
    } as const;
    assert.equal(describeRow(bare), 'torch.Tensor on cuda:0, not read');
  });
});
