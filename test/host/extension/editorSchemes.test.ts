/** Files that are not local: read whole through `workspace.fs`, read-only and said to be, up to 64 MiB. */
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { workspaceDiscovery } from '../../../extension/editor/document/workspaceDiscovery';
import { MemoryDocument } from '../../../extension/editor/document/memoryDocument';
import { MAX_WHOLE_BYTES } from '../../../extension/editor/document/openSource';
import { VIEW_TYPES } from '../../../extension/ids';

const scheme = 'ndarray-test';
const never = new vscode.EventEmitter<vscode.FileChangeEvent[]>();

/** A file system in memory. `sizes` is what it says of a file, where that is not the length of its bytes. */
class Shelf implements vscode.FileSystemProvider {
  readonly files = new Map<string, Uint8Array>();
  readonly sizes = new Map<string, number>();
  reads = 0;
  mtime = 1;
  readonly onDidChangeFile = never.event;

  watch = (): vscode.Disposable => new vscode.Disposable(() => undefined);

  stat({ path }: vscode.Uri): vscode.FileStat {
    const size = this.sizes.get(path) ?? this.bytesOf(path).length;
    return { type: vscode.FileType.File, ctime: 0, mtime: this.mtime, size };
  }

  readFile({ path }: vscode.Uri): Uint8Array {
    this.reads++;
    return this.bytesOf(path);
  }

  private bytesOf(path: string): Uint8Array {
    const bytes = this.files.get(path);
    if (!bytes) throw vscode.FileSystemError.FileNotFound(path);
    return bytes;
  }

  readDirectory = (): never => refuse();
  createDirectory = (): never => refuse();
  writeFile = (): never => refuse();
  delete = (): never => refuse();
  rename = (): never => refuse();
}

function refuse(): never {
  throw vscode.FileSystemError.NoPermissions('a shelf is only read from');
}

describe('a document over a file that is not local', () => {
  const shelf = new Shelf();
  const ramp = Float32Array.from({ length: 1024 }, (_, k) => Math.sin(k / 20));
  let registration: vscode.Disposable;
  const documents: MemoryDocument[] = [];

  const open = async (path: string): Promise<MemoryDocument> => {
    const uri = vscode.Uri.from({ scheme, path });
    const store = { get: () => undefined, update: () => Promise.resolve() };
    const document = new MemoryDocument(uri, workspaceDiscovery(uri, store));
    documents.push(document);
    await document.load();
    return document;
  };

  before(() => {
    registration = vscode.workspace.registerFileSystemProvider(scheme, shelf, { isReadonly: true });
  });
  after(() => {
    for (const document of documents) document.dispose();
    registration.dispose();
  });

  it('has its bytes and its layout, and says that it is read-only', async () => {
    shelf.files.set('/a.dat', new Uint8Array(ramp.buffer));
    const document = await open('/a.dat');
    assert.equal(document.problem, undefined);
    assert.equal(document.discovery?.chosen.choice.dtype, 'float32');
    assert.match(document.notes.join(), /Read-only: the file is not local/);
    const [page] = (await document.readPages([0])).pages;
    assert.deepEqual(new Float32Array(page.buffer), ramp);
  });

  it('is refused past 64 MiB without being read, with what to do', async () => {
    shelf.files.set('/large.dat', new Uint8Array(8));
    shelf.sizes.set('/large.dat', MAX_WHOLE_BYTES + 1);
    const readBefore = shelf.reads;
    const { problem } = await open('/large.dat');
    assert.equal(problem?.kind, 'too-large');
    assert.match(problem.message, /67108865 bytes.*64 MiB/);
    assert.match(problem.action!, /Copy it to a local folder/);
    assert.equal(shelf.reads, readBefore);
  });

  it('is refused past 64 MiB too where its file system told a smaller size', async () => {
    shelf.files.set('/grown.dat', new Uint8Array(MAX_WHOLE_BYTES + 1));
    shelf.sizes.set('/grown.dat', 0);
    const { problem } = await open('/grown.dat');
    assert.equal(problem?.kind, 'too-large');
    shelf.files.delete('/grown.dat');
  });

  it('that is missing says so, and is shown once it is there', async () => {
    const document = await open('/late.dat');
    assert.equal(document.problem?.kind, 'file-missing');
    shelf.files.set('/late.dat', new Uint8Array(ramp.buffer));
    await document.refresh();
    assert.equal(document.problem, undefined);
    assert.equal(document.byteLength, ramp.byteLength);
  });

  it('is read again when it changed, and only then', async () => {
    shelf.files.set('/changing.dat', new Uint8Array(ramp.buffer));
    const document = await open('/changing.dat');
    const readBefore = shelf.reads;
    await document.refresh();
    assert.equal(shelf.reads, readBefore);
    shelf.files.set('/changing.dat', new Uint8Array(ramp.map(x => -x).buffer));
    shelf.mtime++;
    await document.refresh();
    assert.equal(shelf.reads, readBefore + 1);
    const [page] = (await document.readPages([0])).pages;
    assert.equal(new Float32Array(page.buffer)[4], -ramp[4]);
  });

  it('opens in the custom editor', async () => {
    shelf.files.set('/shown.dat', new Uint8Array(ramp.buffer));
    const uri = vscode.Uri.from({ scheme, path: '/shown.dat' });
    await vscode.commands.executeCommand('vscode.openWith', uri, VIEW_TYPES.memmap);
    const input = vscode.window.tabGroups.activeTabGroup.activeTab?.input;
    assert.ok(input instanceof vscode.TabInputCustom);
    assert.equal(input.viewType, VIEW_TYPES.memmap);
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  });
});
