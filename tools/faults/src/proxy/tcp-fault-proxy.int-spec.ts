import { once } from 'node:events';
import { type AddressInfo, type Server, type Socket, connect, createServer } from 'node:net';
import { until } from '@laurel/testing';
import { TcpFaultProxy } from './tcp-fault-proxy.ts';

/** Answers with what it gets, in capitals. */
let server: Server;
let proxy: TcpFaultProxy;
const clients: Socket[] = [];
const served: Socket[] = [];

beforeEach(async () => {
  server = createServer((socket) => {
    served.push(socket);
    socket.on('error', () => undefined);
    socket.on('data', (chunk) => socket.write(chunk.toString().toUpperCase()));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  proxy = new TcpFaultProxy(1);
  await proxy.start({ host: '127.0.0.1', port: (server.address() as AddressInfo).port });
});

afterEach(async () => {
  for (const socket of [...clients.splice(0), ...served.splice(0)]) socket.destroy();
  await proxy.stop();
  server.close();
});

interface Client {
  readonly socket: Socket;
  readonly chunks: Buffer[];
  text(): string;
  /** Code of the error that ended it, `closed` when it ended without one; undefined while it is open. */
  end: string | undefined;
}

function open(): Client {
  const socket = connect(proxy.port, '127.0.0.1');
  clients.push(socket);
  const chunks: Buffer[] = [];
  const client: Client = { socket, chunks, text: () => Buffer.concat(chunks).toString(), end: undefined };
  socket.on('data', (chunk) => chunks.push(chunk));
  socket.on('error', (error: NodeJS.ErrnoException) => (client.end = error.code));
  socket.on('close', () => (client.end ??= 'closed'));
  return client;
}

async function talk(client: Client, text: string): Promise<void> {
  const before = client.text();
  client.socket.write(text);
  await until(`the answer to ${text} is here`, () => client.text() === before + text.toUpperCase());
}

describe('a TCP fault proxy', () => {
  it('hands on what it gets, both ways and in order, and counts the bytes', async () => {
    const client = open();
    await talk(client, 'hello');

    expect(proxy.bytes).toEqual({ toServer: 5, toClient: 5 });
    expect(proxy.connections).toBe(1);
  });

  it('hands on the end of one side, and still what the other side has to say', async () => {
    server.removeAllListeners('connection');
    server.on('connection', (socket) => socket.on('end', () => socket.end('goodbye')).resume());
    const client = open();
    client.socket.end('hello');

    await until('the other side has ended', () => client.end);
    expect([client.text(), client.end]).toEqual(['goodbye', 'closed']);
  });

  it('holds back what goes through, and lets it go at once when healed', async () => {
    const client = open();
    await talk(client, 'quick');
    await proxy.setMode({ kind: 'latency', ms: 3_600_000 });
    client.socket.write('slow');
    await until('the proxy has it', () => proxy.waitingBytes === 4);
    expect(proxy.bytes.toServer).toBe(5);

    await proxy.heal();
    await until('the answer is here', () => client.text() === 'QUICKSLOW');
  });

  it('keeps the order of what it delays, whatever the jitter', async () => {
    await proxy.setMode({ kind: 'latency', ms: 1, jitterMs: 20 });
    const client = open();
    for (const letter of 'abcdefgh') {
      client.socket.write(letter);
      await until('it has left', () => client.socket.writableLength === 0);
    }
    await until('all are here', () => client.text() === 'ABCDEFGH');
  });

  it('lets no more bytes through than its bandwidth', async () => {
    await proxy.setMode({ kind: 'bandwidth', bytesPerSecond: 2_000 });
    const client = open();
    client.socket.write('x'.repeat(10_000));
    await until('something came through', () => proxy.bytes.toServer > 0);
    expect(proxy.bytes.toServer).toBeLessThan(10_000);

    await proxy.heal();
    await until('the rest came through at once', () => client.text().length === 10_000);
  });

  it('cuts what goes through into slices', async () => {
    await proxy.setMode({ kind: 'slicer', bytes: 3, delayMs: 2 });
    const client = open();
    await talk(client, 'abcdefghijkl');

    expect(client.chunks.length).toBeGreaterThan(1);
    expect(Math.max(...client.chunks.map(({ length }) => length))).toBeLessThan(12);
  });

  it('swallows everything as a black hole, and keeps the connections', async () => {
    const before = open();
    await talk(before, 'hello');
    await proxy.setMode({ kind: 'blackHole' });
    const during = open();
    before.socket.write('lost');
    during.socket.write('lost');
    await until('both are connected', () => proxy.connections === 2);

    expect([before.end, during.end, during.text(), proxy.bytes.toServer]).toEqual([undefined, undefined, '', 5]);
  });

  it('resets the connections that lost bytes once the black hole is over, and leaves the others', async () => {
    const [lossy, idle] = [open(), open()];
    await talk(lossy, 'hello');
    await talk(idle, 'hello');
    await proxy.setMode({ kind: 'blackHole' });
    const answered = served.length;
    lossy.socket.write('lost');
    const fresh = open();
    await until('all are connected', () => proxy.connections === 3);
    fresh.socket.write('lost');
    await until('the proxy has swallowed them', () => proxy.spoiled === 2);
    await proxy.heal();

    await until('the lossy ones are reset', () => lossy.end === 'ECONNRESET' && fresh.end === 'ECONNRESET');
    expect(idle.end).toBeUndefined();
    expect(served).toHaveLength(answered);
  });

  it('resets open connections and new ones', async () => {
    const before = open();
    await talk(before, 'hello');
    await proxy.setMode({ kind: 'reset' });
    const during = open();

    await until('both are reset', () => before.end && during.end);
    expect([before.end, during.end]).toEqual(['ECONNRESET', 'ECONNRESET']);
  });

  it('can reset what is open once, and serve what comes next', async () => {
    const before = open();
    await talk(before, 'hello');
    proxy.resetConnections();

    await until('it is reset', () => before.end === 'ECONNRESET');
    await talk(open(), 'again');
  });

  it('refuses connections while down, and takes them on the same port after', async () => {
    const before = open();
    await talk(before, 'hello');
    const { port } = proxy;
    await proxy.setMode({ kind: 'down' });
    const during = open();
    await until('it is refused', () => during.end);
    expect([before.end, during.end]).toEqual(['ECONNRESET', 'ECONNREFUSED']);

    await proxy.heal();
    expect(proxy.port).toBe(port);
    await talk(open(), 'again');
  });

  it('holds a fast sender up where the receiver does not read', async () => {
    const reader = createServer((socket) => {
      served.push(socket);
      socket.pause();
    });
    reader.listen(0, '127.0.0.1');
    await once(reader, 'listening');
    proxy.leadTo({ host: '127.0.0.1', port: (reader.address() as AddressInfo).port });
    const client = open();
    const megabytes = 64;
    for (let index = 0; index < megabytes; index += 1) client.socket.write(Buffer.alloc(1_048_576));

    let last = -1;
    await until('the sender is held up', () => {
      const stands = client.socket.writableLength === last && last > 0;
      last = client.socket.writableLength;
      return stands;
    });
    expect(client.socket.writableLength).toBeGreaterThan(0);
    expect(proxy.bytes.toServer).toBeLessThan(megabytes * 1_048_576);
    reader.close();
  });
});
