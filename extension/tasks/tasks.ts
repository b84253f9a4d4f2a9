/** Every task by its name: what the thread can be asked to do. */
import { find } from './find';
import { castLosses } from './castLosses';
import { compare } from './compare';
import { copyArray } from './copyArray';
import { exportCsv } from './exportCsv';
import { heatMap } from './heatMap';
import { measureAccess } from './measureAccess';
import { newFile } from './newFile';
import { statistics } from './statistics';

export const tasks = {
  find,
  castLosses,
  compare,
  copyArray,
  exportCsv,
  heatMap,
  measureAccess,
  newFile,
  statistics,
} as const;

export type Tasks = typeof tasks;
export type TaskName = keyof Tasks;
export type TaskParams<N extends TaskName> = Parameters<Tasks[N]>[0];
export type TaskResult<N extends TaskName> = Awaited<ReturnType<Tasks[N]>>;
