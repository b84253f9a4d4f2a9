/**
 * `np.random`: the functions of one shared `RandomState`, with an unpredictable seed until `seed` is called, and
 * `defaultRng` for separate streams.
 */
import { defaultRng, Generator } from './generator';
import { RandomState } from './randomState';

const METHODS = [
  'seed',
  'rand',
  'random',
  'randomSample',
  'fillRandom',
  'uniform',
  'randn',
  'standardNormal',
  'normal',
  'randint',
  'shuffle',
  'permutation',
] as const;

type Shared = Pick<RandomState, (typeof METHODS)[number]>;

/** Made on first use, since seeding takes time. */
let shared: RandomState | undefined;

const functions = Object.fromEntries(
  METHODS.map(name => [
    name,
    (...args: unknown[]): unknown => {
      shared ??= new RandomState();
      const methods = shared as unknown as Readonly<Record<string, (...args: unknown[]) => unknown>>;
      return methods[name](...args);
    },
  ]),
) as unknown as Shared;

/**
 * NumPy's random module: the legacy functions over one MT19937 state, and `defaultRng`. Source: `numpy.random`.
 */
export const random = { ...functions, RandomState, Generator, defaultRng };
