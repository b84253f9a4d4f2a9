/** Brings a program under a debug adapter to its first stop, and tells the frame that it is in. */
import type { Capabilities, Frame } from '../../extension/debug/runtime';
import type { DapClient } from './dap';

/** Says hello; the adapter's capabilities. */
export async function initialize(client: DapClient): Promise<Capabilities> {
  const answer = await client.customRequest('initialize', {
    clientID: 'test',
    adapterID: client.type,
    linesStartAt1: true,
    columnsStartAt1: true,
    pathFormat: 'path',
    supportsVariableType: true,
    supportsMemoryReferences: true,
    supportsStartDebuggingRequest: false,
  });
  return answer as Capabilities;
}

/** The innermost frame, or that of the function called so. */
export async function frameAtStop(
  client: DapClient,
  capabilities: Capabilities,
  name?: string,
): Promise<Frame> {
  const { threadId } = (await client.event('stopped')) as { threadId: number };
  const { stackFrames } = (await client.customRequest('stackTrace', { threadId })) as {
    stackFrames: readonly { readonly id: number; readonly name: string }[];
  };
  const frame = stackFrames.find(each => name === undefined || each.name.startsWith(name));
  return { session: client, capabilities, threadId, frameId: frame!.id };
}
