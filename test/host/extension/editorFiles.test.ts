/**
 * A document and its file: what cannot be opened says why, and a file that goes, shrinks, is replaced or comes back is
 * followed. In the extension host, without a screen: the same cases on screen are in `test/ui/opening/badInput.test.ts`.
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
import { basename, join } from 'node:path';
import * as vscode from 'vscode';
import { neighboursOf, workspaceDiscovery } from '../../../extension/editor/document/workspaceDiscovery';
import { MemoryDocument } from '../../../extension/editor/document/memoryDocument';
import { VIEW_TYPES } from '../../../extension/ids';

const windows = process.platform === 'win32';

/** A store that remembers as long as one test. */
function memoryStore() {
  const values = new Map<string, unknown>();
  return {
    get: (key: string) => values.get(key),
    update: (key: string, value: unknown) => Promise.resolve(void values.set(key, value)),
  };
}

const ramp = (count: number): Float32Array =>
  Float32Array.from({ length: count }, (_, k) => Math.sin(k / 20));

/** The header of a `.npy` file 1.0, padded to 64 bytes as NumPy pads it. */
function npyFile(header: string, data: Uint8Array): Buffer {
  const text = header.padEnd(64 * Math.ceil((header.length + 11) / 64) - 11) + '\n';
  const length = Buffer.from([text.length & 0xff, text.length >> 8]);
  return Buffer.concat([
    Buffer.from('\x93NUMPY\x01\x00', 'latin1'),
    length,
    Buffer.from(text, 'latin1'),
    data,
  ]);
}

describe('a document over a local file', () => {
  const folder = mkdtempSync(join(tmpdir(), 'ndarray-editor-'));
  const documents: MemoryDocument[] = [];
  let count = 0;

  const fresh = (name = 'a.dat'): string => {
    const place = join(folder, String(count++));
    mkdirSync(place);
    return join(place, name);
  };
  const documentAt = (path: string): MemoryDocument => {
    const uri = vscode.Uri.file(path);
    const document = new MemoryDocument(uri, workspaceDiscovery(uri, memoryStore()));
    documents.push(document);
    return document;
  };
  const opened = async (path: string): Promise<MemoryDocument> => {
    const document = documentAt(path);
    await document.load();
    return document;
  };
  const firstByte = async (document: MemoryDocument): Promise<number> =>
    (await document.readPages([0])).pages[0][0];

  afterEach(() => {
    for (const document of documents.splice(0)) document.dispose();
  });
  after(() => rmSync(folder, { recursive: true, force: true }));

  it('has layouts for its bytes, and no problem', async () => {
    const path = fresh();
    writeFileSync(path, ramp(256));
    const document = await opened(path);
    assert.equal(document.problem, undefined);
    assert.equal(document.discovery?.chosen.choice.dtype, 'float32');
  });

  it('follows a file that was deleted, and that comes back', async () => {
    const path = fresh();
    writeFileSync(path, ramp(256));
    const document = await opened(path);
    const told: string[] = [];
    document.onDidChange(() => told.push(document.problem?.kind ?? 'fine'));
    unlinkSync(path);
    await document.refresh();
    assert.match(document.problem!.message, /deleted or moved/);
    assert.equal(await firstByte(document), 0, 'the bytes last seen are still there');
    await document.refresh();
    writeFileSync(path, ramp(256).fill(-1));
    await document.refresh();
    assert.equal(document.problem, undefined);
    assert.deepEqual(told, ['file-missing', 'fine'], 'what did not change is not told again');
    const [page] = (await document.readPages([0])).pages;
    assert.equal(new Float32Array(page.buffer)[0], -1);
  });

  it('follows a file that was truncated, to nothing too, and that grows again', async () => {
    const path = fresh();
    writeFileSync(path, ramp(4096));
    const document = await opened(path);
    truncateSync(path, 4 * 1000);
    await document.refresh();
    assert.deepEqual([document.problem, document.byteLength], [undefined, 4000]);
    truncateSync(path, 0);
    await document.refresh();
    assert.equal(document.byteLength, 0);
    assert.match(document.discovery?.chosen.origin.text ?? '', /^the file is empty/);
    writeFileSync(path, ramp(4096));
    await document.refresh();
    assert.deepEqual([document.problem, document.byteLength], [undefined, 4 * 4096]);
    assert.equal(document.discovery?.chosen.choice.dtype, 'float32');
  });

  it('reads no byte of a file that shrank since it was looked at, says so, and looks again by itself', async () => {
    const path = fresh();
    writeFileSync(path, ramp(1024));
    truncateSync(path, 64 * 1024 * 1024);
    const document = await opened(path);
    truncateSync(path, 4096);
    const looked = new Promise<void>(accept => document.onDidChange(accept));
    await assert.rejects(document.readPages([9999]), { kind: 'file-changed' });
    await looked;
    assert.equal(document.byteLength, 4096);
    assert.deepEqual((await document.readPages([9999])).pages[0].length, 0);
  });

  it('goes over to the file that replaces it', async () => {
    const path = fresh();
    writeFileSync(path, ramp(256));
    const document = await opened(path);
    writeFileSync(`${path}.new`, Uint8Array.of(7, 7, 7, 7));
    renameSync(`${path}.new`, path);
    await document.refresh();
    assert.deepEqual([document.problem, document.byteLength], [undefined, 4]);
    assert.equal(await firstByte(document), 7);
  });

  it('says so when a directory takes its place, and recovers', async () => {
    const path = fresh();
    writeFileSync(path, ramp(256));
    const document = await opened(path);
    unlinkSync(path);
    mkdirSync(path);
    await document.refresh();
    assert.equal(document.problem?.kind, 'not-a-file');
    assert.match(document.problem.message, /is a directory$/);
    rmSync(path, { recursive: true });
    writeFileSync(path, ramp(256));
    await document.refresh();
    assert.equal(document.problem, undefined);
  });

  it('opens a directory, a link to nothing and a path to nothing with a problem, until a file is there', async () => {
    const directory = fresh();
    mkdirSync(directory);
    const nothing = fresh();
    const link = fresh();
    if (!windows) symlinkSync('target.dat', link);
    const cases: [string, RegExp, () => void][] = [
      [directory, /is a directory$/, () => rmSync(directory, { recursive: true })],
      [nothing, /does not exist$/, () => undefined],
      ...(windows
        ? []
        : ([[link, /is a link to target\.dat, which does not exist$/, () => rmSync(link)]] as [
            string,
            RegExp,
            () => void,
          ][])),
    ];
    for (const [path, message, clear] of cases) {
      const document = await opened(path);
      assert.match(document.problem!.message, message);
      assert.ok(document.problem!.action);
      assert.equal(document.isOpen, false);
      await assert.rejects(document.readPages([0]), { kind: document.problem!.kind });
      clear();
      writeFileSync(path, ramp(256));
      await document.refresh();
      assert.equal(document.problem, undefined);
      assert.equal(document.discovery?.chosen.choice.dtype, 'float32');
    }
  });

  it('opens a directory in the editor too, where VS Code is told to', async () => {
    const directory = fresh();
    mkdirSync(directory);
    const uri = vscode.Uri.file(directory);
    await vscode.commands.executeCommand('vscode.openWith', uri, VIEW_TYPES.memmap);
    const input = vscode.window.tabGroups.activeTabGroup.activeTab?.input;
    assert.ok(input instanceof vscode.TabInputCustom, 'the editor is there, to say what is the matter');
    assert.equal(input.uri.path, uri.path);
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  });

  it('does not wait for the other end of a FIFO', async function () {
    if (windows) this.skip();
    const path = fresh();
    execFileSync('mkfifo', [path]);
    const document = await opened(path);
    assert.match(document.problem!.message, /is a named pipe \(FIFO\)$/);
    rmSync(path);
    writeFileSync(path, ramp(256));
    await document.refresh();
    assert.equal(document.problem, undefined);
  });

  it('says so when it may not be read, and recovers', async function () {
    // Nothing is forbidden to root, and permissions are not like that on Windows.
    if (windows || process.getuid?.() === 0) this.skip();
    const path = fresh();
    writeFileSync(path, ramp(256), { mode: 0o000 });
    const document = await opened(path);
    assert.equal(document.problem?.kind, 'file-unreadable');
    rmSync(path);
    writeFileSync(path, ramp(256));
    await document.refresh();
    assert.equal(document.problem, undefined);
  });

  it('notices a .npy header that was put right, though the size is the same', async () => {
    const path = fresh('a.npy');
    const data = new Uint8Array(ramp(16).buffer);
    const good = npyFile("{'descr': '<f4', 'fortran_order': False, 'shape': (4, 4), }", data);
    const bad = npyFile("{'descr': '<f4', 'fortran_order': Maybe, 'shape': (4, 4), }", data);
    assert.equal(good.length, bad.length);
    writeFileSync(path, bad);
    const document = await opened(path);
    assert.equal(document.discovery?.npyError?.kind, 'invalid-header');
    writeFileSync(path, good);
    await document.refresh();
    assert.equal(document.discovery.npyError, undefined);
    assert.deepEqual(document.discovery.chosen.choice.shape, [4, 4]);
  });

  it('searches for a layout again after a search that failed', async () => {
    const path = fresh();
    writeFileSync(path, ramp(256));
    const uri = vscode.Uri.file(path);
    const find = workspaceDiscovery(uri, memoryStore());
    let searches = 0;
    const document = new MemoryDocument(uri, (...args) =>
      ++searches === 1 ? Promise.reject(new Error('the disk hiccupped')) : find(...args),
    );
    documents.push(document);
    await document.load();
    assert.equal(document.problem?.message, 'the disk hiccupped');
    await document.refresh();
    assert.equal(document.problem, undefined);
    assert.equal(document.discovery?.chosen.choice.dtype, 'float32');
    await document.refresh();
    assert.equal(searches, 2, 'and not again after one that did not');
  });

  it('takes the answer of the latest search, whichever ends first', async () => {
    const path = fresh();
    writeFileSync(path, ramp(256));
    const uri = vscode.Uri.file(path);
    const find = workspaceDiscovery(uri, memoryStore());
    const first = await find(
      { byteLength: 0, read: () => Promise.resolve(new Uint8Array(0)) },
      () => undefined,
      new AbortController().signal,
    );
    let release = (): void => undefined;
    let searches = 0;
    const document = new MemoryDocument(uri, async (...args) => {
      if (++searches > 1) return find(...args);
      await new Promise<void>(accept => (release = accept));
      return first;
    });
    documents.push(document);
    const loading = document.load();
    while (searches === 0) await new Promise(accept => setTimeout(accept, 5));
    await document.rediscover();
    release();
    await loading;
    assert.equal(document.discovery?.chosen.choice.dtype, 'float32');
  });
});

describe('the neighbours of a file', () => {
  const folder = mkdtempSync(join(tmpdir(), 'ndarray-neighbours-'));
  after(() => rmSync(folder, { recursive: true }));

  it('are listed and read by name, up to a size', async () => {
    const outside = `${basename(folder)}.hdr`;
    writeFileSync(join(folder, '..', outside), 'not ours');
    after(() => rmSync(join(folder, '..', outside)));
    writeFileSync(join(folder, 'a.hdr'), 'int16');
    const neighbours = neighboursOf(vscode.Uri.file(join(folder, 'a.dat')));
    assert.deepEqual(await neighbours.list(), ['a.hdr']);
    assert.equal(Buffer.from((await neighbours.read('a.hdr', 5))!).toString(), 'int16');
    assert.equal(await neighbours.read('a.hdr', 4), undefined);
    assert.equal(await neighbours.read('no such file', 5), undefined);
    assert.equal(await neighbours.read(`../${outside}`, 100), undefined);
  });
});
