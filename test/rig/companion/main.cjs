/**
 * Loaded beside the extension under development, once VS Code knows every extension: a file that is opened earlier,
 * by the page's address, opens before the custom editor is registered.
 * `NDARRAY_OPEN` names the file to open in an empty window; `NDARRAY_READY` the file to tell in that it is ready;
 * `NDARRAY_PYTHON` the Python whose debugpy debugs Python programs: the VS Code of the browser brings no debugger for it.
 */
const fs = require('node:fs');
const vscode = require('vscode');

async function openFirst(path) {
  const isEmpty = vscode.window.tabGroups.all.every(group => group.tabs.length === 0);
  if (isEmpty) await vscode.commands.executeCommand('vscode.open', vscode.Uri.file(path));
}

/** Whoever waits for the file finds it whole: it is renamed into its place. */
function tellReady(path) {
  const facts = { extensionHostPid: process.pid, version: vscode.version };
  fs.writeFileSync(`${path}.partial`, JSON.stringify(facts));
  fs.renameSync(`${path}.partial`, path);
}

/** debugpy's own adapter, for the debug type that Microsoft's extension has on other machines. */
function pythonDebugger(python) {
  return vscode.debug.registerDebugAdapterDescriptorFactory('debugpy', {
    createDebugAdapterDescriptor: () =>
      new vscode.DebugAdapterExecutable(python, ['-Xfrozen_modules=off', '-m', 'debugpy.adapter']),
  });
}

/** F5 in a Python file without a launch configuration. */
const resolver = python => ({
  resolveDebugConfiguration: (_folder, configuration) => {
    const file = vscode.window.activeTextEditor?.document.fileName;
    const start = { type: 'debugpy', request: 'launch', name: 'Python', program: file };
    const whole = configuration.type ? configuration : start;
    return { python, console: 'internalConsole', justMyCode: false, ...whole };
  },
});

exports.activate = async context => {
  const { NDARRAY_OPEN, NDARRAY_READY, NDARRAY_PYTHON } = process.env;
  if (NDARRAY_PYTHON) {
    context.subscriptions.push(
      pythonDebugger(NDARRAY_PYTHON),
      vscode.debug.registerDebugConfigurationProvider('debugpy', resolver(NDARRAY_PYTHON)),
    );
  }
  if (NDARRAY_READY) tellReady(NDARRAY_READY);
  if (NDARRAY_OPEN) await openFirst(NDARRAY_OPEN);
};
