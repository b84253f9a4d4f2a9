/** What a suite over NumPy's files needs: a folder, the files in it, a live NumPy, and one workbench for all its tests. */
import type { Frame } from 'playwright-core';
import { until } from '../harness/waiting';
import { startWorkbench, type Workbench, type WorkbenchOptions } from '../harness/workbench';
import { settled } from '../reading/settled';
import { layoutSettings, makeFolder } from './folder';
import { startNumPy, type FileLayout, type NumPy } from './numpy';

export interface Suite {
  /** The folder of the files: an absolute path. */
  readonly folder: string;
  readonly numpy: NumPy;
  readonly workbench: Workbench;
  layout(name: string): FileLayout;
  /** Opens the file of an array of `arrays.py`, or another file by its name, and waits until it is drawn. */
  open(name: string): Promise<Frame>;
}

interface SuiteOptions extends Partial<WorkbenchOptions> {
  /** Whether the files have their layouts from a setting; default true. */
  readonly laidOut?: boolean;
  /** Writes more files into the folder, before the workbench shows it. */
  readonly write?: (folder: string) => void;
}

/** The webview that draws `file`: the one of the tab before stays on screen for a moment. */
async function drawing(workbench: Workbench, file: string): Promise<Frame | undefined> {
  for (const frame of await workbench.visibleWebviews()) {
    const text = await frame
      .evaluate(() => document.querySelector('[aria-label="Memory map"]')?.textContent)
      .catch(() => undefined);
    if (text?.startsWith(file)) return frame;
  }
  return undefined;
}

/** The suite that is running now; made by a `before` hook, and closed by an `after` hook, both added here. */
export function suiteOver(names: readonly string[], options: SuiteOptions = {}): () => Suite {
  const closing: (() => unknown)[] = [];
  let suite: Suite | undefined;

  before(async function () {
    const folder = makeFolder(names.includes('large'));
    closing.push(folder.remove);
    const numpy = await startNumPy(this, folder.path, closing);
    const made = await numpy.make(names);
    options.write?.(folder.path);
    const settings = { ...(options.laidOut === false ? {} : layoutSettings(made)), ...options.settings };
    const workbench = await startWorkbench({ ...options, folder: folder.path, settings });
    closing.push(() => workbench.close());
    const layouts = new Map(made.map((layout, k) => [names[k], layout]));
    const layout = (name: string): FileLayout => layouts.get(name)!;
    const open = async (name: string): Promise<Frame> => {
      const { file } = layouts.get(name) ?? { file: name };
      await workbench.openFile(file);
      const frame = await until(`${file} drawn`, () => drawing(workbench, file));
      await settled(frame);
      return frame;
    };
    suite = { folder: folder.path, numpy, workbench, layout, open };
  });

  after(async () => {
    for (const close of closing.reverse()) await close();
  });

  return () => suite!;
}
