/** Types that casting and its users share. They know no array. */

/** How much a cast may lose, by NumPy's names. Source: the argument `casting` of `numpy.can_cast`. */
export type Casting = 'no' | 'equiv' | 'safe' | 'same_kind' | 'unsafe';

/** Converts `count` items. Offsets and steps are in bytes, of the target and of the source. */
export type Conversion = (to: number, toStep: number, from: number, fromStep: number, count: number) => void;
