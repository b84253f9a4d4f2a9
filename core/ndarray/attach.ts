/** Gives arrays their methods: each a plain function of the array and its arguments, in the folder it belongs to. */
import { NDArray } from './ndarray';

/** The methods of `M` as functions that take the array first. */
export type Detached<M> = {
  readonly [K in keyof M]: M[K] extends (...args: infer A) => infer R ? (x: NDArray, ...args: A) => R : never;
};

/** Every method of `M`, at once: a type error where one is missing. */
export function attachMethods<M>(functions: Detached<M>): void {
  const all = functions as Record<string | symbol, (x: NDArray, ...args: never[]) => unknown>;
  for (const name of Reflect.ownKeys(functions)) {
    const method = all[name];
    Object.defineProperty(NDArray.prototype, name, {
      configurable: true,
      value(this: NDArray, ...args: never[]) {
        return method(this, ...args);
      },
    });
  }
}

/** A property that is worked out each time. */
export function attachGetter(name: string, get: (x: NDArray) => unknown): void {
  Object.defineProperty(NDArray.prototype, name, {
    configurable: true,
    get(this: NDArray) {
      return get(this);
    },
  });
}
