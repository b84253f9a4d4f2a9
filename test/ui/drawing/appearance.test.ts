/**
 * How it looks, and whether assistive technology gets through: pictures of each kind of file in `test/ui/shots`, for
 * people to look at, and axe over each. Every kind is drawn dark, wide and narrow; a few in every theme; with
 * `NDARRAY_SHOTS=all`, which takes minutes, every kind in every theme at every width.
 */
import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Frame } from 'playwright-core';
import { bytesOf, npy, npyHeader, wave } from '../files/plain';
import { suiteOver } from '../files/suite';
import { cutOff, violations } from '../harness/visualFaults';
import { themes, type Theme } from '../harness/themes';
import { until } from '../harness/waiting';
import { goTo, setLayout, slice } from '../reading/moves';

/** Of the window; the side bar takes 350 px of it. */
const widths = [1400, 1050, 700] as const;
const allThemes = Object.keys(themes) as Theme[];

type Look = readonly [theme: Theme, width: number];

/** How a kind is drawn: `everywhere` in all themes. */
function looksOf(everywhere: boolean): Look[] {
  const all = allThemes.flatMap(theme => widths.map((width): Look => [theme, width]));
  if (process.env.NDARRAY_SHOTS === 'all') return all;
  return all.filter(([theme, width]) => (theme === 'dark' ? width !== 1050 : everywhere && width === 1400));
}

interface Kind {
  readonly file: string;
  /** What is done in it before the picture is taken. */
  readonly prepare?: (frame: Frame) => Promise<void>;
  /** What is done besides in a narrow window. */
  readonly prepareNarrow?: (frame: Frame) => Promise<void>;
  /** Drawn in every theme always. */
  readonly everywhere?: boolean;
}

const kinds: Readonly<Record<string, Kind>> = {
  plain: {
    file: 'large_array.dat',
    everywhere: true,
    prepare: async frame => {
      await frame.getByRole('button', { name: 'Why F_CONTIGUOUS is False' }).click();
      await goTo(frame, '[4321, 1234]');
      await frame.getByRole('grid', { name: 'Values' }).focus();
    },
  },
  structured: { file: 'padded.dat', prepare: frame => goTo(frame, '[17]') },
  'three-axes': { file: 'cube_f.npy', prepare: frame => goTo(frame, '[5, 6, 7]') },
  tokens: { file: 'tokens.dat' },
  complex: { file: 'waves.dat' },
  times: { file: 'times.dat' },
  huge: { file: 'huge.dat', prepare: frame => goTo(frame, '[34359738367]') },
  view: {
    file: 'plane.dat',
    prepare: frame => slice(frame, '::2, ::-1'),
    prepareNarrow: frame => unfold(frame),
  },
  'no-numbers': {
    file: 'no_numbers.npy',
    everywhere: true,
    prepare: frame => goTo(frame, '[2, 0]'),
  },
  item: { file: 'item.npy' },
  nothing: { file: 'nothing.npy' },
  guessed: {
    file: 'a_file_with_quite_a_long_name_that_nobody_would_want_to_read_to_its_end_but_that_is_there.dat',
  },
  'wrong-slice': { file: 'plane.dat', prepare: frame => slice(frame, ':, 99') },
  'wrong-layout': {
    file: 'block.dat',
    everywhere: true,
    prepare: frame => setLayout(frame, 'shape', '7, 1000'),
  },
  empty: { file: 'empty.dat' },
  text: { file: 'notes.dat' },
  broken: { file: 'broken.npy' },
};

/** Opens the strip that the panels fold into. */
async function unfold(frame: Frame): Promise<void> {
  const strip = frame.getByText('Layout details');
  if ((await frame.getByRole('table', { name: 'Strides' }).count()) === 0) await strip.click();
}

/** The files that NumPy would not write, or that nobody asks it about. */
function writeOthers(folder: string): void {
  const write = (name: string, data: Uint8Array | string): void => writeFileSync(join(folder, name), data);
  write('item.npy', npy({ header: npyHeader("'<f8'", '()'), data: new Uint8Array(8) }));
  const noNumbers = Float64Array.from({ length: 60 }, (_, k) => [k / 8, NaN, Infinity, -Infinity, -k][k % 5]);
  write(
    'no_numbers.npy',
    npy({ header: npyHeader("'<f8'", '(12, 5)'), data: new Uint8Array(noNumbers.buffer) }),
  );
  write('nothing.npy', npy({ header: npyHeader("'<f8'", '(0, 3)') }));
  write('broken.npy', npy({ header: "{'descr': '<f8', 'shape': (4, }", data: new Uint8Array(32) }));
  write(kinds.guessed.file, bytesOf(wave(1003)));
  write('empty.dat', '');
  write('notes.dat', 'Day  Temperature\n1    21.5\n2    22.25\n'.repeat(200));
}

describe('the appearance', () => {
  const suite = suiteOver(['large', 'cube', 'padded', 'tokens', 'waves', 'times', 'huge', 'plane', 'block'], {
    write: writeOthers,
  });

  for (const [kind, { file, prepare, prepareNarrow, everywhere }] of Object.entries(kinds)) {
    it(`of ${kind} shuts nobody out`, async () => {
      const { workbench } = suite();
      await workbench.setTheme('dark');
      await workbench.resize(widths[0], 900);
      const frame = await suite().open(file);
      await prepare?.(frame);
      for (const [theme, width] of looksOf(everywhere ?? false)) {
        await workbench.setTheme(theme);
        await workbench.resize(width, 900);
        await until('the new width', async () =>
          (await frame.evaluate(() => innerWidth)) < width ? true : undefined,
        );
        if (width === 700) await prepareNarrow?.(frame);
        await frame.evaluate(() => new Promise(accept => setTimeout(accept, 100)));
        await workbench.screenshot(`${kind}-${theme}-${width}`);
        const seen = `${kind}, ${theme}, ${width} px`;
        assert.deepEqual(await violations(frame), [], seen);
        assert.deepEqual(await cutOff(frame), [], `${seen}: cut off at the edge`);
      }
    });
  }

  it('scrolls where there is little room, and lays nothing over anything', async () => {
    const { workbench } = suite();
    await workbench.setTheme('dark');
    const frame = await suite().open('cube_f.npy');
    await workbench.resize(600, 460);
    const parts = [
      '.layout-header',
      '.strip',
      '.values .pane-head',
      '[role=grid][aria-label=Values]',
      '[role=grid][aria-label=Bytes]',
    ];
    const edges = await until('the new size', () =>
      frame.evaluate(names => {
        const boxes = names.map(name => document.querySelector(name)?.getBoundingClientRect());
        const isSmall = innerHeight < 400 && document.documentElement.scrollHeight > innerHeight;
        return isSmall && boxes.every(Boolean)
          ? boxes.map(box => [box!.top, box!.bottom] as const)
          : undefined;
      }, parts),
    );
    edges
      .slice(1)
      .forEach(([top], k) => assert.ok(top >= edges[k][1], `${parts[k + 1]} is over ${parts[k]}`));
    const [top, bottom] = edges[3];
    assert.ok(bottom - top >= 80, 'a few rows are there');
    await frame.getByRole('grid', { name: 'Bytes' }).scrollIntoViewIfNeeded();
    await workbench.screenshot('little-room');
    assert.deepEqual(await cutOff(frame), []);
    await workbench.resize(1400, 900);
  });

  it('breaks no Content-Security-Policy', () => {
    assert.deepEqual(suite().workbench.policyViolations(), []);
  });
});
