/**
 * A real VS Code with the extension in it, in a headless browser, driven as a person drives it.
 * Start one a file of tests (`before`), use it in all of them, close it (`after`): starting takes seconds.
 */
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Frame, Page } from 'playwright-core';
import { closeEditors, openFile, openWith } from './editors';
import { visibleWebviews, webview } from './frames';
import { answer, offered, pick, runCommand } from './palette';
import { groupUse, processUse, type ProcessUse } from './processes';
import { hostModule, root, serverModule, type Server, type Settings } from './rig';
import { slowLine } from './slowLine';
import { themes, type Theme } from './themes';
import { until } from './waiting';

export interface WorkbenchOptions {
  /** The folder to open: an absolute path. */
  readonly folder: string;
  /** Settings over the rig's quiet ones. */
  readonly settings?: Settings;
  /** Whether the folder is trusted; `false` opens it restricted. Default true. */
  readonly trust?: boolean;
  /** The extension to load; default: this checkout, which must have been built. */
  readonly extensionPath?: string;
  /** Default 1400 × 900 CSS pixels. */
  readonly viewport?: { readonly width: number; readonly height: number };
  /** Device pixels a CSS pixel; default 1. */
  readonly scale?: number;
  /** Default `dark`. */
  readonly theme?: Theme;
  /** How far away the server is, in milliseconds one way. */
  readonly latency?: number;
  /** Environment of the server, and so of the extension host. */
  readonly env?: Readonly<Record<string, string>>;
}

export interface Workbench {
  readonly page: Page;
  /** Opens a file of the folder from the explorer, as a double click does; for one in a subfolder, from quick open. */
  readonly openFile: (name: string) => Promise<void>;
  /** Opens a file, then reopens it with the editor of that label (`Reopen Editor With…`). */
  readonly openWith: (name: string, editor: string) => Promise<void>;
  readonly runCommand: (title: string) => Promise<void>;
  readonly pick: (label: string) => Promise<void>;
  readonly answer: (text: string) => Promise<void>;
  readonly offered: () => Promise<string[]>;
  /** The document of the `nth` webview on screen, left to right; ask again after the editor was changed. */
  readonly webview: (nth?: number) => Promise<Frame>;
  readonly visibleWebviews: () => Promise<Frame[]>;
  /** Closes every editor. */
  readonly closeEditors: () => Promise<void>;
  /** A picture of the whole window, in `test/ui/shots/<name>.png`; its path. */
  readonly screenshot: (name: string) => Promise<string>;
  readonly setTheme: (theme: Theme) => Promise<void>;
  /** Sets settings over those that are set. */
  readonly setSettings: (settings: Settings) => void;
  readonly resize: (width: number, height: number) => Promise<void>;
  /**
   * Loads the window again, as `Developer: Reload Window` does: the extension host is a new one. Waits 6 s first,
   * because a browser's VS Code puts what extensions remember into its storage every 5 s; `atOnce`, it is as after a crash:
   * what VS Code knows of its editors is as old.
   */
  readonly reload: (atOnce?: boolean) => Promise<void>;
  readonly extensionHostPid: () => number;
  /** What the extension host uses now (Linux only: see `canMeasure`). */
  readonly extensionHostUse: () => ProcessUse;
  /** What every process of the server uses now (Linux only). */
  readonly serverProcesses: () => ProcessUse[];
  /** What the page and its webviews reported as errors, VS Code's own included. */
  readonly consoleErrors: () => readonly string[];
  /** What a Content-Security-Policy refused. */
  readonly policyViolations: () => readonly string[];
  /** Ends it. Rejects where a webview raised an error that nobody handled. */
  readonly close: () => Promise<void>;
}

interface Ready {
  readonly extensionHostPid: number;
}

/** How far away servers are, where nothing else is said. */
const LATENCY = Number(process.env.NDARRAY_LATENCY ?? 0);

const shots = join(root, 'test', 'ui', 'shots');

/** Opens the page, and waits until the extension host knows every extension. */
async function ready(page: Page, file: string, load: () => Promise<unknown>): Promise<Ready> {
  rmSync(file, { force: true });
  await load();
  await page.locator('.monaco-workbench').waitFor({ timeout: 60_000 });
  await until('the extension host', () => (existsSync(file) ? true : undefined), 60_000);
  return JSON.parse(readFileSync(file, 'utf8')) as Ready;
}

async function showTheme(page: Page, theme: Theme): Promise<void> {
  await page.locator(`.monaco-workbench.${themes[theme].className}`).waitFor({ timeout: 15_000 });
}

/** What VS Code's server reports about its own optional parts. */
const noise =
  /Could not locate the bindings file|build\/Release\/(watchdog|vscode-sqlite3)|404 \(Not Found\)|ServiceWorker/;

/** Collects what the page says went wrong. */
function listen(page: Page): string[] {
  const errors: string[] = [];
  page.on('console', message => {
    if (message.type() === 'error' && !noise.test(message.text())) errors.push(message.text());
  });
  page.on('pageerror', error => errors.push(error.stack ?? error.message));
  return errors;
}

interface Started {
  readonly server: Server;
  readonly page: Page;
  readonly errors: readonly string[];
  readonly load: () => Promise<void>;
  readonly host: () => Ready;
  readonly close: () => Promise<void>;
}

/** Server, browser and page, with the window loaded. Whatever fails on the way, nothing is left running. */
async function start(options: WorkbenchOptions, settings: Settings): Promise<Started> {
  const { vscode, node, chromium } = await hostModule().ensureWebHostAndBrowser();
  const rig = serverModule();
  const temp = mkdtempSync(join(tmpdir(), 'ndarray-ui-'));
  const readyFile = join(temp, 'ready');
  const env = { ...options.env, NDARRAY_READY: readyFile };
  const server = await rig.startServer({ vscode, node, settings, trust: options.trust ?? true, env });
  const latency = options.latency ?? LATENCY;
  const line = latency > 0 ? await slowLine(server.port, latency) : undefined;
  const browser = await rig.launchBrowser(chromium);
  const close = async () => {
    await browser.close();
    line?.close();
    await server.stop();
    rmSync(temp, { recursive: true, force: true });
  };
  try {
    const viewport = options.viewport ?? { width: 1400, height: 900 };
    const page = await browser.newPage({ viewport, deviceScaleFactor: options.scale ?? 1 });
    const errors = listen(page);
    const extension = options.extensionPath ?? root;
    const { port } = line ?? server;
    const url = rig.workbenchUrl({ ...server, port }, { folder: options.folder, extension });
    let host = await ready(page, readyFile, () => page.goto(url));
    const load = async (atOnce = false) => {
      if (!atOnce) await page.waitForTimeout(6000);
      host = await ready(page, readyFile, () => page.reload());
    };
    return { server, page, errors, load, host: () => host, close };
  } catch (error) {
    await close();
    throw error;
  }
}

/** The part of a workbench that looks at its processes and its console. */
function observations({ server, errors, host }: Started) {
  return {
    extensionHostPid: () => host().extensionHostPid,
    extensionHostUse: () => {
      const use = processUse(host().extensionHostPid);
      if (!use) throw new Error(`the extension host, process ${host().extensionHostPid}, has ended`);
      return use;
    },
    serverProcesses: () => groupUse(server.pid),
    consoleErrors: () => errors,
    policyViolations: () => errors.filter(text => /Content Security Policy/i.test(text)),
  };
}

/** Starts a VS Code with the extension and the folder open in it. The web host and the browser come from the rig. */
export async function startWorkbench(options: WorkbenchOptions): Promise<Workbench> {
  const base = {
    ...serverModule().quietSettings,
    'security.workspace.trust.startupPrompt': 'never',
    // An editor that loads takes the focus, and would shut the palette.
    'workbench.quickOpen.closeOnFocusLost': false,
  };
  let settings: Settings = {
    ...base,
    'workbench.colorTheme': themes[options.theme ?? 'dark'].id,
    ...options.settings,
  };
  const started = await start(options, settings);
  const { page, server } = started;
  const setSettings = (more: Settings) => {
    settings = { ...settings, ...more };
    server.writeSettings(settings);
  };
  return {
    page,
    openFile: name => openFile(page, name),
    openWith: (name, editor) => openWith(page, name, editor),
    runCommand: title => runCommand(page, title),
    pick: label => pick(page, label),
    answer: text => answer(page, text),
    offered: () => offered(page),
    webview: nth => webview(page, nth),
    visibleWebviews: () => visibleWebviews(page),
    closeEditors: () => closeEditors(page),
    screenshot: async name => {
      mkdirSync(shots, { recursive: true });
      const path = join(shots, `${name}.png`);
      await page.screenshot({ path });
      return path;
    },
    setTheme: async theme => {
      setSettings({ 'workbench.colorTheme': themes[theme].id });
      await showTheme(page, theme);
    },
    setSettings,
    resize: (width, height) => page.setViewportSize({ width, height }),
    reload: started.load,
    ...observations(started),
    close: async () => {
      await started.close();
      const unhandled = started.errors.filter(text => /\/dist\/webview/.test(text));
      if (unhandled.length > 0) throw new Error(`a webview raised ${unhandled.join('\n')}`);
    },
  };
}
