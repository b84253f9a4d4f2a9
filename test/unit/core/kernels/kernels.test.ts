import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { resolve } from 'node:path';
import fc from 'fast-check';
import { BLOCK_AT, type Kernels, MEMORY_BYTES, SMALL_AT } from '../../../../core/kernels/instance';
import { kernels, useKernels } from '../../../../core/kernels/kernels';
import { MIN_SUM_ITEMS, stagedSum } from '../../../../core/kernels/stagedSum';
import * as np from '../../../../core/index';
import { parseDType } from '../../../../core/dtype/parse/parse';
import { InspectorError } from '../../../../core/errors';
import { counterOf } from '../../../../core/reduce/histogramBins';
import { pairwiseSum } from '../../../../core/reduce/pairwise';
import { defaultRng } from '../../../../core/random/generator';
import { RandomState } from '../../../../core/random/randomState';

type Floats = Float64Array | Float32Array;

const ROOT = resolve(__dirname, '../../../../..');
const SPECIAL = [NaN, Infinity, -Infinity, 0, -0, 1e-310, 1e-40, 1e30, -1e308];
const isDouble = fc.boolean();
const seed = fc.integer({ min: 0, max: 2 ** 31 });
/** Lengths at which something else begins. */
const count = fc.oneof(
  fc.integer({ min: 0, max: 300 }),
  fc.integer({ min: MIN_SUM_ITEMS - 3, max: 3000 }),
  fc.integer({ min: 16380, max: 70000 }),
);

/** Numbers of many sizes, every `rarity`th a special one. */
function numbers(length: number, isDoubles: boolean, from: number, rarity: number): Floats {
  const random = new RandomState(from);
  const items = isDoubles ? new Float64Array(length) : new Float32Array(length);
  for (let k = 0; k < length; k++) {
    items[k] = (random.rand() - 0.5) * 10 ** (6 * random.rand());
    if (random.rand() * rarity < 1) items[k] = SPECIAL[Math.floor(random.rand() * SPECIAL.length)];
  }
  return items;
}

/** `compute` without the kernels. */
function plainly<T>(compute: () => T): T {
  useKernels(false);
  try {
    return compute();
  } finally {
    useKernels(true);
  }
}

function own(): Kernels {
  const found = kernels();
  assert.ok(found, 'no WebAssembly with SIMD here');
  return found;
}

/** Puts items into the memory. */
function stage(items: Floats, at = BLOCK_AT): void {
  new Uint8Array(own().buffer).set(new Uint8Array(items.buffer, items.byteOffset, items.byteLength), at);
}

const rounded = (isDoubles: boolean): ((x: number) => number) => (isDoubles ? x => x : Math.fround);

describe('the kernels', () => {
  it('are what their sources make', function () {
    this.timeout(60000);
    execFileSync(process.execPath, [resolve(ROOT, 'core/kernels/build.mjs'), '--check']);
  });

  it('have a memory that never grows', () => {
    const { buffer } = own();
    assert.equal(buffer.byteLength, MEMORY_BYTES);
    assert.equal(own().buffer, buffer);
  });

  it('are done without where they are not to be had', () => {
    plainly(() => {
      assert.equal(kernels(), undefined);
      assert.equal(stagedSum(new Float64Array(1000), 0, 1000), undefined);
      assert.equal(pairwiseSum(new Float64Array(1000).fill(1), 0, 1000), 1000);
    });
  });

  it('sum as the loops do, bit for bit', () => {
    fc.assert(
      fc.property(isDouble, count, seed, fc.integer({ min: 0, max: 9 }), (isDoubles, length, from, start) => {
        const items = numbers(length + start, isDoubles, from, from % 2 ? 1e9 : 1000);
        const sum = plainly(() => pairwiseSum(items, start, length));
        assert.ok(Object.is(stagedSum(items, start, length), sum));
        assert.ok(Object.is(pairwiseSum(items, start, length), sum));
      }),
      { numRuns: 20 },
    );
  });

  it('sum what is some places apart as the loops do, bit for bit', () => {
    const steps = fc.oneof(fc.integer({ min: 2, max: 9 }), fc.integer({ min: -9, max: 0 }));
    const lengths = fc.oneof(count, fc.integer({ min: 4090, max: 8300 }));
    fc.assert(
      fc.property(isDouble, lengths, seed, steps, (isDoubles, length, from, step) => {
        const items = numbers(1 + Math.abs(step) * length, isDoubles, from, from % 2 ? 1e9 : 1000);
        const start = step < 0 ? items.length - 1 : 0;
        const sum = plainly(() => pairwiseSum(items, start, length, step));
        const staged = stagedSum(items, start, length, step);
        assert.ok(isDoubles && step !== 1 ? staged === undefined : Object.is(staged, sum));
        assert.ok(Object.is(pairwiseSum(items, start, length, step), sum));
      }),
      { numRuns: 20 },
    );
  });

  it('sum every short run, whatever runs are added side by side', () => {
    const doubles = numbers(3000, true, 7, 1e9);
    const singles = numbers(3000, false, 8, 1e9);
    for (let length = 0; length < 3000; length++) {
      for (const items of [doubles, singles])
        assert.ok(
          Object.is(
            stagedSum(items, 0, length),
            plainly(() => pairwiseSum(items, 0, length)),
          ),
          String(length),
        );
    }
  });

  it('add rows one after the other', () => {
    const rows = fc.integer({ min: 0, max: 13 });
    fc.assert(
      fc.property(isDouble, rows, fc.integer({ min: 1, max: 70 }), seed, (isDoubles, height, width, from) => {
        const round = rounded(isDoubles);
        const items = numbers(height * width, isDoubles, from, 50);
        const start = numbers(width, isDoubles, from + 1, 50);
        stage(items);
        stage(start, SMALL_AT);
        own()[isDoubles ? 'rows64' : 'rows32'](SMALL_AT, BLOCK_AT, height, width);
        const { doubles, singles } = own();
        const result = isDoubles
          ? doubles.slice(SMALL_AT / 8, SMALL_AT / 8 + width)
          : singles.slice(SMALL_AT / 4, SMALL_AT / 4 + width);
        for (let k = 0; k < width; k++) {
          let sum = start[k];
          for (let row = 0; row < height; row++) sum = round(sum + items[row * width + k]);
          assert.ok(Object.is(result[k], sum), `column ${k}`);
        }
      }),
    );
  });

  it('square deviations in place', () => {
    fc.assert(
      fc.property(isDouble, fc.integer({ min: 0, max: 200 }), seed, (isDoubles, length, from) => {
        const round = rounded(isDoubles);
        const items = numbers(length, isDoubles, from, 20);
        const mean = round(from / 1e9);
        stage(items);
        own()[isDoubles ? 'deviate64' : 'deviate32'](BLOCK_AT, length, mean);
        const { doubles, singles } = own();
        for (let k = 0; k < length; k++) {
          const apart = round(items[k] - mean);
          const got = isDoubles ? doubles[BLOCK_AT / 8 + k] : singles[BLOCK_AT / 4 + k];
          assert.ok(Object.is(got, round(apart * apart)));
        }
      }),
    );
  });

  it('find the least and the greatest, and count NaN', () => {
    fc.assert(
      fc.property(isDouble, fc.integer({ min: 0, max: 200 }), seed, (isDoubles, length, from) => {
        const items = numbers(length, isDoubles, from, 1 + (from % 40));
        stage(items);
        own()[isDoubles ? 'extremes64' : 'extremes32'](BLOCK_AT, length, SMALL_AT);
        const [low, high, nans] = own().doubles.slice(SMALL_AT / 8, SMALL_AT / 8 + 3);
        const numeric = Array.from(items).filter(x => !Number.isNaN(x));
        assert.equal(low + 0, Math.min(Infinity, ...numeric) + 0);
        assert.equal(high + 0, Math.max(-Infinity, ...numeric) + 0);
        assert.equal(nans, length - numeric.length);
      }),
    );
  });

  it('count into bins as the loops do, on the edges too', () => {
    const range = fc.tuple(fc.double({ min: -1e3, max: 1e3 }), fc.constantFrom(1e-3, 0.1, 1, 7, 1e4));
    fc.assert(
      fc.property(
        isDouble,
        fc.integer({ min: 1, max: 300 }),
        range,
        seed,
        (isDoubles, bins, [low, width], from) => {
          const round = rounded(isDoubles);
          const [first, last] = [round(low), round(low + width)];
          fc.pre(first < last);
          const items = isDoubles ? new Float64Array(3000) : new Float32Array(3000);
          const random = new RandomState(from);
          const dtype = parseDType(isDoubles ? 'float64' : 'float32');
          const isOwn = from % 2 === 0;
          const counted = (): unknown => {
            const options = { bins, range: isOwn ? undefined : ([first, last] as const) };
            const counter = counterOf(dtype, options, () => [first, last]);
            const { edges } = counter.uniform!;
            for (let k = 0; k < items.length; k++) {
              const edge = edges[k % edges.length];
              const step = Math.abs(edge) * (isDoubles ? 2 ** -52 : 2 ** -23) * ((k % 5) - 2);
              items[k] = k < 1500 ? edge + step : low + width * (random.rand() * 1.02 - 0.01);
              if (k % 97 === 0) items[k] = SPECIAL[k % SPECIAL.length];
            }
            random.seed(from);
            counter.add(items);
            return counter.result().hist.toString();
          };
          random.seed(from);
          try {
            assert.equal(counted(), plainly(counted));
          } catch (error) {
            // More bins than there are floats.
            if (!(error instanceof InspectorError)) throw error;
          }
        },
      ),
      { numRuns: 300 },
    );
  });

  it('turn byte order round', () => {
    fc.assert(
      fc.property(isDouble, fc.integer({ min: 0, max: 50 }), seed, (isDoubles, length, from) => {
        const items = numbers(length, isDoubles, from, 5);
        stage(items);
        own()[isDoubles ? 'swap64' : 'swap32'](BLOCK_AT, length);
        const width = isDoubles ? 8 : 4;
        const view = new DataView(own().buffer, BLOCK_AT);
        const bits = new DataView(items.buffer);
        for (let at = 0; at < items.byteLength; at += width) {
          for (let byte = 0; byte < width; byte++)
            assert.equal(view.getUint8(at + byte), bits.getUint8(at + width - 1 - byte));
        }
      }),
    );
  });

  it('draw the numbers of the Mersenne Twister, wherever it stands', () => {
    fc.assert(
      fc.property(
        seed,
        fc.nat(700),
        count,
        isDouble,
        fc.nat(5),
        (from, skipped, length, isDoubles, words) => {
          const drawn = (): unknown => {
            const random = new RandomState(from);
            for (let k = 0; k < words; k++) random.randint(2 ** 32, null, { dtype: 'uint32' });
            if (skipped > 0) random.rand(skipped);
            const items = isDoubles ? new Float64Array(length) : new Float32Array(length);
            random.fillRandom(items);
            return [items, random.rand(), random.rand()];
          };
          assert.deepEqual(drawn(), plainly(drawn));
        },
      ),
      { numRuns: 60 },
    );
  });

  it('draw the numbers of PCG64, halves too', () => {
    fc.assert(
      fc.property(seed, fc.nat(5), count, isDouble, (from, skipped, length, isDoubles) => {
        const drawn = (): unknown => {
          const random = defaultRng(from);
          for (let k = 0; k < skipped; k++) random.random([], { dtype: 'float32' });
          const items = isDoubles ? new Float64Array(length) : new Float32Array(length);
          random.fillRandom(items);
          return [items, random.random([3], { dtype: 'float32' }).toString(), random.random()];
        };
        assert.deepEqual(drawn(), plainly(drawn));
      }),
      { numRuns: 60 },
    );
  });

  it('add, subtract, multiply and divide as the loops do, wherever the items are', () => {
    const step = fc.constantFrom(1, 1, 0, 2, -1, 5);
    const rows = fc.integer({ min: 1, max: 4 });
    const columns = fc.oneof(fc.integer({ min: 1, max: 200 }), fc.integer({ min: 4000, max: 9000 }));
    const operation = fc.constantFrom('add', 'subtract', 'multiply', 'divide');
    fc.assert(
      fc.property(operation, isDouble, rows, columns, step, step, step, seed, (name, ...rest) => {
        const [isDoubles, height, width, a, b, c, from] = rest;
        const operand = (inner: number, outer: number, first: number): np.NDArray => {
          const length = outer * height + Math.abs(inner) * width + 1;
          const offset = inner < 0 ? -inner * (width - 1) : 0;
          const some = numbers(997, isDoubles, first, 20);
          const many = isDoubles ? new Float64Array(length) : new Float32Array(length);
          const items = np.frombuffer(
            many.map((_, k) => some[k % 997]),
            { dtype: isDoubles ? 'float64' : 'float32' },
          );
          const { itemsize } = items;
          const strides = [outer * itemsize, inner * itemsize];
          return np.asStrided(items.get(`${offset}:`), { shape: [height, width], strides });
        };
        const [x, y] = [operand(a, 0, from), operand(b, Math.abs(b) * width, from + 1)];
        const compute = (): Uint8Array => {
          const out = operand(c === 0 ? 1 : c, Math.abs(c || 1) * width, 7);
          return np[name as 'add'](x, y, { out }).tobytes();
        };
        assert.deepEqual(compute(), plainly(compute));
      }),
      { numRuns: 150 },
    );
  });
});
