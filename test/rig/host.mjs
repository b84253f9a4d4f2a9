/**
 * Which VS Code to use: an installed desktop one, one downloaded through @vscode/test-electron, or the server and
 * browser workbench from the npm registry; the first that is there.
 */
import { ensureChromium } from './chromium.mjs';
import { downloadDesktop, findDesktop, hasDisplay } from './desktop.mjs';
import { Unavailable } from './processes.mjs';
import { ensureWebHost } from './webhost.mjs';

/** `{ kind: 'desktop', executable }`, or `{ kind: 'web', vscode, node }`. `forced` is what `--host=` said. */
export async function ensureHost(forced) {
  const desktop = forced === 'web' ? undefined : await desktopHost(forced);
  return desktop ?? { kind: 'web', ...(await ensureWebHost()) };
}

async function desktopHost(forced) {
  if (!hasDisplay()) {
    if (forced) throw new Unavailable('A desktop VS Code needs a display: set DISPLAY, or use --host=web.');
    return undefined;
  }
  const executable = findDesktop() ?? (await downloadDesktop());
  if (executable) return { kind: 'desktop', executable };
  if (forced)
    throw new Unavailable(
      'No desktop VS Code was found and none could be downloaded: install it from code.visualstudio.com.',
    );
  return undefined;
}

/** The web host with a browser to show it in: `{ vscode, node, chromium }`. */
export async function ensureWebHostAndBrowser() {
  const chromium = await ensureChromium();
  return { ...(await ensureWebHost()), chromium };
}
