/** Every task by its name: what the thread can be asked to do. */
import { find } from './find/find';
import { castLosses } from './write/castLosses';
import { compare } from './compare/compare';
import { copyArray } from './write/copyArray';
import { exportCsv } from './write/exportCsv';
import { heatMap } from './analysis/heatMap';
import { accessTimes } from './analysis/accessTimes';
import { createFile } from './write/createFile';
import { statistics } from './analysis/statistics';

export const tasks = {
  find,
  castLosses,
  compare,
  copyArray,
  exportCsv,
  heatMap,
  accessTimes,
  createFile,
  statistics,
} as const;

export type Tasks = typeof tasks;
export type TaskName = keyof Tasks;
export type TaskParams<N extends TaskName> = Parameters<Tasks[N]>[0];
export type TaskResult<N extends TaskName> = Awaited<ReturnType<Tasks[N]>>;
