/** All tasks by name. To add one, write it as a `Task` in a module of its own and list it here. */
import { find } from './find/find';
import { castLosses } from './write/castLosses';
import { compare } from './compare/compare';
import { copyArray } from './write/copyArray';
import { exportCsv } from './write/exportCsv';
import { heatMap } from './analysis/heatMap';
import { accessTimes } from './analysis/accessTimes';
import { createFile } from './write/createFile';
import { statistics } from './analysis/statistics';

/** The tasks that a thread can run. */
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

/** The type of `tasks`. */
export type Tasks = typeof tasks;
/** The name of a task. */
export type TaskName = keyof Tasks;
/** The parameters of a task. */
export type TaskParams<N extends TaskName> = Parameters<Tasks[N]>[0];
/** The result of a task. */
export type TaskResult<N extends TaskName> = Awaited<ReturnType<Tasks[N]>>;
