/** Which recorded calls are not replayed, beyond those that the recorder left out: see `recordings/out_of_scope.json`. */
import { Layout } from '../../../../core/layout/layout';
import { byteBounds } from '../../../../core/layout/overlap/bounds';
import type { NDArray } from '../../../../core/ndarray/ndarray';
import type { Call, Recording } from './recording';
import { World } from './world';

/** A Python float that is whole, `0.0`: for JavaScript it is the number 0. */
const WHOLE_FLOAT = /\{"f":"-?\d+\.0"\}/;

const hasWholeFloat = ({ args }: Call): boolean =>
  ['index', 'axis'].some(name => name in args && WHOLE_FLOAT.test(JSON.stringify(args[name])));

/** Looking at an array changes no bytes: where some are others afterwards, they were not the array's. */
const isUnsound = ({ op, after }: Call): boolean =>
  op.startsWith('attribute.') && Object.keys(after ?? {}).length > 0;

function reachesOutside(recording: Recording, call: Call): boolean {
  if (call.op !== 'as_strided') return false;
  const world = new World(recording, call);
  const x = world.value(call.args.x) as NDArray;
  const shape = (world.whole(call.args.shape ?? null) ?? x.shape) as readonly number[];
  const strides = (world.whole(call.args.strides ?? null) ?? x.strides) as readonly number[];
  const { first, end } = byteBounds(
    Layout.of({ shape, strides, offset: x.byteOffset, itemsize: x.itemsize }),
  );
  return first < 0 || end > x.buffer.byteLength;
}

/** Whether the call cannot be asked of the core. */
export const isOutOfScope = (recording: Recording, call: Call): boolean =>
  hasWholeFloat(call) || isUnsound(call) || reachesOutside(recording, call);
