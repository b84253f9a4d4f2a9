/** The extension as it is shipped: unpacked from the VSIX into a path with a space, it finds all its parts. */
import assert from 'node:assert/strict';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import * as vscode from 'vscode';

const extension = () => vscode.extensions.getExtension('ndarray-inspector.ndarray-inspector')!;

describe('the extension unpacked from its VSIX', () => {
  it('runs from a path with a space', () => {
    assert.match(extension().extensionPath, / /);
  });

  it('activates', async () => {
    await extension().activate();
    assert.equal(extension().isActive, true);
  });

  it('brings its bundles, and no sources, tests or packages', () => {
    const path = extension().extensionPath;
    for (const name of ['extension.js', 'webview.js', 'webview.css', 'webview-lazy.js', 'webview-lazy.css']) {
      assert.ok(existsSync(join(path, 'dist', name)), `dist/${name} is not in the package`);
    }
    const unwanted = ['core', 'extension', 'webview', 'test', 'node_modules', 'out', '.github', '.ci'];
    assert.deepEqual(
      readdirSync(path).filter(name => unwanted.includes(name)),
      [],
    );
  });
});
