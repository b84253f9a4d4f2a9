// The kernels' entry for the AssemblyScript compiler. All take byte addresses in the module's own memory.
export { add32, add64, divide32, divide64, multiply32, multiply64, subtract32, subtract64 } from './binary';
export { histogram32, histogram32By64, histogram64 } from './histogram';
export { extremes32, extremes64 } from './extremes';
export { swap32, swap64 } from './swap';
export { mtDoubles, mtSingles } from './mt19937';
export { pcgDoubles, pcgSingles } from './pcg64';
export { deviate32, deviate64, rows32, rows64, sum32, sum64 } from './sums';
