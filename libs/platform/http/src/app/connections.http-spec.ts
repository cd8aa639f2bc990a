import { once } from 'node:events';
import { type AddressInfo, type Socket, connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { Body, Controller, Get, Post } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { Test } from '@nestjs/testing';
import { configureHttpApp } from './configure-http-app.js';
import { httpAdapter } from './http-adapter.js';

@Controller('things')
class ThingsController {
  @Get()
  get(): object {
    return {};
  }

  @Post()
  post(@Body() body: object): object {
    return body;
  }
}

const head = (...lines: string[]): string => `${lines.join('\r\n')}\r\n\r\n`;
const POST = ['POST /things HTTP/1.1', 'host: a', 'content-type: application/json'];
const FLOOD = Array.from({ length: 2_000 }, (_, index) => `x-${index}: 0123456789`);

describe('a connection', () => {
  let app: NestFastifyApplication;

  beforeAll(async () => {
    const module = await Test.createTestingModule({ controllers: [ThingsController] }).compile();
    app = module.createNestApplication<NestFastifyApplication>(httpAdapter({ requestTimeoutMs: 400 }), {
      logger: false,
    });
    await configureHttpApp(app, { cors: true });
    await app.listen(0, '127.0.0.1');
  });

  afterAll(() => app.close());

  const open = async (): Promise<Socket> => {
    const { port } = app.getHttpServer().address() as AddressInfo;
    const socket = connect(port, '127.0.0.1');
    await once(socket, 'connect');
    return socket;
  };

  /** Everything that comes back until the server closes. */
  const exchange = async (sent: string): Promise<string> => {
    const socket = await open();
    socket.write(sent);
    return text(socket);
  };

  it.each([
    ['bytes that are no HTTP', '\u0016\u0003\u0001garbage\r\n\r\n', 400, 'http.malformed_request'],
    ['two lengths', head(...POST, 'content-length: 2', 'content-length: 3'), 400, 'http.malformed_request'],
    [
      'a length and chunks, as smuggled requests have',
      `${head(...POST, 'content-length: 4', 'transfer-encoding: chunked')}0\r\n\r\nGET /things HTTP/1.1\r\n\r\n`,
      400,
      'http.malformed_request',
    ],
    [
      'a hidden encoding',
      `${head(...POST, 'transfer-encoding: chunked', 'transfer-encoding: x')}0\r\n\r\n`,
      400,
      'http.malformed_request',
    ],
    ['a length that is none', head(...POST, 'content-length: -1'), 400, 'http.malformed_request'],
    ['a name with a space', head(...POST, 'content-length : 2'), 400, 'http.malformed_request'],
    ['headers without end', head('GET /things HTTP/1.1', 'host: a', ...FLOOD), 431, 'http.headers_too_large'],
    [
      'one huge header',
      head('GET /things HTTP/1.1', 'host: a', `x: ${'y'.repeat(70_000)}`),
      431,
      'http.headers_too_large',
    ],
    ['a huge address', head(`GET /${'x'.repeat(70_000)} HTTP/1.1`, 'host: a'), 431, 'http.headers_too_large'],
    ['half of its headers', 'GET /things HTTP/1.1\r\nhost: a\r\n', 408, 'http.request_timeout'],
    ['nothing', '', 408, 'http.request_timeout'],
    ['less body than it says', `${head(...POST, 'content-length: 9')}{}`, 408, 'http.request_timeout'],
  ])('with %s is answered with a problem and closed', async (_case, sent, status, code) => {
    const [answerHead = '', body = ''] = (await exchange(sent)).split('\r\n\r\n');
    expect(answerHead).toContain(`HTTP/1.1 ${status} `);
    expect(answerHead).toContain('content-type: application/problem+json');
    expect(answerHead).toContain('connection: close');
    expect(JSON.parse(body)).toMatchObject({ status, code, requestId: expect.stringMatching(/^req_/) });
  });

  it('that trickles is closed in the end, and holds nobody up', async () => {
    const socket = await open();
    const answer = text(socket);
    socket.write(head(...POST, 'content-length: 1000'));
    const trickle = setInterval(() => socket.writable && socket.write(' '), 50);
    socket.once('data', () => clearInterval(trickle));
    const other = await app.inject({ method: 'GET', url: '/things' });
    expect(other.statusCode).toBe(200);
    expect(await answer).toContain('http.request_timeout');
  });

  it.each(['TRACE', 'DELETE'] as const)('with %s is told which methods there are', async (method) => {
    const answer = await exchange(head(`${method} /things HTTP/1.1`, 'host: a', 'connection: close'));
    expect(answer).toContain('HTTP/1.1 405 ');
    expect(answer).toContain('allow: GET, HEAD, POST');
  });

  it.each([
    ['a preflight', ['origin: https://game.example', 'access-control-request-method: GET']],
    ['an OPTIONS that is none', []],
  ])('with %s is told what pages of other origins may do', async (_case, more) => {
    const answer = await exchange(head('OPTIONS /things HTTP/1.1', 'host: a', 'connection: close', ...more));
    expect(answer).toContain('HTTP/1.1 204 ');
    expect(answer).toContain('access-control-allow-origin: *');
    expect(answer).not.toContain('access-control-allow-credentials');
  });
});
