/**
 * What is known of each debug session, read off the messages that pass by anyway: what its adapter can do, whether it is
 * stopped, how often it was, and where its frames are. It asks nothing itself.
 */
import * as vscode from 'vscode';
import type { Capabilities } from './runtime';

export type Status = 'stopped' | 'running' | 'ended';

interface Known {
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
interface Message {
  readonly type?: string;
  readonly seq?: number;
  readonly request_seq?: number;
  readonly command?: string;
  readonly event?: string;
  readonly success?: boolean;
  readonly body?: unknown;
  readonly arguments?: { readonly context?: string };
}

const RESUMING = new Set(['continue', 'next', 'stepIn', 'stepOut', 'stepBack', 'reverseContinue', 'goto']);
const STORING = new Set(['setVariable', 'setExpression', 'writeMemory']);

export class Sessions implements vscode.Disposable {
  readonly #known = new Map<string, Known>();
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

  placeOf({ id }: { readonly id: string }, frameId: number): string | undefined {
    return this.#known.get(id)?.places.get(frameId);
  }

  /** Looks on at the messages of a session that starts. */
  track(session: vscode.DebugSession): vscode.DebugAdapterTracker {
    const known: Known = {
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
      onWillReceiveMessage: (message: Message) => {
        if (message.command === 'evaluate' && message.arguments?.context === 'repl')
          known.typed.add(message.seq ?? -1);
      },
      onDidSendMessage: (message: Message) => {
        if (message.type === 'event') this.#event(known, message);
        else if (message.type === 'response') this.#response(known, message);
      },
      onExit: ended,
      onWillStopSession: ended,
    };
  }

  #event(known: Known, { event }: Message): void {
    if (event === 'stopped') {
      known.stops++;
      known.places.clear();
      this.#become(known, 'stopped');
    } else if (event === 'continued') this.#become(known, 'running');
    else if (event === 'terminated' || event === 'exited') this.#end(known);
  }

  #response(known: Known, { command = '', request_seq = -1, success, body }: Message): void {
    const typed = known.typed.delete(request_seq);
    if (success !== true) return;
    if (command === 'initialize') known.capabilities = capabilitiesIn(body);
    else if (command === 'stackTrace') notePlaces(known, body);
    else if (RESUMING.has(command)) this.#become(known, 'running');
    else if (STORING.has(command) || typed) this.#stored.fire(known.session);
  }

  #become(known: Known, status: Status): void {
    if (known.status === 'ended' || (known.status === status && status !== 'stopped')) return;
    known.status = status;
    this.#changed.fire(known.session);
  }

  /** A session that is restarted keeps its id: the end of its old adapter may be told when the new one is stopped already. */
  #end(known: Known): void {
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

function notePlaces({ places }: Known, body: unknown): void {
  const frames = (body as { stackFrames?: unknown } | undefined)?.stackFrames;
  if (!Array.isArray(frames)) return;
  for (const { id, line, source } of frames as readonly StackFrame[]) {
    const file = typeof source?.name === 'string' ? source.name : source?.path;
    if (typeof id === 'number' && typeof line === 'number' && typeof file === 'string')
      places.set(id, `${file.slice(file.lastIndexOf('/') + 1)}:${line}`);
  }
}
