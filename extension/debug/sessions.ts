/**
 * What is known of each debug session, read off the messages that pass by anyway: what its adapter can do, whether it is
 * stopped, how often it was, and where its frames are. It asks nothing itself.
 */
import * as vscode from 'vscode';
import type { Capabilities } from './runtime';

export type Status = 'stopped' | 'running' | 'ended';

interface SessionState {
  readonly session: vscode.DebugSession;
  capabilities: Capabilities;
  status: Status;
  /** Counts stops. */
  stops: number;
  /** Places of the frames of this stop, by id: `memory.py:12`. */
  readonly places: Map<number, string>;
  /** Sequence numbers of evaluations that the user typed: they may change memory. */
  readonly typed: Set<number>;
}

/** The part of a message of the Debug Adapter Protocol that is looked at. */
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

export class Sessions implements vscode.Disposable {
  readonly #known = new Map<string, SessionState>();
  readonly #changed = new vscode.EventEmitter<vscode.DebugSession>();
  /** A session was stopped, runs or has ended: see `statusOf`. */
  readonly onDidChangeStatus = this.#changed.event;
  readonly #stored = new vscode.EventEmitter<vscode.DebugSession>();
  /** The user stored something while the program was stopped, by the Variables view or the Debug Console. */
  readonly onDidStore = this.#stored.event;

  statusOf({ id }: { readonly id: string }): Status {
    return this.#known.get(id)?.status ?? 'ended';
  }

  stopsOf({ id }: { readonly id: string }): number {
    return this.#known.get(id)?.stops ?? 0;
  }

  capabilitiesOf({ id }: { readonly id: string }): Capabilities {
    return this.#known.get(id)?.capabilities ?? {};
  }

  locationOf({ id }: { readonly id: string }, frameId: number): string | undefined {
    return this.#known.get(id)?.places.get(frameId);
  }

  /** Looks on at the messages of a session that starts. */
  track(session: vscode.DebugSession): vscode.DebugAdapterTracker {
    const known: SessionState = {
      session,
      capabilities: {},
      status: 'running',
      stops: 0,
      places: new Map(),
      typed: new Set(),
    };
    this.#known.set(session.id, known);
    const ended = (): void => this.#end(known);
    return {
      onWillReceiveMessage: (message: ProtocolMessage) => {
        if (message.command === 'evaluate' && message.arguments?.context === 'repl')
          known.typed.add(message.seq ?? -1);
      },
      onDidSendMessage: (message: ProtocolMessage) => {
        if (message.type === 'event') this.#event(known, message);
        else if (message.type === 'response') this.#response(known, message);
      },
      onExit: ended,
      onWillStopSession: ended,
    };
  }

  #event(known: SessionState, { event }: ProtocolMessage): void {
    if (event === 'stopped') {
      known.stops++;
      known.places.clear();
      this.#become(known, 'stopped');
    } else if (event === 'continued') this.#become(known, 'running');
    else if (event === 'terminated' || event === 'exited') this.#end(known);
  }

  #response(known: SessionState, { command = '', request_seq = -1, success, body }: ProtocolMessage): void {
    const typed = known.typed.delete(request_seq);
    if (success !== true) return;
    if (command === 'initialize') known.capabilities = capabilitiesIn(body);
    else if (command === 'stackTrace') recordLocations(known, body);
    else if (RESUMING_COMMANDS.has(command)) this.#become(known, 'running');
    else if (STORING_COMMANDS.has(command) || typed) this.#stored.fire(known.session);
  }

  #become(known: SessionState, status: Status): void {
    if (known.status === 'ended' || (known.status === status && status !== 'stopped')) return;
    known.status = status;
    this.#changed.fire(known.session);
  }

  /** A session that is restarted keeps its id: the end of its old adapter may be told when the new one is stopped already. */
  #end(known: SessionState): void {
    if (this.#known.get(known.session.id) !== known) return;
    this.#become(known, 'ended');
    this.#known.delete(known.session.id);
  }

  dispose(): void {
    this.#changed.dispose();
    this.#stored.dispose();
  }
}

function capabilitiesIn(body: unknown): Capabilities {
  const said = (body ?? {}) as Record<string, unknown>;
  return {
    supportsReadMemoryRequest: said.supportsReadMemoryRequest === true,
    supportsWriteMemoryRequest: said.supportsWriteMemoryRequest === true,
  };
}

interface StackFrame {
  readonly id?: unknown;
  readonly line?: unknown;
  readonly source?: { readonly name?: unknown; readonly path?: unknown };
}

function recordLocations({ places }: SessionState, body: unknown): void {
  const frames = (body as { stackFrames?: unknown } | undefined)?.stackFrames;
  if (!Array.isArray(frames)) return;
  for (const { id, line, source } of frames as readonly StackFrame[]) {
    const file = typeof source?.name === 'string' ? source.name : source?.path;
    if (typeof id === 'number' && typeof line === 'number' && typeof file === 'string')
      places.set(id, `${file.slice(file.lastIndexOf('/') + 1)}:${line}`);
  }
}
