/** The runtime for a debug session, chosen by its type. */
import { DEBUG_ADAPTERS, type Language } from './adapters';
import { javascriptRuntime } from './javascript/runtime';
import { nativeRuntime } from './native/runtime';
import { helperSource } from './python/helper';
import { pythonRuntime } from './python/runtime';
import type { Runtime } from './runtime';

const byLanguage: Readonly<Record<Language, Runtime>> = {
  python: pythonRuntime(() => Promise.resolve(helperSource)),
  javascript: javascriptRuntime,
  native: nativeRuntime,
};
const languages = new Map(DEBUG_ADAPTERS.map(({ type, language }) => [type, language]));

/** Returns the runtime for sessions of `sessionType`, or undefined where there is none. */
export function runtimeFor(sessionType: string): Runtime | undefined {
  const language = languages.get(sessionType);
  return language && byLanguage[language];
}
