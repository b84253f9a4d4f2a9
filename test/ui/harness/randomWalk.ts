/** One thing after another, drawn at random, each followed by a look at what should be there then. */
import type { Workbench } from './workbench';

/** What the steps act on. */
export interface Walker {
  readonly suite: { readonly workbench: Workbench };
  /** How things stand, to be said where something is wrong. */
  readonly state?: string;
  among<T>(list: readonly T[]): T;
  /** Rejects where what is on screen is not what should be there. */
  check(): Promise<void>;
}

/** A step does something, and says what. */
export type StepsOf<W> = readonly (readonly [name: string, step: (walker: W) => Promise<string>])[];

const logs = process.env.NDARRAY_WANDER_LOG !== undefined;

/** Does `count` of the steps. Where one fails: a picture named `screenshot`, and an error with the last of them. */
export async function walkOver<W extends Walker>(
  walker: W,
  steps: StepsOf<W>,
  count: number,
  screenshot: string,
): Promise<void> {
  const done: string[] = [];
  await walker.check();
  for (let k = 0; k < count; k++) {
    const [name, step] = walker.among(steps);
    done.push(`${k} ${name}`);
    try {
      done[k] += ` ${await step(walker)}`;
      if (logs) console.log(done[k]);
      await walker.check();
    } catch (cause) {
      await walker.suite.workbench.screenshot(screenshot);
      const told = [String(cause), ...(walker.state === undefined ? [] : [walker.state]), ...done.slice(-12)];
      throw new Error(told.join('\n'), { cause });
    }
  }
}
