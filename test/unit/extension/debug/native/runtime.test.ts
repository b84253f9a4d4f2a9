import assert from 'node:assert/strict';
import { InspectorError } from '../../../../../core/errors';
import { nativeRuntime } from '../../../../../extension/debug/native/runtime';
import type { Frame, Observed } from '../../../../../extension/debug/runtime';

type Answers = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

/** Recorded answers to `evaluate` by expression, and to `variables` by reference. */
function recorded(evaluations: Answers, children: Answers = {}): { frame: Frame; asked: string[] } {
  const asked: string[] = [];
  const customRequest = async (command: string, args?: unknown): Promise<unknown> => {
    await Promise.resolve();
    const { expression, variablesReference } = args as { expression: string; variablesReference: number };
    asked.push(command === 'evaluate' ? expression : command);
    if (command === 'variables') return { variables: [children[variablesReference]] };
    if (!Object.hasOwn(evaluations, expression)) throw new Error(`no symbol in ${expression}`);
    return { variablesReference: 0, ...evaluations[expression] };
  };
  const session = { id: 's', type: 'cppdbg', customRequest };
  return { frame: { session, capabilities: {}, threadId: 1, frameId: 1 }, asked };
}

const look = async (frame: Frame, expression: string): Promise<Observed | InspectorError> => {
  const windows = [{ byteOffset: 0, byteLength: 64 }];
  const subjects = [{ key: 'a', expression, windows, digests: true }];
  return (await nativeRuntime.observe(frame, { subjects })).subjects.get('a')!;
};
const seen = async (frame: Frame, expression: string): Promise<Observed> => {
  const found = await look(frame, expression);
  if (found instanceof InspectorError) throw found;
  return found;
};

describe('a native program under other adapters', () => {
  it('is drawn without bytes where its memory cannot be read, and is not asked for it', async () => {
    const { frame, asked } = recorded({
      a: { result: '{...}', type: 'double [3][4]', memoryReference: '0x7ffe10' },
    });
    const { description, windows, digestsRefused } = await seen(frame, 'a');
    assert.deepEqual(description.facts.layout, { shape: [3, 4], strides: [32, 8], offset: 0, itemsize: 8 });
    assert.equal(description.facts.source.address, String(0x7ffe10));
    assert.equal(description.unreadable, 'the debugger cannot read memory');
    assert.equal(description.canWrite, false);
    assert.deepEqual([windows, digestsRefused], [[], description.unreadable]);
    assert.deepEqual(asked, ['a']);
  });

  it('tells the address of an array that has no reference by its pointer', async () => {
    const { frame } = recorded({
      a: { result: '{...}', type: 'float [10]' },
      '&(a)': { result: '(float (*)[10]) 0x7ffe20', type: 'float (*)[10]' },
    });
    assert.equal((await seen(frame, 'a')).description.facts.source.address, String(0x7ffe20));
  });

  it('takes the items of a vector from its members, without calling it', async () => {
    const { frame, asked } = recorded(
      {
        v: {
          result: 'std::vector of length 3, capacity 4 = {1, 2, 3}',
          type: 'std::vector<float, std::allocator<float> >',
          variablesReference: 5,
        },
        '(v)._M_impl._M_start': { result: '0x55550010', type: 'float *' },
      },
      { 5: { name: '[0]', value: '1', variablesReference: 0 } },
    );
    const { facts } = (await seen(frame, 'v')).description;
    assert.deepEqual([facts.dtype, facts.layout.shape], ['float32', [3]]);
    assert.equal(facts.source.address, String(0x55550010));
    assert(asked.every(expression => !expression.includes('()')));
  });

  it('says so where a vector does not tell its size', async () => {
    const { frame } = recorded({ v: { result: '{...}', type: 'std::vector<float>' } });
    const found = await look(frame, 'v');
    assert(found instanceof InspectorError && found.action);
    assert.match(found.message, /how many items v has/);
  });
});
