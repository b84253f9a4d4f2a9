/** What the editor says of a view typed into the slice box is what NumPy says of it: strides, flags, and every byte. */
import assert from 'node:assert/strict';
import type { Frame } from 'playwright-core';
import { sliceSuffix } from '../../../webview/protocol/sliceText';
import type { ViewFacts } from '../files/numpy';
import { suiteOver } from '../files/suite';
import { readBytes } from '../reading/bytes';
import { readFlags, readHeader, readStrides } from '../reading/layout';
import { errorAt, slice } from '../reading/moves';
import { indexText, itemOf, readPlace } from '../reading/place';
import { readValues } from '../reading/values';

/** An array of `arrays.py`, and the index texts typed for it; the empty one is the whole array. */
const views: Readonly<Record<string, readonly string[]>> = {
  plane: [
    '',
    '::2, ::-1',
    '5',
    '..., None',
    '1:0',
    ':, 3',
    '-1',
    '[1:5, 2:6]',
    '2, 3',
    'None, 1:-1:2, ::3',
    '.T',
  ],
  block: ['', '::-1, ::-2, ::-1', '1', '..., 2', ':, 1:3, None', '[::2][::-1]'],
  block_f: ['', '::-1', ':, 2', '..., -1, ::-2', '1, 2, 3'],
  waves: ['', '.imag', '[::2].real.T', '.T[3:, ::-1]'],
  odd: ['', '1:3, ::2', '::-1, 4'],
  few: ['', "'where'", "'id'", "['rgb'][1:, ::-1]", "'m'", '::-2', '3'],
};

/** Index texts that are wrong, and for which NumPy has words. */
const mistakes: Readonly<Record<string, readonly string[]>> = {
  plane: ['6', '-7', ':, 8', '1, 2, 3', '::0', '..., 1, ...', '1.5', "'x'"],
  few: ["'nope'", '5', '0, 0'],
};

describe('the layout of a view', () => {
  const suite = suiteOver(Object.keys(views));
  let frame: Frame;

  /** Every byte on screen, as `hex byte-in-item index`, on both sides. */
  async function compareBytes(name: string, view: string): Promise<void> {
    const bytes = await readBytes(frame);
    const expected = await suite().numpy.bytes(
      name,
      view,
      bytes.map(({ byteOffset }) => byteOffset),
    );
    const spoken = bytes.map(({ hex, name: text, gap }) => {
      const place = /byte (\d+) of (\[.*?\])/.exec(text);
      return {
        hex,
        gap,
        place: place ? `${place[1]} of ${place[2]}` : undefined,
        begins: text.startsWith(hex),
      };
    });
    const told = expected.map(({ hex, index, byteInItem }) => ({
      hex,
      gap: index === undefined,
      place: index && `${byteInItem} of ${indexText(index)}`,
      begins: true,
    }));
    assert.deepEqual(spoken, told);
    assert.ok(bytes.length > 0, 'no bytes on screen');
  }

  async function compareValues(name: string, view: string, { shape, leaves }: ViewFacts): Promise<void> {
    const { cells } = await readValues(frame);
    const place = await readPlace(frame, shape.length);
    const items = cells.map(cell => itemOf(cell, place, shape.length, leaves));
    assert.deepEqual(
      cells.map(({ text }) => text),
      await suite().numpy.texts(name, view, items),
    );
    assert.equal(cells.length > 0, !shape.includes(0));
  }

  for (const [name, texts] of Object.entries(views)) {
    describe(`of ${name}`, () => {
      before(async () => {
        frame = await suite().open(name);
      });

      it('starts from the layout of the file', async () => {
        const { shape, order, offset } = suite().layout(name);
        const header = await readHeader(frame);
        assert.deepEqual(
          [header.shape.split(/\D+/).filter(Boolean).map(Number), header.order, Number(header.offset)],
          [shape, order, offset],
        );
      });

      for (const text of texts) {
        it(`is NumPy’s for x${sliceSuffix(text) || '[:]'}`, async () => {
          await slice(frame, text);
          assert.equal(await errorAt(frame, 'Slice'), undefined);
          const facts = await suite().numpy.facts(name, text);
          assert.deepEqual(
            await readStrides(frame),
            facts.shape.map((length, axis) => ({ axis, length, stride: facts.strides[axis] })),
          );
          assert.deepEqual(await readFlags(frame), facts.flags);
          await compareBytes(name, text);
          await compareValues(name, text, facts);
        });
      }

      for (const text of mistakes[name] ?? []) {
        it(`is left alone by x${sliceSuffix(text)}, with NumPy’s words`, async () => {
          await slice(frame, '');
          const before = await readStrides(frame);
          await slice(frame, text);
          const { message } = await suite().numpy.error(name, text);
          const said = await errorAt(frame, 'Slice');
          assert.ok(said?.includes(message), `${String(said)} does not say: ${message}`);
          assert.deepEqual(await readStrides(frame), before);
        });
      }
    });
  }
});
