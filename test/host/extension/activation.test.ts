/** The extension as VS Code sees it: found, inactive until it is wanted, and true to its manifest once active. */
import assert from 'node:assert/strict';
import * as vscode from 'vscode';

const id = 'ndarray-inspector.ndarray-inspector';

interface Manifest {
  readonly contributes?: { readonly commands?: readonly { readonly command: string }[] };
}

describe('the extension in a real VS Code', () => {
  it(`is found (VS Code ${vscode.version}, Node ${process.version})`, () => {
    assert.ok(vscode.extensions.getExtension(id), `no extension is called ${id}`);
  });

  it('activates', async () => {
    const extension = vscode.extensions.getExtension(id);
    await extension?.activate();
    assert.equal(extension?.isActive, true);
  });

  it('registers every command that its manifest names', async () => {
    const extension = vscode.extensions.getExtension(id);
    const manifest = extension?.packageJSON as Manifest;
    const named = (manifest.contributes?.commands ?? []).map(({ command }) => command);
    const registered = new Set(await vscode.commands.getCommands(true));
    assert.ok(named.length > 0, 'the manifest names no command');
    assert.deepEqual(
      named.filter(command => !registered.has(command)),
      [],
    );
  });
});
