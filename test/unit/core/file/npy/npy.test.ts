import assert from 'node:assert/strict';
import type { ByteSource } from '../../../../../core/bytes';
import { type ErrorKind, InspectorError } from '../../../../../core/errors';
import { memorySource } from '../../../../../core/file/source/memorySource';
import { parseNpyHeader, readNpyHeader } from '../../../../../core/file/npy/header';

function npy(
  text: string,
  version = 1,
  length = Buffer.byteLength(text, version < 3 ? 'latin1' : 'utf8'),
): Uint8Array {
  const prefix = Buffer.alloc(version === 1 ? 10 : 12);
  prefix.write('\x93NUMPY', 'latin1');
  prefix[6] = version;
  if (version === 1) prefix.writeUInt16LE(length, 8);
  else prefix.writeUInt32LE(length, 8);
  return Uint8Array.from(Buffer.concat([prefix, Buffer.from(text, version < 3 ? 'latin1' : 'utf8')]));
}

const header = (descr: string, shape: string, fortran = 'False'): string =>
  `{'descr': ${descr}, 'fortran_order': ${fortran}, 'shape': ${shape}, }\n`;

function refused(bytes: Uint8Array, kind: ErrorKind, message: RegExp): void {
  assert.throws(
    () => parseNpyHeader(bytes),
    (error: unknown) => {
      assert.ok(error instanceof InspectorError, String(error));
      assert.match(error.message, message);
      assert.equal(error.kind, kind);
      assert.ok(error.action);
      return true;
    },
  );
}

describe('.npy headers', () => {
  it('state dtype, shape, order and where the data begins', () => {
    const text = header("'>f8'", '(2, 3, 4)', 'True');
    const { dtype, ...rest } = parseNpyHeader(npy(text));
    assert.deepEqual(rest, {
      version: [1, 0],
      headerLength: 10 + text.length,
      dtypeText: '>f8',
      fortranOrder: true,
      shape: [2, 3, 4],
    });
    assert.equal(dtype.str, '>f8');
  });

  it('of versions 2.0 and 3.0 have a longer length; 3.0 is UTF-8, the others latin1', () => {
    for (const [version, name] of [
      [1, 'é'],
      [2, 'é'],
      [3, 'λ漢'],
    ] as const) {
      const { dtype } = parseNpyHeader(npy(header(`[('${name}', '<f4')]`, '()'), version));
      assert.deepEqual(
        dtype.fields?.map(field => field.name),
        [name],
      );
    }
  });

  it('may describe no axes, no items, and padded fields', () => {
    assert.deepEqual(parseNpyHeader(npy(header("'|u1'", '()'))).shape, []);
    assert.deepEqual(parseNpyHeader(npy(header("'|u1'", '(0, 3)'))).shape, [0, 3]);
    const { dtype } = parseNpyHeader(npy(header("[('a', '|u1'), ('', '|V3'), ('b', '<i4')]", '(2,)')));
    assert.deepEqual(
      dtype.fields?.map(({ name, offset }) => [name, offset]),
      [
        ['a', 0],
        ['b', 4],
      ],
    );
    assert.equal(dtype.itemsize, 8);
  });

  it('of Python 2 may have an L behind their numbers', () => {
    assert.deepEqual(parseNpyHeader(npy(header("[('9L', '<f4')]", '(3L, 10L)'))).shape, [3, 10]);
    assert.equal(parseNpyHeader(npy(header("[('9L', '<f4')]", '(3L,)'))).dtype.fields?.[0].name, '9L');
    refused(npy(header("'<f4'", '(3L,)'), 3), 'invalid-header', /^Cannot parse header/);
  });

  it('of object arrays are refused: their data is a pickle', () => {
    for (const descr of ["'|O'", "[('x', '|O')]", "[('x', [('y', '|O', (2,))])]", "('O', (2,))"]) {
      refused(
        npy(header(descr, '(1,)')),
        'unsupported-dtype',
        /^Object arrays cannot be loaded when allow_pickle=False$/,
      );
    }
  });

  it('that are cut short say how much is there', () => {
    const whole = npy(header("'<f4'", '(3,)'));
    refused(whole.subarray(0, 4), 'invalid-header', /^EOF: reading magic string, expected 8 bytes got 4$/);
    refused(
      whole.subarray(0, 9),
      'invalid-header',
      /^EOF: reading array header length, expected 2 bytes got 1$/,
    );
    refused(
      whole.subarray(0, 40),
      'invalid-header',
      /^EOF: reading array header, expected \d+ bytes got 30$/,
    );
  });

  it('that are damaged or absurd are refused in NumPy’s words', () => {
    refused(
      Buffer.from('not an npy file'),
      'invalid-header',
      /^the magic string is not correct; expected b'\\x93NUMPY'/,
    );
    refused(
      npy('{}', 4),
      'invalid-header',
      /^we only support format version \(1,0\), \(2,0\), and \(3,0\), not \(4, 0\)$/,
    );
    refused(npy('[1, 2]'), 'invalid-header', /^Header is not a dictionary: \[1, 2\]$/);
    refused(npy('{1: 2}'), 'invalid-header', /^Header does not contain the correct keys: \[1\]$/);
    refused(npy(header("'<f4'", '[3]')), 'invalid-header', /^shape is not valid: \[3\]$/);
    refused(npy(header("'<f4'", '(3,)', '1')), 'invalid-header', /^fortran_order is not a valid bool: 1$/);
    refused(
      npy(header("'nonsense'", '(3,)')),
      'invalid-header',
      /^descr is not a valid dtype descriptor: 'nonsense'$/,
    );
    refused(npy(header("'<f4'", '(-3,)')), 'invalid-shape', /^negative dimensions are not allowed$/);
    refused(npy(header("'<f8'", '(999999999, 999999999)')), 'invalid-shape', /^array is too big/);
    refused(
      npy(header("'<f4'", '(9' + '9'.repeat(300) + ',)')),
      'invalid-shape',
      /^Maximum allowed dimension exceeded$/,
    );
  });

  it('are never evaluated, and never longer than NumPy’s limit', () => {
    refused(npy('__import__("os").system("true")'), 'invalid-header', /^Cannot parse header/);
    refused(npy('('.repeat(9000)), 'invalid-header', /^Cannot parse header/);
    refused(
      npy(`${header("'<f4'", '(3,)')}${' '.repeat(20_000)}`),
      'invalid-header',
      /^Header info length \(200\d\d\) is large/,
    );
    const allowed = header("'<f4'", '(3,)');
    assert.deepEqual(parseNpyHeader(npy(allowed.trimEnd().padEnd(9999) + '\n')).shape, [3]);
    refused(
      npy(header("'<f4'", '(3,)').trimEnd().padEnd(10_000) + '\n', 3),
      'invalid-header',
      /^Header info length \(10001\)/,
    );
    refused(npy('\xff'.repeat(3), 1), 'invalid-header', /^Cannot parse header/);
    refused(Uint8Array.from([...npy('', 3, 2), 0xff, 0xfe]), 'invalid-header', /^'utf-8' codec/);
  });

  it('are read without a byte of the data, and a hostile length is not believed', async () => {
    const asked: number[] = [];
    const counting = (bytes: Uint8Array, byteLength: number): ByteSource => ({
      byteLength,
      read: (offset, length) => {
        asked.push(offset + length);
        return memorySource(bytes).read(offset, length);
      },
    });
    const text = header("'<f4'", '(3,)');
    await readNpyHeader(counting(npy(text), 2 ** 36));
    assert.equal(Math.max(...asked), 10 + text.length);
    asked.length = 0;
    await assert.rejects(
      readNpyHeader(counting(npy('', 2, 2 ** 32 - 1), 2 ** 36)),
      /Header info length \(4294967295\)/,
    );
    assert.deepEqual(asked, [12]);
    await assert.rejects(
      readNpyHeader(memorySource(new Uint8Array())),
      /EOF: reading magic string, expected 8 bytes got 0/,
    );
  });
});
