import { once } from 'node:events';
import type { IncomingMessage } from 'node:http';
import { type AddressInfo, type Socket, connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { Body, Controller, Get, Post } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { Test } from '@nestjs/testing';
import { until } from '@laurel/testing';
import { configureHttpApp } from './configure-http-app.js';
import { httpAdapter } from './http-adapter.js';
import { serveWithoutUpgrade } from './serve-without-upgrade.js';

let asked = 0;
let answerSlow: () => void = () => undefined;

@Controller('things')
class ThingsController {
  @Get()
  get(): object {
    return { thing: true };
  }

  @Post()
  post(@Body() body: object): object {
    return body;
  }

  @Get('slow')
  slow(): Promise<string> {
    asked += 1;
    return new Promise((resolve) => (answerSlow = () => resolve('x'.repeat(1_000_000))));
  }
}

/** What Java's client, among others, sends with the first request of a connection. */
const OFFER = 'host: a\r\nConnection: Upgrade, HTTP2-Settings\r\nUpgrade: h2c\r\nHTTP2-Settings: AAEAAEAAAAIAAAAA\r\n';

describe('a request that offers an upgrade which nobody takes up', () => {
  let app: NestFastifyApplication;

  beforeAll(async () => {
    const module = await Test.createTestingModule({ controllers: [ThingsController] }).compile();
    app = module.createNestApplication<NestFastifyApplication>(httpAdapter({ requestTimeoutMs: 400 }), {
      logger: false,
    });
    await configureHttpApp(app);
    const server = app.getHttpServer();
    server.on('upgrade', (request: IncomingMessage, socket: Socket, head: Buffer) =>
      serveWithoutUpgrade(server, request, socket, head),
    );
    await app.listen(0, '127.0.0.1');
  });

  afterAll(() => app.close());

  const open = async (): Promise<Socket> => {
    const { port } = app.getHttpServer().address() as AddressInfo;
    const socket = connect(port, '127.0.0.1');
    await once(socket, 'connect');
    return socket;
  };

  it('is answered as if it did not, and so is the next on its connection', async () => {
    const socket = await open();
    socket.write(`GET /things HTTP/1.1\r\n${OFFER}\r\n`);
    const [first] = (await once(socket, 'data')) as [Buffer];
    expect(first.toString()).toMatch(/^HTTP\/1\.1 200 [^]*{"thing":true}$/);
    socket.write('GET /things HTTP/1.1\r\nhost: a\r\nconnection: close\r\n\r\n');
    expect(await text(socket)).toMatch(/^HTTP\/1\.1 200 [^]*{"thing":true}$/);
  });

  it.each([
    ['with its head', 'content-length: 7', '{"a":1}', ''],
    ['in parts', 'content-length: 7', '{"a"', ':1}'],
    ['in chunks', 'transfer-encoding: chunked', '4\r\n{"a"\r\n', '3\r\n:1}\r\n0\r\n\r\n'],
  ])('has its body, sent %s', async (_how, length, start, rest) => {
    const socket = await open();
    socket.write(`POST /things HTTP/1.1\r\n${OFFER}content-type: application/json\r\n${length}\r\n\r\n${start}`);
    if (rest) setImmediate(() => socket.write(rest));
    const [answer] = (await once(socket, 'data')) as [Buffer];
    expect(answer.toString()).toMatch(/^HTTP\/1\.1 201 [^]*{"a":1}$/);
    socket.destroy();
  });

  it('ends its connection where it asks for that', async () => {
    const socket = await open();
    socket.write(`GET /things HTTP/1.1\r\n${OFFER.replace('Upgrade,', 'Upgrade, close,')}\r\n`);
    expect(await text(socket)).toMatch(/^HTTP\/1\.1 200 [^]*connection: close[^]*{"thing":true}$/i);
  });

  it('may not take longer than others to arrive', async () => {
    const socket = await open();
    socket.write(`POST /things HTTP/1.1\r\n${OFFER}content-type: application/json\r\ncontent-length: 9\r\n\r\n{}`);
    expect(await text(socket)).toContain('http.request_timeout');
  });

  it('hurts nobody when its client is gone before the answer', async () => {
    const socket = await open();
    socket.write(`GET /things/slow HTTP/1.1\r\n${OFFER}\r\n`);
    await until('it was asked', () => asked === 1);
    socket.resetAndDestroy();
    answerSlow();
    const server = app.getHttpServer();
    const connections = (): Promise<number> =>
      new Promise((resolve) => server.getConnections((_error, count) => resolve(count)));
    await until('its connection is gone', async () => (await connections()) === 0);
    expect((await app.inject({ method: 'GET', url: '/things' })).statusCode).toBe(200);
  });
});
