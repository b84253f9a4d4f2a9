/** The four operations on floats where nothing has to be converted: straight from typed array to typed array. */

/** Places and steps in items, of two inputs and the output. */
export type Places = readonly [
  a: number,
  aStep: number,
  b: number,
  bStep: number,
  to: number,
  toStep: number,
];

export const FAST_OPERATIONS = ['add', 'subtract', 'multiply', 'divide'];

/** Runs of items that follow each other, from the first of each array on. */
function doubleRun(name: string, x: Float64Array, y: Float64Array, out: Float64Array, count: number): void {
  if (name === 'add') for (let k = 0; k < count; k++) out[k] = x[k] + y[k];
  else if (name === 'subtract') for (let k = 0; k < count; k++) out[k] = x[k] - y[k];
  else if (name === 'multiply') for (let k = 0; k < count; k++) out[k] = x[k] * y[k];
  else for (let k = 0; k < count; k++) out[k] = x[k] / y[k];
}

function singleRun(name: string, x: Float32Array, y: Float32Array, out: Float32Array, count: number): void {
  if (name === 'add') for (let k = 0; k < count; k++) out[k] = x[k] + y[k];
  else if (name === 'subtract') for (let k = 0; k < count; k++) out[k] = x[k] - y[k];
  else if (name === 'multiply') for (let k = 0; k < count; k++) out[k] = x[k] * y[k];
  else for (let k = 0; k < count; k++) out[k] = x[k] / y[k];
}

const OPERATIONS: Readonly<Record<string, (a: number, b: number) => number>> = {
  add: (a, b) => a + b,
  subtract: (a, b) => a - b,
  multiply: (a, b) => a * b,
  divide: (a, b) => a / b,
};

type Floats = Float64Array | Float32Array;

/** Items some places apart. */
function apart(name: string, x: Floats, y: Floats, out: Floats, places: Places, count: number): void {
  const operation = OPERATIONS[name];
  const [a, aStep, b, bStep, to, toStep] = places;
  for (let k = 0; k < count; k++) out[to + k * toStep] = operation(x[a + k * aStep], y[b + k * bStep]);
}

const isRun = ([, aStep, , bStep, , toStep]: Places, count: number): boolean =>
  count > 64 && aStep === 1 && bStep === 1 && toStep === 1;

export function doubles(
  name: string,
  x: Float64Array,
  y: Float64Array,
  out: Float64Array,
  places: Places,
  count: number,
): void {
  const [a, , b, , to] = places;
  if (isRun(places, count)) doubleRun(name, x.subarray(a), y.subarray(b), out.subarray(to), count);
  else apart(name, x, y, out, places, count);
}

export function singles(
  name: string,
  x: Float32Array,
  y: Float32Array,
  out: Float32Array,
  places: Places,
  count: number,
): void {
  const [a, , b, , to] = places;
  if (isRun(places, count)) singleRun(name, x.subarray(a), y.subarray(b), out.subarray(to), count);
  else apart(name, x, y, out, places, count);
}
