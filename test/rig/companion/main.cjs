/**
 * Loaded beside the extension under development, once VS Code knows every extension: a file that is opened earlier,
 * by the page's address, opens before the custom editor is registered.
 * `NDARRAY_OPEN` names the file to open in an empty window; `NDARRAY_READY` the file to tell in that it is ready;
 * `NDARRAY_PYTHON` the Python whose debugpy debugs Python programs: the VS Code of the browser brings no debugger for it.
 * `NDARRAY_DELAYS` the file in which to say how long the event loop keeps others waiting, in milliseconds.
 * `NDARRAY_LLDB_DAP` the adapter that debugs C++ programs, for the same reason.
 */
const fs = require('node:fs');
const vscode = require('vscode');

async function openFirst(path) {
  const isEmpty = vscode.window.tabGroups.all.every(group => group.tabs.length === 0);
  if (isEmpty) await vscode.commands.executeCommand('vscode.open', vscode.Uri.file(path));
}

/** Writes the delays of the event loop ten times a second; begins anew where a file `….reset` is put there. */
function tellDelays(path) {
  const { monitorEventLoopDelay } = require('node:perf_hooks');
  const delays = monitorEventLoopDelay({ resolution: 5 });
  delays.enable();
  const timer = setInterval(() => {
    if (fs.existsSync(`${path}.reset`)) {
      delays.reset();
      fs.rmSync(`${path}.reset`);
    }
    const facts = { p99: delays.percentile(99) / 1e6, max: delays.max / 1e6 };
    fs.writeFileSync(`${path}.partial`, JSON.stringify(facts));
    fs.renameSync(`${path}.partial`, path);
  }, 100);
  return { dispose: () => clearInterval(timer) };
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

/** lldb's adapter, for the debug type that LLVM's extension has. */
function nativeDebugger(command) {
  return vscode.debug.registerDebugAdapterDescriptorFactory('lldb-dap', {
    createDebugAdapterDescriptor: () => new vscode.DebugAdapterExecutable(command, []),
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
  const { NDARRAY_OPEN, NDARRAY_READY, NDARRAY_PYTHON, NDARRAY_LLDB_DAP, NDARRAY_DELAYS } = process.env;
  if (NDARRAY_PYTHON) {
    context.subscriptions.push(
      pythonDebugger(NDARRAY_PYTHON),
      vscode.debug.registerDebugConfigurationProvider('debugpy', resolver(NDARRAY_PYTHON)),
    );
  }
  if (NDARRAY_LLDB_DAP) context.subscriptions.push(nativeDebugger(NDARRAY_LLDB_DAP));
  if (NDARRAY_DELAYS) context.subscriptions.push(tellDelays(NDARRAY_DELAYS));
  if (NDARRAY_READY) tellReady(NDARRAY_READY);
  if (NDARRAY_OPEN) await openFirst(NDARRAY_OPEN);
};
