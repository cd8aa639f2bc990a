import { once } from 'node:events';
import type { Socket } from 'node:net';
import { until } from '@laurel/testing';
import { WebSocket } from 'ws';
import { AttackedStack, MARK } from './attacked-stack.js';
import { expectRefused } from './expect-refused.js';
import { everythingFrom, exchange, head, openConnection, sendRaw } from './raw-http.js';

const MOST_MIB = 512;
const SLOW_CONNECTIONS = 50;

let attacked: AttackedStack;

beforeAll(async () => {
  attacked = await AttackedStack.start();
});
afterAll(() => attacked.stop());

afterEach(async () => {
  expect(await attacked.ailments()).toEqual([]);
});

const POST = ['POST /v1/events HTTP/1.1', 'host: a', 'content-type: application/json'];
const HEADERS = Array.from({ length: 3_000 }, () => `x: ${MARK}`);
const PREFIX = `GET /v1/players/${MARK} HTTP/1.1\r\nhost: a\r\n\r\n`;

describe('bytes that', () => {
  it.each([
    ['are no HTTP', '\u0016\u0003\u0001\r\n\r\n', 400],
    ['say two lengths', head(...POST, 'content-length: 2', 'content-length: 50'), 400],
    ['smuggle by length and chunks', head(...POST, 'content-length: 4', 'transfer-encoding: chunked') + PREFIX, 400],
    ['smuggle by a hidden encoding', `${head(...POST, 'transfer-encoding: xchunked')}0\r\n\r\n${PREFIX}`, 400],
    ['smuggle by a bare line feed', `GET / HTTP/1.1\nhost: a\nx: ${MARK}\n\n`, 400],
    ['inject a header line', head('GET /v1/events HTTP/1.1', 'host: a', `x: a\rset-cookie: ${MARK}`), 400],
    ['have no end of headers', head('GET / HTTP/1.1', 'host: a', ...HEADERS), 431],
    ['have one endless header', head('GET / HTTP/1.1', 'host: a', `cookie: ${MARK.repeat(5_000)}`), 431],
    ['have an endless address', head(`GET /${MARK.repeat(5_000)} HTTP/1.1`, 'host: a'), 431],
    ['end in the middle of the headers', `POST /v1/events HTTP/1.1\r\nhost: a\r\nx: ${MARK}`, 408],
  ])('%s are refused, and the connection is closed', async (_name, sent, status) => {
    for (const { url } of attacked.gateways) {
      const answer = await exchange(url, sent);
      expect(answer).toContain(`HTTP/1.1 ${status} `);
      expect(answer).not.toMatch(/HTTP\/1\.1 [1235]/);
      expect(answer).toContain('application/problem+json');
      expect(answer).not.toContain(MARK);
    }
  });

  it.each([
    ['headers a byte at a time', 'GET /v1/events HTTP/1.1\r\nhost: a\r\n'],
    ['a body a byte at a time', `${head(...POST, 'content-length: 100000')}{`],
    ['less than they announced', `${head(...POST, 'content-length: 100000')}{"type":"scored"}`],
  ])('come as %s hold nobody up, and the connections are closed in the end', async (name, begin) => {
    for (const { url } of attacked.gateways) {
      const slow = await Promise.all(Array.from({ length: SLOW_CONNECTIONS }, () => openConnection(url)));
      const ends = slow.map(everythingFrom);
      slow.forEach((socket) => socket.write(begin));
      const trickle = setInterval(() => slow.forEach((socket) => name.includes('byte') && dripInto(socket)), 100);
      expect((await fetch(`${url}/openapi.json`)).status).toBe(200);
      const answers = await Promise.all(ends);
      clearInterval(trickle);
      expect(answers.filter((answer) => !/^(HTTP\/1\.1 4\d\d |$)/.test(answer))).toEqual([]);
    }
  });
});

const dripInto = (socket: Socket): void => {
  if (socket.writable) socket.write('x');
};

describe('on the live feed', () => {
  const open = async (): Promise<WebSocket> => {
    const socket = new WebSocket(`${attacked.stack.query.url.replace('http', 'ws')}/v1/live`);
    await once(socket, 'open');
    return socket;
  };
  const closeCode = async (socket: WebSocket): Promise<number> => {
    const [code] = (await once(socket, 'close')) as [number];
    return code;
  };
  const authenticated = async (): Promise<WebSocket> => {
    const socket = await open();
    socket.send(JSON.stringify({ type: 'auth', token: attacked.key }));
    await once(socket, 'message');
    return socket;
  };
  const upgrade = (...lines: readonly string[]): string =>
    head('GET /v1/live HTTP/1.1', 'host: a', 'connection: Upgrade', 'upgrade: websocket', ...lines);
  const KEY = 'sec-websocket-key: dGhlIHNhbXBsZSBub25jZQ==';

  it.each<[string, string | Buffer, number]>([
    ['a frame over 16 KB', MARK.repeat(2_000), 1009],
    ['bytes', Buffer.from(MARK), 1003],
    ['garbage', `{"type":${MARK}`, 1007],
    ['lists without end', '['.repeat(8_000) + ']'.repeat(8_000), 1007],
    ['a prototype for a type', '{"type":"__proto__"}', 1007],
    ['an operator for a token', '{"type":"auth","token":{"$gt":""}}', 1007],
    ['a subscription before a credential', '{"type":"subscribe","topic":"leaderboard:constructor"}', 4401],
  ])('%s of a stranger end the connection', async (_name, frame, code) => {
    const socket = await open();
    socket.send(frame);
    expect(await closeCode(socket)).toBe(code);
  });

  it('a connection that never says who it is ends', async () => {
    expect(await closeCode(await open())).toBe(4401);
  });

  it.each([
    ['no mask', Buffer.from([0x81, 0x02, 0x7b, 0x7d])],
    ['reserved bits', Buffer.from([0xf1, 0x80, 0, 0, 0, 0])],
    ['a length of 8 exabytes', Buffer.from([0x81, 0xff, 0x7f, ...Array<number>(11).fill(0xff)])],
    ['a ping of 60 KB', Buffer.from([0x89, 0xfe, 0xea, 0x60, 0, 0, 0, 0])],
  ])('a frame of %s ends the connection', async (_name, frame) => {
    const socket = await openConnection(attacked.stack.query.url);
    const everything = everythingFrom(socket);
    socket.write(Buffer.concat([Buffer.from(upgrade(KEY, 'sec-websocket-version: 13')), frame]));
    expect(await everything).toMatch(/^HTTP\/1\.1 101 /);
  });

  it.each([
    ['no key', ['sec-websocket-version: 13']],
    ['an unknown version', [KEY, 'sec-websocket-version: 99']],
  ])('an upgrade with %s is refused', async (_name, lines) => {
    expect(await exchange(attacked.stack.query.url, upgrade(...lines))).toMatch(/^HTTP\/1.1 4\d\d /);
  });

  it('an upgrade leads nowhere on the other gateways', async () => {
    for (const { url } of [attacked.stack.ingestion, attacked.stack.admin]) {
      const headers = { connection: 'Upgrade', upgrade: 'websocket', 'sec-websocket-version': '13' };
      expectRefused(await sendRaw(url, { path: '/v1/live', headers }));
    }
  });

  it('a connection watches fifty things at most, and goes on', async () => {
    const socket = await authenticated();
    const codes: string[] = [];
    socket.on('message', (data: Buffer) => codes.push((JSON.parse(data.toString()) as { code?: string }).code ?? 'ok'));
    for (let index = 0; index < 60; index += 1) {
      socket.send(
        JSON.stringify({
          type: 'subscribe',
          topic: 'leaderboard:constructor',
          view: { kind: 'top', limit: index + 1 },
        }),
      );
    }
    await until('all are answered', () => codes.length >= 60);
    expect(codes.filter((code) => code === 'live.too_many_subscriptions')).toHaveLength(10);
    expect(socket.readyState).toBe(WebSocket.OPEN);
    socket.close();
  });

  it('who sends frames without end is cut off', async () => {
    const socket = await authenticated();
    const closed = closeCode(socket);
    for (let index = 0; index < 5_000; index += 1) socket.send('{"type":"subscribe","topic":"leaderboard:none"}');
    expect(await closed).toBe(4429);
  });

  it('who pings without end and never reads is cut off', async () => {
    const socket = await authenticated();
    socket.on('error', () => undefined);
    socket.pause();
    await until('it is cut off', async () => {
      for (let index = 0; index < 20_000 && socket.bufferedAmount < 1_000_000; index += 1) socket.ping(MARK.repeat(6));
      const metrics = await (await fetch(`${attacked.stack.query.url}/metrics`)).text();
      return /laurel_live_sockets 0\b/.test(metrics);
    });
    socket.terminate();
  });
});

describe('after all of it', () => {
  it('nothing of an attack, and no key, is in the logs', () => {
    expect(attacked.linesWith(MARK)).toEqual([]);
    expect(attacked.linesWith(attacked.key)).toEqual([]);
    expect(attacked.linesWith('"level":"error"')).toEqual([]);
  });

  it('no service has held much memory', () => {
    expect(attacked.memoryBeyond(MOST_MIB)).toEqual([]);
  });
});
