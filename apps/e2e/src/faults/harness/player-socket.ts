import { once } from 'node:events';
import type { ServerFrame } from '@laurel/contracts';
import { WebSocket } from 'ws';

/** A connection to the live feed as a player, and why it was refused; undefined where it was let in. */
export interface PlayerSocket {
  readonly socket: WebSocket;
  readonly code: string | undefined;
}

export async function enterAs(token: string, url: string): Promise<PlayerSocket> {
  const socket = new WebSocket(`${url.replace('http', 'ws')}/v1/live`);
  await once(socket, 'open');
  socket.on('error', () => undefined);
  socket.send(JSON.stringify({ type: 'auth', token }));
  const [data] = (await once(socket, 'message')) as [Buffer];
  const frame = JSON.parse(data.toString('utf8')) as ServerFrame;
  return { socket, code: 'code' in frame ? frame.code : undefined };
}
