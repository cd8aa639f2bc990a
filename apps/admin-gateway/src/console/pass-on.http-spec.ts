import { once } from 'node:events';
import { type IncomingMessage, type Server, createServer } from 'node:http';
import { createServer as createSecureServer } from 'node:https';
import { type AddressInfo, connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { Module } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { APP_LOGGER, createHttpApp } from '@laurel/platform-http';
import { until } from '@laurel/testing';
import { ConsoleModule } from './console.module.js';
import { selfSigned } from './self-signed.builder.js';

const silentLogger = { log: () => undefined, warn: () => undefined, error: () => undefined };
/** More than any pool of connections would hold. */
const MANY = 150;

async function start(queryUrl: string): Promise<NestFastifyApplication> {
  @Module({
    imports: [ConsoleModule.forRoot({ queryUrl, ingestionUrl: '', files: '/none' })],
    providers: [{ provide: APP_LOGGER, useValue: silentLogger }],
  })
  class AppModule {}
  const app = await createHttpApp({ module: AppModule });
  await app.listen(0, '127.0.0.1');
  return app;
}

const portOf = (server: Server): number => (server.address() as AddressInfo).port;

describe('what is passed on to another gateway', () => {
  const asked: IncomingMessage[] = [];
  let gateway: Server;
  let app: NestFastifyApplication;

  beforeAll(async () => {
    gateway = createServer((request, response) => {
      asked.push(request);
      if (request.url === '/v1/warming') {
        response.writeHead(503, { 'content-type': 'application/problem+json', 'retry-after': '2' });
        response.end('{"code":"boards.warming"}');
        return;
      }
      if (request.url === '/v1/stream') return void response.write('data: first\n\n');
      void text(request)
        .catch(() => '')
        .then((body) => response.end(JSON.stringify({ body })));
    }).listen(0, '127.0.0.1');
    await once(gateway, 'listening');
    app = await start(`http://127.0.0.1:${portOf(gateway)}`);
  });

  beforeEach(() => asked.splice(0));

  afterAll(async () => {
    await app.close();
    gateway.closeAllConnections();
    gateway.close();
  });

  const open = (sent: string): ReturnType<typeof connect> => {
    const socket = connect(portOf(app.getHttpServer()), '127.0.0.1');
    socket.on('error', () => undefined);
    socket.write(sent);
    return socket;
  };

  it('is asked once, whatever the answer: who asked decides whether to try again', async () => {
    const answer = await fetch(`${await app.getUrl()}/query/v1/warming`);
    expect([answer.status, answer.headers.get('retry-after'), await answer.json()]).toEqual([
      503,
      '2',
      { code: 'boards.warming' },
    ]);
    expect(asked.length).toBe(1);
  });

  it.each([
    [
      'headers that are about its connection',
      'POST',
      'keep-alive: timeout=5\r\nte: trailers\r\ncontent-length: 2',
      'ok',
    ],
    ['a question whether to go on', 'POST', 'expect: 100-continue\r\ncontent-length: 2', 'ok'],
    ['a body that nobody reads', 'GET', 'content-length: 2', ''],
  ])('may have %s', async (_what, method, headers, body) => {
    const socket = open(`${method} /query/v1/x HTTP/1.1\r\nhost: a\r\nconnection: close\r\n${headers}\r\n\r\nok`);
    expect(await text(socket)).toMatch(new RegExp(`HTTP/1\\.1 200 [^]*{"body":"${body}"}`));
    expect(asked[0]?.headers).not.toHaveProperty('te');
  });

  it('ends its own connection alone', async () => {
    const answer = await text(open('GET /query/v1/x HTTP/1.1\r\nhost: a\r\nconnection: close\r\n\r\n'));
    expect(answer).toMatch(/^HTTP\/1\.1 200 /);
    expect(answer).not.toMatch(/keep-alive/i);
  });

  it('waits for nobody who sends the body slowly', async () => {
    const slow = Array.from({ length: MANY }, () =>
      open('POST /query/v1/x HTTP/1.1\r\nhost: a\r\ncontent-type: application/json\r\ncontent-length: 9\r\n\r\n{'),
    );
    await until('all of them are there', () => asked.length === MANY);
    expect((await fetch(`${await app.getUrl()}/query/v1/x`)).status).toBe(200);
    for (const socket of slow) socket.destroy();
  });

  it('is given up there when nobody reads the stream any more', async () => {
    const socket = open('GET /query/v1/stream HTTP/1.1\r\nhost: a\r\n\r\n');
    await once(socket, 'data');
    socket.destroy();
    await until('it was given up', () => asked[0]?.socket.destroyed === true);
  });

  it('goes over TLS to who can show that it is that gateway, and to nobody else', async () => {
    let told = 0;
    const thief = createSecureServer(selfSigned(), (_request, response) => {
      told += 1;
      response.end('{}');
    }).listen(0, '127.0.0.1');
    await once(thief, 'listening');
    const secure = await start(`https://127.0.0.1:${portOf(thief)}`);
    const answer = await fetch(`${await secure.getUrl()}/query/v1/x`, { headers: { cookie: 'laurel_session=s' } });
    await secure.close();
    thief.close();
    expect([answer.status, told]).toEqual([503, 0]);
  });
});
