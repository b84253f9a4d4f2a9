/**
 * A debug adapter for JavaScript without a debugger: expressions really run, in a frame of the given variables, and
 * memory is given as js-debug gives it: offsets of the view's own, hexadecimal inside, clipped and over-reported.
 */
import type { Frame, Session } from '../../../../../extension/debug/runtime';

type View = ArrayBuffer | SharedArrayBuffer | ArrayBufferView;
type Answer = Record<string, unknown>;

export interface Program {
  readonly frame: Frame;
  /** The requests that were made, in their order. */
  readonly commands: readonly string[];
}

export function program(
  variables: Readonly<Record<string, unknown>>,
  options: {
    readonly memory?: boolean;
    readonly silent?: readonly string[];
    readonly refuses?: readonly string[];
  } = {},
): Program {
  const memories: View[] = [];
  const commands: string[] = [];
  const referenceTo = (value: unknown): string | undefined =>
    isMemory(value) ? String(memories.push(value) - 1) : undefined;

  const answers: Record<string, (args: Answer) => Answer> = {
    evaluate: ({ expression, context }) => {
      const value = run(String(expression), variables);
      const reference = referenceTo(value);
      const quoted = context === 'clipboard' ? JSON.stringify(value) : `'${String(value)}'`;
      const result = typeof value === 'string' ? quoted : String(value);
      return { result, variablesReference: 0, ...(reference ? { memoryReference: reference } : {}) };
    },
    scopes: () => ({
      scopes: [
        { name: 'Local', variablesReference: 1, expensive: false },
        { name: 'Global', variablesReference: 2, expensive: true },
      ],
    }),
    variables: () => ({
      variables: Object.entries(variables).map(([name, value]) => ({
        name,
        value: textOf(value),
        type: typeOf(value),
        variablesReference: 3,
        memoryReference: referenceTo(value),
      })),
    }),
    readMemory: ({ memoryReference, offset, count }) => {
      const bytes = bytesOf(memories[Number(memoryReference)]).slice(
        Number(offset),
        Number(offset) + Number(count),
      );
      return { address: '0', data: Buffer.from(bytes).toString('base64'), unreadableBytes: 0 };
    },
    writeMemory: ({ memoryReference, offset, data }) => {
      const bytes = bytesOf(memories[Number(memoryReference)]);
      const written = Buffer.from(String(data), 'base64');
      bytes.set(written.subarray(0, bytes.length - Number(offset)), Number(offset));
      return { bytesWritten: written.length };
    },
  };

  const session: Session = {
    id: 'fake',
    type: 'pwa-node',
    customRequest: async (command, args) => {
      commands.push(command);
      if (options.silent?.includes(command)) return new Promise(() => undefined);
      await Promise.resolve();
      if (options.refuses?.includes(command)) throw new Error('Uncaught EvalError');
      return answers[command](args as Answer);
    },
  };
  const memory = options.memory ?? true;
  const capabilities = { supportsReadMemoryRequest: memory, supportsWriteMemoryRequest: memory };
  return { frame: { session, capabilities, threadId: 1, frameId: 7 }, commands };
}

function run(expression: string, variables: Readonly<Record<string, unknown>>): unknown {
  const names = Object.keys(variables);
  // eslint-disable-next-line @typescript-eslint/no-implied-eval -- the very thing that a debugger does
  const evaluate = new Function(...names, `"use strict"; return eval(${JSON.stringify(expression)})`) as (
    ...values: unknown[]
  ) => unknown;
  try {
    return evaluate(...names.map(name => variables[name]));
  } catch (error) {
    throw new Error(`Uncaught ${String(error)}`, { cause: error });
  }
}

const isMemory = (value: unknown): value is View =>
  ArrayBuffer.isView(value) || value instanceof ArrayBuffer || value instanceof SharedArrayBuffer;

const bytesOf = (view: View): Uint8Array =>
  ArrayBuffer.isView(view)
    ? new Uint8Array(view.buffer, view.byteOffset, view.byteLength)
    : new Uint8Array(view);

const typeOf = (value: unknown): string =>
  typeof value === 'object' && value !== null ? value.constructor.name : typeof value;

const textOf = (value: unknown): string =>
  ArrayBuffer.isView(value) && 'length' in value
    ? `${typeOf(value)}(${String(value.length)}) […]`
    : String(value);
