/** A line to the server as that of Remote-SSH may be: what either side sends arrives later, in order. */
import { connect, createServer, type AddressInfo, type Socket } from 'node:net';

export interface SlowLine {
  /** Of this machine. */
  readonly port: number;
  readonly close: () => void;
}

/** Leads to another port of this machine, `milliseconds` away. */
export async function slowLine(port: number, milliseconds: number): Promise<SlowLine> {
  const sockets = new Set<Socket>();
  const server = createServer(near => {
    const far = connect(port, '127.0.0.1');
    for (const socket of [near, far]) sockets.add(socket.setNoDelay());
    delayed(near, far, milliseconds);
    delayed(far, near, milliseconds);
  });
  await new Promise<void>(accept => server.listen(0, '127.0.0.1', accept));
  return {
    port: (server.address() as AddressInfo).port,
    close: () => {
      server.close();
      for (const socket of sockets) socket.destroy();
    },
  };
}

function delayed(from: Socket, to: Socket, milliseconds: number): void {
  from.on('data', data => setTimeout(() => to.write(data), milliseconds));
  from.on('end', () => setTimeout(() => to.end(), milliseconds));
  from.on('error', () => to.destroy());
  from.on('close', () => setTimeout(() => to.destroy(), milliseconds));
}
