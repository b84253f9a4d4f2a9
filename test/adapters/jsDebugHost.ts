/**
 * Runs VS Code's JavaScript debugger without VS Code: a process of its own in which the module `vscode` is a stand-in
 * that answers everything with nothing, but for what starts debug sessions. Prints the pipe of each session, the first
 * one's and then those of its children, as a JSON line `{ "pipe": …, "config": … }`.
 *
 *   node jsDebugHost.js <folder of ms-vscode.js-debug> <launch configuration as JSON>
 */
import { readFileSync } from 'node:fs';
import Module from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

type Config = Readonly<Record<string, unknown>> & { readonly type: string };
interface Factory {
  createDebugAdapterDescriptor(session: unknown): Promise<{ readonly path: string }>;
}

/** Any property, call and instance of it is again such a thing; where known, its own. */
function nothing(known: object = {}): object {
  const target = function (): void {
    /* never runs: calls are trapped */
  };
  return new Proxy(Object.assign(target, known), {
    get: (own, name) => {
      if (name in own) return Reflect.get(own, name) as unknown;
      if (name === 'then') return undefined;
      if (name === Symbol.toPrimitive) return () => '';
      if (name === Symbol.iterator) return () => [][Symbol.iterator]();
      return nothing();
    },
    apply: () => nothing(),
    construct: () => nothing(),
  });
}

const factories = new Map<string, Factory>();
let sessions = 0;

async function announce(config: Config): Promise<boolean> {
  const session = { id: String(++sessions), type: config.type, name: 'test', configuration: config };
  const { path } = await factories.get(config.type)!.createDebugAdapterDescriptor(session);
  console.log(JSON.stringify({ pipe: path, config }));
  return true;
}

class EventEmitter {
  readonly #listeners = new Set<(event: unknown) => void>();
  readonly event = (listener: (event: unknown) => void): object => {
    this.#listeners.add(listener);
    return { dispose: () => this.#listeners.delete(listener) };
  };
  fire(event: unknown): void {
    for (const listener of this.#listeners) listener(event);
  }
  dispose(): void {
    this.#listeners.clear();
  }
}

class DebugAdapterNamedPipeServer {
  constructor(readonly path: string) {}
}

const settings = { get: (_: string, byDefault: unknown) => byDefault, inspect: () => undefined };

const vscode: Record<string, unknown> = {
  EventEmitter,
  DebugAdapterNamedPipeServer,
  version: '1.100.0',
  l10n: {
    t: (text: string, ...values: string[]) =>
      text.replace(/\{(\d)\}/g, (_, at: string) => values[Number(at)]),
  },
  debug: nothing({
    breakpoints: [],
    registerDebugAdapterDescriptorFactory: (type: string, factory: Factory) => {
      factories.set(type, factory);
      return nothing();
    },
    startDebugging: (_: unknown, config: Config) => announce(config),
  }),
  workspace: nothing({ workspaceFolders: [], isTrusted: true, getConfiguration: () => settings }),
};

/** Bundled code copies the module's properties, so all of the API's names have to be there. */
function standIn(): Record<string, unknown> {
  const api = readFileSync(join(require.resolve('@types/vscode/package.json'), '../index.d.ts'), 'utf8');
  for (const [, name] of api.matchAll(/^\s*export (?:class|enum|namespace|const) (\w+)/gm)) {
    vscode[name] ??= nothing();
  }
  return vscode;
}

interface Loader {
  _load: (request: string, ...rest: unknown[]) => unknown;
}

async function main(folder: string, config: Config): Promise<void> {
  const loader = Module as unknown as Loader;
  const load = loader._load;
  const api = standIn();
  loader._load = (request, ...rest) => (request === 'vscode' ? api : load(request, ...rest));
  const extension = load(join(folder, 'src/extension.js'), module, false) as {
    activate(context: object): unknown;
  };
  await extension.activate(
    nothing({
      subscriptions: [],
      extensionPath: folder,
      storagePath: tmpdir(),
      logPath: tmpdir(),
      asAbsolutePath: (path: string) => join(folder, path),
      workspaceState: { get: settings.get, update: () => Promise.resolve() },
      globalState: { get: settings.get, update: () => Promise.resolve() },
    }),
  );
  await announce(config);
}

void main(process.argv[2], JSON.parse(process.argv[3]) as Config);
