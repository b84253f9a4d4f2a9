/**
 * Every kind of bad input says on screen what happened and what to do, hangs nothing, and is forgotten by itself once
 * the file is good.
 */
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import {
  mkdirSync,
  mkdtempSync,
  renameSync,
  rmSync,
  symlinkSync,
  truncateSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Frame } from 'playwright-core';
import { bytesOf, npy, npyHeader, wave, writeNpy } from '../files/plain';
import { until } from '../harness/waiting';
import { startWorkbench, type Workbench } from '../harness/workbench';
import { readBytes } from '../reading/bytes';
import { readAlerts, readHeader, readStrides } from '../reading/layout';
import { errorAt, setLayout } from '../reading/moves';
import { openArray } from '../reading/open';
import { cellAt, readValues } from '../reading/values';

const windows = process.platform === 'win32';

/** Waits for an alert that matches, and for its way out: every problem says what to do. */
async function alert(frame: Frame, what: RegExp, toDo: RegExp): Promise<string> {
  const text = await until(`an alert like ${what}`, async () =>
    (await readAlerts(frame)).find(each => what.test(each)),
  );
  assert.match(text, toDo);
  return text;
}

async function noAlert(frame: Frame): Promise<void> {
  await until('every alert to go', async () => ((await readAlerts(frame)).length === 0 ? true : undefined));
}

/** Waits until the value with these heads reads `text`. */
async function value(frame: Frame, row: number, column: number | string, text: string): Promise<void> {
  let last: string | undefined;
  await until(`${text} at row ${row}, column ${column}`, async () => {
    last = cellAt(await readValues(frame), row, column)?.text;
    return last === text ? true : undefined;
  }).catch((error: unknown) => {
    throw new Error(`${String(error)}; it reads ${last}`);
  });
}

async function header(
  frame: Frame,
  expected: { dtype?: string; shape?: string; note?: RegExp },
): Promise<void> {
  const { dtype, shape, note } = await readHeader(frame);
  if (expected.dtype !== undefined) assert.equal(dtype, expected.dtype);
  if (expected.shape !== undefined) assert.equal(shape, expected.shape);
  if (expected.note) assert.match(note, expected.note);
}

describe('bad input', () => {
  const folder = mkdtempSync(join(tmpdir(), 'ndarray-bad-'));
  const at = (name: string) => join(folder, name);
  const good = bytesOf(wave(256));
  let workbench: Workbench;

  before(async () => {
    writeFileSync(at('first.dat'), good);
    workbench = await startWorkbench({ folder });
  });
  after(async () => {
    await workbench.close();
    rmSync(folder, { recursive: true, force: true });
  });
  afterEach(() => workbench.closeEditors());

  const open = (name: string): Promise<Frame> => openArray(workbench, name);
  /** Writes a file and opens it. */
  const opened = (name: string, bytes: Uint8Array): Promise<Frame> => {
    writeFileSync(at(name), bytes);
    return open(name);
  };

  describe('a file without a header', () => {
    it('that is empty says so, and shows its bytes when they come', async () => {
      const frame = await opened('empty.dat', new Uint8Array(0));
      await alert(frame, /cannot mmap an empty file/, /appear here once something is written to it/);
      writeFileSync(at('empty.dat'), good);
      await noAlert(frame);
      await header(frame, { dtype: 'float32' });
      await value(frame, 0, 'value', '0.0');
    });

    it('whose size is no multiple of the item says what is left over', async () => {
      const frame = await opened('odd.dat', Buffer.concat([good, Buffer.from([1, 2, 3])]));
      await setLayout(frame, 'dtype', 'float32');
      await header(frame, { shape: '256' });
      await frame.getByText('3 bytes left over after the last item').waitFor();
      assert.deepEqual(await readAlerts(frame), []);
    });

    it('with an offset past its end says so at the offset, and above the drawing', async () => {
      const frame = await opened('offset.dat', good);
      await setLayout(frame, 'offset', '5000');
      await alert(
        frame,
        /offset 5000 is past the end of the file, which has 1024 bytes/,
        /Choose an offset below 1024/,
      );
      assert.match((await errorAt(frame, 'offset')) ?? '', /past the end/);
      await setLayout(frame, 'offset', '0');
      await noAlert(frame);
    });

    it('with a shape larger than the file draws what is there, and says how much is missing', async () => {
      const frame = await opened('larger.dat', good);
      await setLayout(frame, 'dtype', 'float32');
      await setLayout(frame, 'shape', '300');
      await alert(
        frame,
        /mmap length is greater than file size: shape 300 from offset 0 ends at byte 1200, the file has 1024/,
        /Choose a smaller shape, or -1/,
      );
      await value(frame, 1, 'value', '0.04997917');
      await setLayout(frame, 'shape', '-1');
      await noAlert(frame);
      await header(frame, { shape: '256' });
    });

    it('refuses dtypes and shapes that no array has, at the control, and keeps what is drawn', async () => {
      const frame = await opened('typed.dat', good);
      await setLayout(frame, 'dtype', 'float32');
      const mistakes = [
        ['dtype', 'flaot32', /data type 'flaot32' not understood/],
        ['dtype', 'object', /object/],
        ['dtype', 'float32; import os', /not understood/],
        ['shape', '-5', /negative dimensions are not allowed/],
        ['shape', '-1, -1', /can only specify one unknown dimension/],
        ['shape', '4 x potato', /potato/],
        ['shape', '9007199254740993', /9007199254740993|too (big|large)/],
        ['shape', '4294967296 x 4294967296 x 16', /too (big|large)/],
        ['offset', '-4', /offset must be a whole number of bytes, 0 or more \(got '-4'\)/],
        ['offset', 'start', /offset must be a whole number of bytes, 0 or more \(got 'start'\)/],
      ] as const;
      for (const [control, text, message] of mistakes) {
        await setLayout(frame, control, text);
        const said = frame.locator('.field-error');
        assert.equal(await said.isVisible(), true, 'it is said while one is at the box');
        await frame.getByRole('grid', { name: 'Values' }).focus();
        assert.equal(await said.isVisible(), false, 'it lies over nothing after that');
        assert.match((await errorAt(frame, control)) ?? 'no error', message, `${control} ${text}`);
        await frame
          .getByRole('group', { name: 'Layout' })
          .getByLabel(control, { exact: true })
          .press('Escape');
        await until(`${text} to be forgotten`, async () =>
          (await errorAt(frame, control)) === undefined ? true : undefined,
        );
      }
      await header(frame, { dtype: 'float32', shape: '256' });
      await value(frame, 1, 'value', '0.04997917');
    });
  });

  it('in a layout is said until it is mended or given up, whatever happens to the file, and no longer', async () => {
    const frame = await opened('mistaken.dat', good);
    await setLayout(frame, 'dtype', 'float32');
    await setLayout(frame, 'dtype', 'flaot32');
    await setLayout(frame, 'offset', '8');
    assert.equal((await readHeader(frame)).dtype, 'float32', 'what is drawn, once another part is changed');
    await setLayout(frame, 'dtype', 'flaot64');
    writeFileSync(at('mistaken.dat'), bytesOf(Float32Array.from({ length: 300 }, (_, k) => -k)));
    await value(frame, 0, 'value', '-2.0');
    assert.match((await errorAt(frame, 'dtype')) ?? 'no error', /data type 'flaot64' not understood/);
    assert.equal((await readHeader(frame)).dtype, 'flaot64');
  });

  describe('a .npy file', () => {
    const data = bytesOf(wave(64));
    const small = npyHeader("'<f4'", '(8, 8)');
    /** Each is shown as raw bytes, with the reason and a way out. */
    const broken: readonly [name: string, file: Uint8Array, what: RegExp][] = [
      ['empty', new Uint8Array(0), /No data left in file/],
      ['text', Buffer.from('no numbers here\n'), /does not start with the \.npy magic bytes/],
      [
        'short',
        npy({ header: small }).subarray(0, 9),
        /EOF: reading array header length, expected 2 bytes got 1/,
      ],
      [
        'truncated',
        npy({ header: small }).subarray(0, 40),
        /EOF: reading array header, expected \d+ bytes got 30/,
      ],
      [
        'oversized',
        npy({ version: [2, 0], header: small, statedLength: 0xfffffff0, data }),
        /EOF: reading array header/,
      ],
      [
        'huge',
        npy({ version: [2, 0], header: small + ' '.repeat(20_000), data }),
        /Header info length \(\d+\) is large and may not be safe/,
      ],
      ['version', npy({ version: [9, 0], header: small, data }), /we only support format version/],
      [
        'evil',
        npy({
          header: `{'descr': __import__('os').system('true'), 'fortran_order': False, 'shape': (8, 8)}`,
          data,
        }),
        /Cannot parse header/,
      ],
      ['deep', npy({ header: '('.repeat(5000), data }), /Cannot parse header/],
      ['keys', npy({ header: `{'descr': '<f4', 'shape': (8, 8)}`, data }), /correct keys/],
      [
        'negative',
        npy({ header: npyHeader("'<f4'", '(-8, 8)'), data }),
        /negative dimensions|shape is not valid/,
      ],
      ['absurd', npy({ header: npyHeader("'<f4'", `(${'9'.repeat(30)},)`), data }), /shape|too (big|large)/],
      [
        'utf8',
        npy({ version: [3, 0], header: small + '\xff', data }),
        /'utf-8' codec can't decode the header/,
      ],
      ['object', npy({ header: npyHeader("'|O'", '(8,)'), data }), /Object arrays cannot be loaded/],
    ];
    for (const [name, file, what] of broken) {
      it(`with a bad header (${name}) says so, and is shown once it is put right`, async () => {
        const frame = await opened(`${name}.npy`, file);
        await alert(frame, what, / (Save|The|It is|At most|Got|Give) /);
        if (file.length > 0) assert.ok((await readBytes(frame)).length > 0, 'its bytes are on screen');
        writeNpy(at(`${name}.npy`), { header: small, data });
        await noAlert(frame);
        await header(frame, { dtype: 'float32', shape: '8 × 8', note: /from the \.npy header/ });
        await value(frame, 0, 1, '0.04997917');
      });
    }

    it('with fewer bytes than its header promises draws those, and says so', async () => {
      const frame = await opened('cut.npy', npy({ header: small, data: data.subarray(0, 100) }));
      await alert(frame, /mmap length is greater than file size/, /smaller shape/);
      await value(frame, 0, 1, '0.04997917');
      writeNpy(at('cut.npy'), { header: small, data });
      await noAlert(frame);
      await value(frame, 7, 0, '0.33498815');
    });

    it('with field names beyond ASCII shows them', async () => {
      const descr = "[('größe', '<f4'), ('時間', '<f4')]";
      const file = npy({ version: [3, 0], encoding: 'utf8', header: npyHeader(descr, '(32,)'), data });
      const frame = await opened('names.npy', file);
      await value(frame, 0, '時間', '0.04997917');
      await value(frame, 1, 'größe', '0.099833414');
      assert.deepEqual(await readAlerts(frame), []);
    });

    it('in Fortran order has Fortran strides', async () => {
      const frame = await opened('fortran.npy', npy({ header: npyHeader("'<f4'", '(8, 8)', true), data }));
      await value(frame, 1, 0, '0.04997917');
      assert.deepEqual(
        (await readStrides(frame)).map(({ stride }) => stride),
        [4, 32],
      );
      await header(frame, { shape: '8 × 8', note: /from the \.npy header/ });
    });

    it('without items says so in place of them', async () => {
      const frame = await opened('nothing.npy', npy({ header: npyHeader("'<f4'", '(0, 3)') }));
      await frame.getByText('No items: the shape is 0 × 3.').waitFor();
      assert.deepEqual(await readAlerts(frame), []);
    });

    it('without axes shows its one item', async () => {
      const frame = await opened(
        'scalar.npy',
        npy({ header: npyHeader("'<f4'", '()'), data: data.subarray(4, 8) }),
      );
      const { cells } = await readValues(frame);
      assert.deepEqual(
        cells.map(({ text }) => text.trim()),
        ['0.04997917'],
      );
      assert.deepEqual(await readAlerts(frame), []);
    });
  });

  describe('a file that changes under its editor', () => {
    /** Opens a good file drawn as float32. */
    const openGood = async (name: string): Promise<Frame> => {
      const frame = await opened(name, good);
      await setLayout(frame, 'dtype', 'float32');
      await value(frame, 1, 'value', '0.04997917');
      return frame;
    };
    const negative = bytesOf(wave(256).map(x => -x));

    it('by being deleted says so, keeps the last bytes, and recovers', async () => {
      const frame = await openGood('deleted.dat');
      unlinkSync(at('deleted.dat'));
      await alert(frame, /deleted\.dat was deleted or moved/, /Restore the file/);
      await value(frame, 1, 'value', '0.04997917');
      writeFileSync(at('deleted.dat'), negative);
      await noAlert(frame);
      await value(frame, 1, 'value', '-0.04997917');
    });

    it('by being truncated says so, and recovers', async () => {
      const frame = await openGood('shrunk.dat');
      truncateSync(at('shrunk.dat'), 512);
      await alert(frame, /mmap length is greater than file size: .* the file has 512/, /smaller shape/);
      await value(frame, 1, 'value', '0.04997917');
      truncateSync(at('shrunk.dat'), 0);
      await alert(frame, /cannot mmap an empty file/, /once something is written to it/);
      writeFileSync(at('shrunk.dat'), negative);
      await noAlert(frame);
      await value(frame, 1, 'value', '-0.04997917');
      await value(frame, 15, 'value', '-0.6816388');
    });

    it('by another taking its place shows that one', async () => {
      const frame = await openGood('replaced.dat');
      writeFileSync(at('replaced.tmp'), negative);
      renameSync(at('replaced.tmp'), at('replaced.dat'));
      await value(frame, 1, 'value', '-0.04997917');
      assert.deepEqual(await readAlerts(frame), []);
    });

    it('by being written to in place shows the new bytes', async () => {
      const frame = await openGood('written.dat');
      writeFileSync(at('written.dat'), negative);
      await value(frame, 1, 'value', '-0.04997917');
    });

    it('by a directory taking its place says so, and recovers', async () => {
      const frame = await openGood('directory.dat');
      unlinkSync(at('directory.dat'));
      mkdirSync(at('directory.dat'));
      await alert(frame, /directory\.dat is a directory/, /Choose a file inside it/);
      rmSync(at('directory.dat'), { recursive: true });
      writeFileSync(at('directory.dat'), negative);
      await noAlert(frame);
      await value(frame, 1, 'value', '-0.04997917');
    });
  });

  describe('what is no file', () => {
    it('a FIFO says so without waiting for its other end, and is shown once it is a file', async function () {
      if (windows) this.skip();
      execFileSync('mkfifo', [at('pipe.dat')]);
      const frame = await open('pipe.dat');
      await alert(frame, /pipe\.dat is a named pipe \(FIFO\)/, /Copy its bytes to a regular file/);
      rmSync(at('pipe.dat'));
      writeFileSync(at('pipe.dat'), good);
      await noAlert(frame);
      await header(frame, { dtype: 'float32' });
    });

    it('a link to nothing says so, and is shown once its target is there', async function () {
      if (windows) this.skip();
      symlinkSync('target.bin', at('dangling.dat'));
      const frame = await open('dangling.dat');
      await alert(frame, /is a link to target\.bin, which does not exist/, /Restore the target/);
      writeFileSync(at('target.bin'), good);
      await noAlert(frame);
      await header(frame, { dtype: 'float32' });
    });
  });

  it('leaves nothing but said problems behind', () => {
    assert.deepEqual(workbench.policyViolations(), []);
  });
});
