/** The commands that make and read whole files, by name: one part of the bundle, loaded with the first of them. */
export { changeType } from './changeType';
export { compareWith } from './compareWith';
export { convertOrder } from './convertOrder';
export { exportArray } from './export';
export { measureAccess } from './measureAccess';
export { newFile } from './newFile';
