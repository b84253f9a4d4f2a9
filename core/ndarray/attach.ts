/** Attaches methods to arrays. Each method is a plain function that takes the array first. */
import { NDArray } from './ndarray';

/** The methods of `M` as functions that take the array first. */
export type Detached<M> = {
  readonly [K in keyof M]: M[K] extends (...args: infer A) => infer R ? (x: NDArray, ...args: A) => R : never;
};

/** Attaches every method of `M`. A missing one is a type error. */
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

/** Attaches a property that is computed on each access. */
export function attachGetter(name: string, get: (x: NDArray) => unknown): void {
  Object.defineProperty(NDArray.prototype, name, {
    configurable: true,
    get(this: NDArray) {
      return get(this);
    },
  });
}
