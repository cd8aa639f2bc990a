import { createServer } from 'node:net';
import type { Server } from 'node:net';

/** Both families' wildcard and the loopback: a port taken on any of them is taken. */
const addresses = ['127.0.0.1', '0.0.0.0', '::'];

/** A port found, and the one that was wanted if that was taken. */
export interface ChosenPort {
  readonly port: number;
  readonly taken?: number;
}

/**
 * Finds a port for each wish: the wished one where it is free, else any free one; 0 wishes for any.
 * All are held until the last is found, so no two are the same.
 */
export async function choosePorts(wishes: readonly number[]): Promise<ChosenPort[]> {
  const held: Server[] = [];
  const chosen: ChosenPort[] = [];
  try {
    for (const wish of wishes) {
      if (wish !== 0 && !chosen.some(({ port }) => port === wish) && (await isPortFree(wish))) {
        const server = await listen(wish, '127.0.0.1');
        if (server) {
          held.push(server);
          chosen.push({ port: wish });
          continue;
        }
      }
      const server = await listen(0, '127.0.0.1');
      const address = server?.address();
      if (!server || address === null || typeof address !== 'object') throw new Error('no free TCP port was found');
      held.push(server);
      chosen.push(wish === 0 ? { port: address.port } : { port: address.port, taken: wish });
    }
  } finally {
    await Promise.all(held.map(close));
  }
  return chosen;
}

/** Whether a server could listen on this port now, on the loopback and on all addresses. */
export async function isPortFree(port: number): Promise<boolean> {
  for (const address of addresses) {
    const server = await listen(port, address);
    if (server === undefined) return false;
    if (server) await close(server);
  }
  return true;
}

/** @returns the server; `undefined` when the port is taken; `null` when this machine lacks such an address. */
function listen(port: number, host: string): Promise<Server | undefined | null> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', (error: NodeJS.ErrnoException) =>
      resolve(error.code === 'EADDRNOTAVAIL' || error.code === 'EAFNOSUPPORT' ? null : undefined),
    );
    server.listen({ port, host, exclusive: true }, () => resolve(server));
  });
}

function close(server: Server): Promise<void> {
  return new Promise((resolve) => server.close(() => resolve()));
}
