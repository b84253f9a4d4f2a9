/** VS Code's API of a webview: its messages as a `Port`, and the state that outlives this page. */
import type { Port } from '../protocol/envelope';

interface VsCodeApi {
  postMessage(message: unknown): void;
  getState(): unknown;
  setState(state: unknown): void;
}

declare function acquireVsCodeApi(): VsCodeApi;

export interface Host {
  readonly port: Port;
  getState(): unknown;
  setState(state: unknown): void;
}

/** Connects to VS Code. May be called only once in the life of a page. */
export function connectHost(): Host {
  const api = acquireVsCodeApi();
  return {
    port: {
      post: message => api.postMessage(message),
      listen: listener => {
        const onMessage = (event: MessageEvent<unknown>): void => listener(event.data);
        window.addEventListener('message', onMessage);
        return { dispose: () => window.removeEventListener('message', onMessage) };
      },
    },
    getState: () => api.getState(),
    setState: state => api.setState(state),
  };
}
