/**
 * The debug adapters whose sessions can be inspected. The runtime of a session, the trackers' activation events and the
 * conditions of the debug menus in `package.json` all derive from this list; `npm run texts` writes the latter two.
 */
import type { DebugState } from '../../webview/protocol/debugSchema';

/** The languages that have a runtime. */
export type Language = DebugState['language'];

/** A debug adapter and the runtime for its sessions. */
export interface DebugAdapter {
  /** The `type` of a debug configuration, as `vscode.DebugSession.type` has it. */
  readonly type: string;
  readonly language: Language;
}

/** The supported debug adapters. */
export const DEBUG_ADAPTERS: readonly DebugAdapter[] = [
  { type: 'debugpy', language: 'python' },
  { type: 'python', language: 'python' },
  { type: 'Python Kernel Debug Adapter', language: 'python' },
  { type: 'pwa-node', language: 'javascript' },
  { type: 'node', language: 'javascript' },
  { type: 'node-terminal', language: 'javascript' },
  { type: 'pwa-chrome', language: 'javascript' },
  { type: 'pwa-msedge', language: 'javascript' },
  { type: 'pwa-extensionHost', language: 'javascript' },
  { type: 'lldb-dap', language: 'native' },
  { type: 'lldb', language: 'native' },
  { type: 'cppdbg', language: 'native' },
  { type: 'gdb', language: 'native' },
];

/** The when clause that holds in sessions of these adapters. */
export function whenDebugging(adapters: readonly DebugAdapter[] = DEBUG_ADAPTERS): string {
  return `debugType =~ /^(${adapters.map(({ type }) => type).join('|')})$/`;
}
