/** The page of a webview: an empty root, the app's script and style, its translations, and a policy that allows nothing else. */
import { randomBytes } from 'node:crypto';
import * as vscode from 'vscode';
import { translationsElement } from './translationsElement';

/** Returns the app's HTML for `webview`, and limits the webview's resources to the bundle's folder. */
export function appHtml(webview: vscode.Webview, extensionUri: vscode.Uri): string {
  const dist = vscode.Uri.joinPath(extensionUri, 'dist');
  webview.options = { enableScripts: true, localResourceRoots: [dist] };
  const nonce = randomBytes(16).toString('base64url');
  const at = (file: string): string => webview.asWebviewUri(vscode.Uri.joinPath(dist, file)).toString();
  const policy = [
    "default-src 'none'",
    `style-src ${webview.cspSource}`,
    `img-src ${webview.cspSource} blob:`,
    `font-src ${webview.cspSource}`,
    `script-src 'nonce-${nonce}'`,
  ].join('; ');
  const { bundle } = vscode.l10n;
  return `<!doctype html>
<html lang="${bundle ? vscode.env.language : 'en'}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>NDArray Inspector</title>
<link rel="stylesheet" href="${at('webview.css')}">
</head>
<body>
<div id="app"></div>
${translationsElement(bundle)}
<script nonce="${nonce}" src="${at('webview.js')}"></script>
</body>
</html>`;
}
