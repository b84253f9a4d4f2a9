/** The extension's end of a webview's message channel. */
import type * as vscode from 'vscode';
import type { Port } from '../../webview/protocol/envelope';

export function portOf(webview: vscode.Webview): Port {
  return {
    post: message => void webview.postMessage(message),
    listen: listener => webview.onDidReceiveMessage(listener),
  };
}
