import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { type IncomingMessage, type Server, createServer } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { gunzipSync, gzipSync } from 'node:zlib';
import { Body, Controller, Get, Module, Post } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { APP_LOGGER, createHttpApp } from '@laurel/platform-http';
import { until } from '@laurel/testing';
import { WebSocket, WebSocketServer } from 'ws';
import { ConsoleModule, type ConsoleSettings } from './console.module.js';

const silentLogger = { log: () => undefined, warn: () => undefined, error: () => undefined };
const PAGE = '<!doctype html><title>Laurel</title>';
const SCRIPT = 'console.log("laurel")';
const HTML = { accept: 'text/html,application/xhtml+xml,*/*;q=0.8' };
const PROBLEM = { type: '/errors/boards.unknown', code: 'boards.unknown', status: 404 };

@Controller('v1/things')
class ThingsController {
  @Get()
  get(): object {
    return { own: true };
  }

  @Post()
  post(@Body() body: object): object {
    return body;
  }
}

/** A gateway that tells what it was asked. */
function fakeGateway(): Server {
  const sockets = new WebSocketServer({ noServer: true });
  const server = createServer((request, response) => {
    if (request.url === '/v1/unknown') {
      response.writeHead(404, { 'content-type': 'application/problem+json', 'retry-after': '7' });
      response.end(JSON.stringify(PROBLEM));
      return;
    }
    if (request.url === '/v1/stream') {
      response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
      response.write('data: first\n\n');
      return;
    }
    void text(request).then((body) => {
      response.writeHead(200, { 'content-type': 'application/json' });
      response.end(JSON.stringify({ method: request.method, url: request.url, headers: request.headers, body }));
    });
  });
  server.on('upgrade', (request: IncomingMessage, socket, head: Buffer) => {
    if (request.url?.split('?')[0] !== '/v1/live') {
      socket.end('HTTP/1.1 403 Forbidden\r\ncontent-length: 0\r\n\r\n');
      return;
    }
    sockets.handleUpgrade(request, socket, head, (ws) => {
      ws.send(JSON.stringify({ url: request.url, origin: request.headers.origin }));
      ws.on('message', (data: Buffer) =>
        data.toString() === 'bye' ? ws.close(4401, 'expired') : ws.send(`echo ${data.toString()}`),
      );
    });
  });
  return server;
}

const portOf = (server: Server): number => (server.address() as AddressInfo).port;

let folder: string;
let files: string;
let gateway: Server;
let app: NestFastifyApplication;
let url: string;

async function start(settings: ConsoleSettings): Promise<NestFastifyApplication> {
  @Module({
    imports: [ConsoleModule.forRoot(settings)],
    controllers: [ThingsController],
    providers: [{ provide: APP_LOGGER, useValue: silentLogger }],
  })
  class AppModule {}
  const started = await createHttpApp({ module: AppModule });
  await started.listen(0, '127.0.0.1');
  return started;
}

beforeAll(async () => {
  // Wherever it is installed: the names of the folders above say nothing.
  folder = mkdtempSync(join(tmpdir(), 'laurel-console-'));
  files = join(folder, 'assets', 'console');
  mkdirSync(join(files, 'assets'), { recursive: true });
  writeFileSync(join(files, 'index.html'), PAGE);
  writeFileSync(join(files, 'favicon.svg'), '<svg/>');
  writeFileSync(join(files, 'assets', 'index-Ab_c-1.js'), SCRIPT);
  writeFileSync(join(files, 'assets', 'index-Ab_c-1.js.gz'), gzipSync(SCRIPT));
  writeFileSync(join(files, 'secret.txt'), 'not of the page');
  gateway = fakeGateway().listen(0, '127.0.0.1');
  await once(gateway, 'listening');
  const upstream = `http://127.0.0.1:${portOf(gateway)}`;
  app = await start({ queryUrl: upstream, ingestionUrl: upstream, files });
  url = await app.getUrl();
});

afterAll(async () => {
  await app.close();
  gateway.closeAllConnections();
  gateway.close();
  rmSync(folder, { recursive: true });
});

const get = (path: string, headers: Record<string, string> = {}) => app.inject({ method: 'GET', url: path, headers });

describe('the console', () => {
  it('is a page that takes everything from its own origin and is never framed', async () => {
    const answer = await get('/');
    expect([answer.statusCode, answer.body]).toEqual([200, PAGE]);
    const policy = String(answer.headers['content-security-policy']);
    expect(policy).toContain("default-src 'self'");
    expect(policy).toContain("script-src 'self';");
    expect(policy).toContain("connect-src 'self'");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(answer.headers).toMatchObject({
      'content-type': expect.stringContaining('text/html') as string,
      'x-content-type-options': 'nosniff',
      'cache-control': 'no-cache',
      'referrer-policy': 'no-referrer',
    });
  });

  it.each(['/boards/premier-league?window=all', '/events/match.1', '/players/a%2Fb', '/nowhere'])(
    'is opened by a browser at %s',
    async (path) => {
      const answer = await get(path, HTML);
      expect([answer.statusCode, answer.body, answer.headers['cache-control']]).toEqual([200, PAGE, 'no-cache']);
    },
  );

  it.each([
    '/v1',
    '/v1/nothing',
    '/query',
    '/query/v2/live',
    '/ingest/nothing',
    '/errors/none',
    '/assets/none.js',
    '/metrics',
  ])('is never the answer at %s', async (path) => {
    const answer = await get(path, HTML);
    expect([answer.statusCode, answer.json<{ code: string }>().code]).toEqual([404, 'http.not_found']);
  });

  it('is no answer to programs that ask for something else', async () => {
    const answer = await get('/boards/premier-league', { accept: 'application/json' });
    expect([answer.statusCode, answer.json<{ code: string }>().code]).toEqual([404, 'http.not_found']);
    expect((await app.inject({ method: 'POST', url: '/boards', headers: HTML })).statusCode).toBe(404);
  });

  it('has files that caches keep for ever, since their names tell their content', async () => {
    const answer = await get('/assets/index-Ab_c-1.js');
    expect([answer.statusCode, answer.body]).toEqual([200, SCRIPT]);
    expect(answer.headers).toMatchObject({
      'cache-control': 'public, max-age=31536000, immutable',
      'content-type': expect.stringContaining('javascript') as string,
    });
  });

  it('sends files packed to who can unpack them', async () => {
    const answer = await get('/assets/index-Ab_c-1.js', { 'accept-encoding': 'gzip, br' });
    expect(answer.headers).toMatchObject({
      'content-encoding': 'gzip',
      vary: expect.stringMatching(/accept-encoding/i) as string,
    });
    expect(gunzipSync(answer.rawPayload).toString()).toBe(SCRIPT);
  });

  it('answers 304 to who has the page', async () => {
    const { etag } = (await get('/')).headers;
    const again = await get('/', { 'if-none-match': String(etag) });
    expect([again.statusCode, again.body]).toEqual([304, '']);
  });

  it.each([
    '/assets/../secret.txt',
    '/assets/..%2fsecret.txt',
    '/assets/%2e%2e%2fsecret.txt',
    '/secret.txt',
    '/..%5csecret.txt',
  ])('gives nothing away at %s', async (path) => {
    const socket = connect(Number(new URL(url).port), '127.0.0.1');
    socket.write(`GET ${path} HTTP/1.1\r\nhost: a\r\nconnection: close\r\n\r\n`);
    const answer = await text(socket);
    expect(answer).toMatch(/^HTTP\/1\.1 4\d\d /);
    expect(answer).not.toContain('not of the page');
  });

  it('leaves the API of the gateway as it was', async () => {
    const answer = await get('/v1/things', HTML);
    expect(answer.json()).toEqual({ own: true });
    expect(answer.headers['content-security-policy']).toBe("default-src 'none'; frame-ancestors 'none'");
  });
});

describe('requests of the console to another gateway', () => {
  interface Echo {
    readonly method: string;
    readonly url: string;
    readonly headers: Readonly<Record<string, string>>;
    readonly body: string;
  }

  it('are passed on with cookie, body and request id', async () => {
    const payload = '{"a":  1}';
    const answer = await app.inject({
      method: 'POST',
      url: '/query/v1/live/tickets?x=1&x=2',
      headers: {
        cookie: 'laurel_session=s',
        'x-laurel-csrf': '1',
        'content-type': 'application/json',
        'x-request-id': 'r-1',
      },
      payload,
    });
    expect(answer.json<Echo>()).toMatchObject({
      method: 'POST',
      url: '/v1/live/tickets?x=1&x=2',
      headers: { cookie: 'laurel_session=s', 'x-laurel-csrf': '1', 'x-request-id': 'r-1' },
      body: payload,
    });
    const events = await app.inject({
      method: 'POST',
      url: '/ingest/v1/events',
      headers: { 'content-type': 'application/x-ndjson' },
      payload,
    });
    expect(events.json<Echo>()).toMatchObject({ url: '/v1/events', body: payload });
  });

  it('get problems and headers as that gateway wrote them', async () => {
    const answer = await get('/query/v1/unknown');
    expect([answer.statusCode, answer.json(), answer.headers['retry-after']]).toEqual([404, PROBLEM, '7']);
    expect(answer.headers['content-type']).toContain('application/problem+json');
  });

  it('get a stream as it comes', async () => {
    const answer = await fetch(`${url}/query/v1/stream`);
    const reader = answer.body?.getReader();
    const first = (await reader?.read()) as { readonly value?: Uint8Array } | undefined;
    expect(new TextDecoder().decode(first?.value)).toBe('data: first\n\n');
    await reader?.cancel();
  });

  it('reach its public API alone', async () => {
    for (const path of [
      '/query/v1/../metrics',
      '/query/v1/%2e%2e/metrics',
      '/query/metrics',
      '/query/v1/..%2fmetrics',
    ]) {
      const socket = connect(Number(new URL(url).port), '127.0.0.1');
      socket.write(`GET ${path} HTTP/1.1\r\nhost: a\r\nconnection: close\r\n\r\n`);
      expect(await text(socket)).toMatch(/^HTTP\/1\.1 40\d /);
    }
  });

  it('get a problem while that gateway is away', async () => {
    const away = await start({ queryUrl: 'http://127.0.0.1:1', ingestionUrl: '', files });
    const answer = await fetch(`${await away.getUrl()}/query/v1/leaderboards`);
    const problem = await answer.json();
    await away.close();
    expect(answer.status).toBe(503);
    expect(answer.headers.get('content-type')).toContain('application/problem+json');
    expect(problem).toMatchObject({ code: 'http.unavailable' });
  });
});

describe('a socket of the console', () => {
  const open = (path: string): WebSocket => new WebSocket(`${url.replace('http', 'ws')}${path}`, { origin: url });

  it('is joined with the gateway that serves it, to the close code', async () => {
    const socket = open('/query/v1/live?a=1');
    const [first] = (await once(socket, 'message')) as [Buffer];
    expect(JSON.parse(first.toString())).toEqual({ url: '/v1/live?a=1', origin: url });
    socket.send('hello');
    const [echo] = (await once(socket, 'message')) as [Buffer];
    expect(echo.toString()).toBe('echo hello');
    socket.send('bye');
    const [code, reason] = (await once(socket, 'close')) as [number, Buffer];
    expect([code, reason.toString()]).toEqual([4401, 'expired']);
  });

  it('is refused as that gateway refuses it', async () => {
    const [request, answer] = (await once(open('/query/v1/other'), 'unexpected-response')) as [
      { destroy(): void },
      IncomingMessage,
    ];
    expect(answer.statusCode).toBe(403);
    request.destroy();
  });

  it('is refused while that gateway is away, and does not keep this one from stopping', async () => {
    const away = await start({ queryUrl: 'http://127.0.0.1:1', ingestionUrl: '', files });
    const socket = new WebSocket(`${(await away.getUrl()).replace('http', 'ws')}/query/v1/live`);
    const [request, answer] = (await once(socket, 'unexpected-response')) as [{ destroy(): void }, IncomingMessage];
    expect(answer.statusCode).toBe(503);
    request.destroy();
    await away.close();
  });

  it('ends when this gateway stops', async () => {
    const upstream = `http://127.0.0.1:${portOf(gateway)}`;
    const stopping = await start({ queryUrl: upstream, ingestionUrl: '', files });
    const socket = new WebSocket(`${(await stopping.getUrl()).replace('http', 'ws')}/query/v1/live`);
    await once(socket, 'message');
    const closed = once(socket, 'close');
    await stopping.close();
    await closed;
  });

  it.each([
    ['GET /v1/things HTTP/1.1', '', '200', '{"own":true}'],
    ['POST /v1/things HTTP/1.1', '{"a":1}', '201', '{"a":1}'],
    ['GET /query/v1/unknown HTTP/1.1', '', '404', JSON.stringify(PROBLEM)],
  ])('is none where something else is offered: %s is answered as ever', async (line, body, status, answer) => {
    const socket = connect(Number(new URL(url).port), '127.0.0.1');
    const about = body ? `content-type: application/json\r\ncontent-length: ${body.length}\r\n` : '';
    socket.write(`${line}\r\nhost: a\r\nconnection: upgrade, close\r\nupgrade: h2c\r\n${about}\r\n${body}`);
    const got = await text(socket);
    expect(got).toMatch(new RegExp(`^HTTP/1\\.1 ${status} `));
    expect(got).toContain(answer);
  });

  it('leaves nothing behind when it is refused and its browser never hangs up', async () => {
    const upstream = `http://127.0.0.1:${portOf(gateway)}`;
    const bare = await start({ queryUrl: upstream, ingestionUrl: '', files });
    const away = await start({ queryUrl: 'http://127.0.0.1:1', ingestionUrl: '', files });
    for (const app of [bare, away]) {
      const server = app.getHttpServer();
      const socket = connect({ port: portOf(server), host: '127.0.0.1', allowHalfOpen: true });
      socket.write('GET /query/v1/other HTTP/1.1\r\nhost: a\r\nconnection: upgrade\r\nupgrade: websocket\r\n\r\n');
      expect(await text(socket)).toMatch(/^HTTP\/1\.1 (403|503) /);
      const connections = (): Promise<number> =>
        new Promise((resolve) => server.getConnections((_error, count) => resolve(count)));
      await until('its connection is gone', async () => (await connections()) === 0);
      socket.destroy();
      await app.close();
    }
  });
});

describe('without the address of the query gateway', () => {
  it('there is no console, and nothing is passed on', async () => {
    const bare = await start({ queryUrl: '', ingestionUrl: '', files });
    const answers = await Promise.all(
      ['/', '/query/v1/x'].map((path) => bare.inject({ method: 'GET', url: path, headers: HTML })),
    );
    await bare.close();
    expect(answers.map(({ statusCode }) => statusCode)).toEqual([404, 404]);
  });
});
