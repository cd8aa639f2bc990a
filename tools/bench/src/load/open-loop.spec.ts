import { once } from 'node:events';
import { type AddressInfo, type Server, type Socket, createServer } from 'node:net';
import { LoadRecorder } from './load-recorder.ts';
import { runOpenLoop } from './open-loop.ts';
import type { RequestSource } from './request-source.ts';
import { type Schedule, steadySchedule } from './schedule.ts';

const fifty = steadySchedule(1_000, 0.05);
const ANSWER = 'HTTP/1.1 200 OK\r\ncontent-length: 2\r\n\r\n{}';
const REQUEST = 'GET / HTTP/1.1\r\n\r\n';

const source: RequestSource = {
  next: () => REQUEST,
  judge: (outcome) => ('failure' in outcome ? outcome : { items: 1 }),
};

/** A service that does with each request what it is told. */
async function service(onRequest: (socket: Socket, request: number) => void): Promise<Server> {
  let requests = 0;
  const server = createServer((socket) => {
    socket.on('data', () => onRequest(socket, requests++));
    socket.on('error', () => undefined);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return server;
}

async function load(server: Server, schedule: Schedule, connections: number) {
  const recorder = new LoadRecorder();
  const { port } = server.address() as AddressInfo;
  await runOpenLoop({ port, connections, schedule, source, recorder });
  server.close();
  return recorder.report();
}

describe('an open loop', () => {
  it('sends every request and counts every answer', async () => {
    const report = await load(await service((socket) => socket.write(ANSWER)), fifty, 4);
    expect(report).toEqual(expect.objectContaining({ requests: 50, answered: 50, items: 50, failures: {} }));
  });

  it('counts the latency of requests that a stall kept from being sent', async () => {
    const stalled: Socket[] = [];
    const server = await service((socket, request) => {
      if (request === 0) stalled.push(socket);
      else socket.write(ANSWER);
    });
    const steady = steadySchedule(1_000, 0.05);
    // The first request is answered when all are due: the last one is 49 ms after the first.
    const dueBy = (elapsedMs: number): number => {
      const due = steady.dueBy(elapsedMs);
      if (due === steady.count) stalled.pop()?.write(ANSWER);
      return due;
    };
    const { answered, latency, lateness } = await load(server, { ...steady, dueBy }, 1);
    expect(answered).toBe(50);
    expect(latency.max).toBeGreaterThanOrEqual(49);
    expect(latency.p50).toBeGreaterThanOrEqual(24);
    // The stalled one was sent in time, so the 25th of the 50 latenesses is that of the request due after 26 ms.
    expect(lateness.p50).toBeGreaterThanOrEqual(23);
  });

  it('goes on over a new connection when one breaks, and counts what was lost', async () => {
    const breaking = await service((socket, request) => {
      if (request === 10) socket.destroy();
      else socket.write(ANSWER);
    });
    const { answered, failures } = await load(breaking, fifty, 1);
    expect(answered).toBe(49);
    expect(Object.values(failures)).toEqual([1]);
  });
});
