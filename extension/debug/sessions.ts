/**
 * Tracks each debug session by the messages it exchanges with its adapter: capabilities, status, number of stops, source
 * locations of frames. Sends no requests of its own.
 */
import * as vscode from 'vscode';
import type { Capabilities } from './runtime';

/** `ended` also stands for sessions that were never tracked. */
export type Status = 'stopped' | 'running' | 'ended';

interface SessionState {
  readonly session: vscode.DebugSession;
  capabilities: Capabilities;
  status: Status;
  /** Number of stops so far. */
  stops: number;
  /** Source locations of the frames of the current stop, by frame id, as in `memory.py:12`. */
  readonly locations: Map<number, string>;
  /** Sequence numbers of pending evaluations from the Debug Console, which may change memory. */
  readonly consoleRequests: Set<number>;
}

/** The fields of Debug Adapter Protocol messages that are read here. */
interface ProtocolMessage {
  readonly type?: string;
  readonly seq?: number;
  readonly request_seq?: number;
  readonly command?: string;
  readonly event?: string;
  readonly success?: boolean;
  readonly body?: unknown;
  readonly arguments?: { readonly context?: string };
}

const RESUMING_COMMANDS = new Set([
  'continue',
  'next',
  'stepIn',
  'stepOut',
  'stepBack',
  'reverseContinue',
  'goto',
]);
const STORING_COMMANDS = new Set(['setVariable', 'setExpression', 'writeMemory']);

/** The tracked debug sessions, by their id. */
export class Sessions implements vscode.Disposable {
  readonly #states = new Map<string, SessionState>();
  readonly #changed = new vscode.EventEmitter<vscode.DebugSession>();
  /** Fires when the status of a session changes, and at every stop. */
  readonly onDidChangeStatus = this.#changed.event;
  readonly #stored = new vscode.EventEmitter<vscode.DebugSession>();
  /** Fires when the user changed memory of a stopped program, through the Variables view or the Debug Console. */
  readonly onDidStore = this.#stored.event;

  statusOf({ id }: { readonly id: string }): Status {
    return this.#states.get(id)?.status ?? 'ended';
  }

  stopsOf({ id }: { readonly id: string }): number {
    return this.#states.get(id)?.stops ?? 0;
  }

  capabilitiesOf({ id }: { readonly id: string }): Capabilities {
    return this.#states.get(id)?.capabilities ?? {};
  }

  locationOf({ id }: { readonly id: string }, frameId: number): string | undefined {
    return this.#states.get(id)?.locations.get(frameId);
  }

  /** Returns a tracker for a session that starts. */
  track(session: vscode.DebugSession): vscode.DebugAdapterTracker {
    const state: SessionState = {
      session,
      capabilities: {},
      status: 'running',
      stops: 0,
      locations: new Map(),
      consoleRequests: new Set(),
    };
    this.#states.set(session.id, state);
    const ended = (): void => this.#end(state);
    return {
      onWillReceiveMessage: (message: ProtocolMessage) => {
        if (message.command === 'evaluate' && message.arguments?.context === 'repl')
          state.consoleRequests.add(message.seq ?? -1);
      },
      onDidSendMessage: (message: ProtocolMessage) => {
        if (message.type === 'event') this.#onEvent(state, message);
        else if (message.type === 'response') this.#onResponse(state, message);
      },
      onExit: ended,
      onWillStopSession: ended,
    };
  }

  #onEvent(state: SessionState, { event }: ProtocolMessage): void {
    if (event === 'stopped') {
      state.stops++;
      state.locations.clear();
      this.#setStatus(state, 'stopped');
    } else if (event === 'continued') this.#setStatus(state, 'running');
    else if (event === 'terminated' || event === 'exited') this.#end(state);
  }

  #onResponse(state: SessionState, { command = '', request_seq = -1, success, body }: ProtocolMessage): void {
    const isFromConsole = state.consoleRequests.delete(request_seq);
    if (success !== true) return;
    if (command === 'initialize') state.capabilities = capabilitiesIn(body);
    else if (command === 'stackTrace') recordLocations(state, body);
    else if (RESUMING_COMMANDS.has(command)) this.#setStatus(state, 'running');
    else if (STORING_COMMANDS.has(command) || isFromConsole) this.#stored.fire(state.session);
  }

  #setStatus(state: SessionState, status: Status): void {
    if (state.status === 'ended' || (state.status === status && status !== 'stopped')) return;
    state.status = status;
    this.#changed.fire(state.session);
  }

  /** A restarted session keeps its id: the old adapter may report its end when the new one has already stopped. */
  #end(state: SessionState): void {
    if (this.#states.get(state.session.id) !== state) return;
    this.#setStatus(state, 'ended');
    this.#states.delete(state.session.id);
  }

  dispose(): void {
    this.#changed.dispose();
    this.#stored.dispose();
  }
}

function capabilitiesIn(body: unknown): Capabilities {
  const fields = (body ?? {}) as Record<string, unknown>;
  return {
    supportsReadMemoryRequest: fields.supportsReadMemoryRequest === true,
    supportsWriteMemoryRequest: fields.supportsWriteMemoryRequest === true,
  };
}

interface StackFrame {
  readonly id?: unknown;
  readonly line?: unknown;
  readonly source?: { readonly name?: unknown; readonly path?: unknown };
}

function recordLocations({ locations }: SessionState, body: unknown): void {
  const frames = (body as { stackFrames?: unknown } | undefined)?.stackFrames;
  if (!Array.isArray(frames)) return;
  for (const { id, line, source } of frames as readonly StackFrame[]) {
    const file = typeof source?.name === 'string' ? source.name : source?.path;
    if (typeof id === 'number' && typeof line === 'number' && typeof file === 'string')
      locations.set(id, `${file.slice(file.lastIndexOf('/') + 1)}:${line}`);
  }
}
