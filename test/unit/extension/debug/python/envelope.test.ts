import assert from 'node:assert/strict';
import { InspectorError } from '../../../../../core/errors';
import { openEnvelope } from '../../../../../extension/debug/python/envelope';

function sealed(json: unknown, bytes = new Uint8Array(0), length?: number): string {
  const text = Buffer.from(JSON.stringify(json), 'utf8');
  const head = Buffer.alloc(4);
  head.writeUInt32LE(length ?? text.length);
  return `NAI1:${Buffer.concat([head, text, bytes]).toString('base64')}:....`;
}

describe('the envelope of the helper', () => {
  it('gives back JSON and bytes, quoted or not', () => {
    for (const quote of ['', "'", '"']) {
      const answer = openEnvelope(
        quote + sealed({ a: { at: 1, length: 2 } }, Uint8Array.of(7, 8, 9)) + quote,
      );
      assert.deepEqual(answer?.json, { a: { at: 1, length: 2 } });
      assert.deepEqual([...answer.blob({ at: 1, length: 2 })], [8, 9]);
    }
  });

  it('is none where the result is something else, as an exception’s text', () => {
    for (const text of ['', 'KeyError: "_ndarray_inspector"', 'NAI1', 'NAI1:', 'NAI1:###:'])
      assert.equal(openEnvelope(text), undefined);
  });

  it('is refused where it is cut or lies about its lengths', () => {
    const cut = [sealed({}, undefined, 99), `NAI1:${Buffer.from('ab').toString('base64')}:`];
    for (const text of cut) assert.throws(() => openEnvelope(text), InspectorError);
    const blobs = openEnvelope(sealed({}, Uint8Array.of(1)));
    assert.throws(() => blobs?.blob({ at: 0, length: 2 }), InspectorError);
    assert.throws(() => openEnvelope(sealed({}).replace('Ht9', 'Ht7')), InspectorError);
  });
});
