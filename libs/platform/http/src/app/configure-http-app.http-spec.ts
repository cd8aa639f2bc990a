import { once } from 'node:events';
import { type IncomingMessage, request } from 'node:http';
import { json } from 'node:stream/consumers';
import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { Test } from '@nestjs/testing';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { Type } from 'class-transformer';
import { IsInt, IsString, MaxLength, ValidateNested } from 'class-validator';
import { defineError, err } from '@laurel/kernel';
import { orThrow } from '../problem/problem.exception.js';
import { currentRequestId } from '../request/request-context.js';
import { configureHttpApp } from './configure-http-app.js';
import { httpAdapter } from './http-adapter.js';

const busy = defineError('things.busy', 'unavailable', 'Things are busy');

class PartDto {
  @IsInt()
  readonly size: number = 0;
}

class ThingDto {
  @IsString()
  @MaxLength(3)
  readonly name: string = '';

  @ValidateNested()
  @Type(() => PartDto)
  readonly part: PartDto = new PartDto();
}

@Controller('things')
class ThingsController {
  @Post()
  create(@Body() thing: ThingDto): { name: string; requestId: string | undefined } {
    return { name: thing.name, requestId: currentRequestId() };
  }

  @Get(':id')
  get(@Param('id') id: string): never {
    if (id === 'bug') {
      throw new TypeError('secret insides');
    }
    return orThrow(err(busy('Try later.', { retryAfterSeconds: 2 })));
  }
}

describe('an HTTP app', () => {
  let app: NestFastifyApplication;

  beforeAll(async () => {
    const module = await Test.createTestingModule({ controllers: [ThingsController] }).compile();
    app = module.createNestApplication<NestFastifyApplication>(httpAdapter({ bodyLimitBytes: 200 }), { logger: false });
    await configureHttpApp(app, { api: { title: 'Things', description: 'Things.', version: '1' } });
  });

  afterAll(() => app.close());

  const jsonType = { 'content-type': 'application/json' };

  it.each([
    ['a path that is no route', { method: 'GET', url: '/nothing' }, 404, 'http.not_found'],
    ['a method that the address does not take', { method: 'DELETE', url: '/things/1' }, 405, 'http.method_not_allowed'],
    ['a path that can not be decoded', { method: 'GET', url: '/things/%E0%A4%A' }, 400, 'http.malformed_request'],
    [
      'a path with an endless part',
      { method: 'GET', url: `/things/${'x'.repeat(5_000)}` },
      400,
      'http.malformed_request',
    ],
    [
      'a body that is no JSON',
      { method: 'POST', url: '/things', headers: jsonType, payload: '{' },
      400,
      'http.malformed_request',
    ],
    [
      'a body that is empty',
      { method: 'POST', url: '/things', headers: jsonType, payload: '' },
      400,
      'http.malformed_request',
    ],
    [
      'a body that is no object',
      { method: 'POST', url: '/things', headers: jsonType, payload: '[]' },
      422,
      'http.invalid_input',
    ],
    [
      'a body of another type',
      { method: 'POST', url: '/things', headers: { 'content-type': 'text/csv' }, payload: 'a' },
      415,
      'http.unsupported_media_type',
    ],
    [
      'a form, which pages of other origins may send unasked',
      {
        method: 'POST',
        url: '/things',
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
        payload: 'name=a',
      },
      415,
      'http.unsupported_media_type',
    ],
    [
      'a plain text, which pages of other origins may send unasked',
      { method: 'POST', url: '/things', headers: { 'content-type': 'text/plain' }, payload: '{"name":"a"}' },
      415,
      'http.unsupported_media_type',
    ],
    [
      'a body that is no UTF-8',
      { method: 'POST', url: '/things', headers: jsonType, payload: Buffer.from('7b22ff223a317d', 'hex') },
      400,
      'http.malformed_request',
    ],
    [
      'a body over the limit',
      { method: 'POST', url: '/things', headers: jsonType, payload: JSON.stringify('x'.repeat(300)) },
      413,
      'http.body_too_large',
    ],
    [
      'a body that names its prototype',
      { method: 'POST', url: '/things', headers: jsonType, payload: '{"__proto__":{}}' },
      400,
      'http.malformed_request',
    ],
    ['an expected refusal', { method: 'GET', url: '/things/1' }, 503, 'things.busy'],
    ['a bug', { method: 'GET', url: '/things/bug' }, 500, 'http.internal'],
    ['a page of an unknown error', { method: 'GET', url: '/errors/nothing' }, 404, 'http.not_found'],
  ] as const)('answers %s with problem details', async (_case, request, status, code) => {
    const answer = await app.inject(request);
    expect(answer.statusCode).toBe(status);
    expect(answer.headers['content-type']).toBe('application/problem+json; charset=utf-8');
    expect(answer.json()).toEqual(
      expect.objectContaining({ type: `/errors/${code}`, status, code, requestId: answer.headers['x-request-id'] }),
    );
  });

  it('lists every problem of a body by JSON pointer', async () => {
    const payload = { name: 'long', part: { size: 'big' }, 'a/b': 1 };
    const answer = await app.inject({ method: 'POST', url: '/things', payload });
    expect(answer.json().errors).toEqual([
      { path: '/a~1b', rule: 'unknown', message: expect.any(String) },
      { path: '/name', rule: 'maxLength', message: expect.any(String) },
      { path: '/part/size', rule: 'isInt', message: expect.any(String) },
    ]);
  });

  it.each([
    ['nested without end', '['.repeat(90) + ']'.repeat(90), '/0'.repeat(80), 'depth'],
    ['a number that no double holds', '{"name":1e400}', '/name', 'finite'],
    ['half a surrogate pair', String.raw`{"part":[{"a/b":"\ud800"}]}`, '/part/0/a~1b', 'unicode'],
    ['half a surrogate pair in a name', String.raw`{"\udc00":1}`, '', 'name'],
    ['a name with a NUL', String.raw`{"part":{"a\u0000":1}}`, '/part', 'name'],
    ['a name that every object has', '{"name":"a","constructor":1}', '/constructor', 'unknown'],
  ])('refuses a body that has %s', async (_case, payload, path, rule) => {
    const answer = await app.inject({ method: 'POST', url: '/things', headers: jsonType, payload });
    expect(answer.statusCode).toBe(422);
    expect(answer.json().errors).toEqual([{ path, rule, message: expect.any(String) }]);
  });

  it('says which methods an address takes', async () => {
    const answer = await app.inject({ method: 'PUT', url: '/things', payload: {} });
    expect(answer.headers['allow']).toBe('POST');
  });

  it('takes an id of 128 characters of four bytes each', async () => {
    const id = encodeURIComponent('⚽'.repeat(128));
    expect((await app.inject({ method: 'GET', url: `/things/${id}` })).json()).toMatchObject({ code: 'things.busy' });
  });

  it('says when to try again', async () => {
    const answer = await app.inject({ method: 'GET', url: '/things/1' });
    expect(answer.headers['retry-after']).toBe('2');
  });

  it('keeps the insides of a bug to itself', async () => {
    const answer = await app.inject({ method: 'GET', url: '/things/bug' });
    expect(answer.body).not.toContain('insides');
  });

  it("carries the caller's request id through the handler and back", async () => {
    const headers = { 'x-request-id': 'caller-1' };
    const answer = await app.inject({
      method: 'POST',
      url: '/things',
      headers,
      payload: { name: 'a', part: { size: 1 } },
    });
    expect(answer.json()).toEqual({ name: 'a', requestId: 'caller-1' });
    expect(answer.headers['x-request-id']).toBe('caller-1');
  });

  it('keeps the request id while a body comes in pieces over a connection', async () => {
    await app.listen(0, '127.0.0.1');
    const headers = { 'content-type': 'application/json', 'x-request-id': 'caller-2' };
    const outgoing = request(`${await app.getUrl()}/things`, { method: 'POST', headers });
    outgoing.write('{"name":"a",');
    await once(outgoing, 'socket');
    outgoing.end('"part":{"size":1}}');
    const [answer] = (await once(outgoing, 'response')) as [IncomingMessage];
    expect(await json(answer)).toEqual({ name: 'a', requestId: 'caller-2' });
  });

  it('mints a request id where the caller has none or one that would forge log lines', async () => {
    const answer = await app.inject({ method: 'GET', url: '/things/1', headers: { 'x-request-id': 'a b' } });
    expect(answer.headers['x-request-id']).toMatch(/^req_[0-9a-f-]{36}$/);
  });

  it('serves its OpenAPI 3.1 document', async () => {
    const answer = await app.inject({ method: 'GET', url: '/openapi.json' });
    expect(answer.json()).toEqual(expect.objectContaining({ openapi: '3.1.0' }));
  });

  it('forbids that its answers are sniffed or framed', async () => {
    const answer = await app.inject({ method: 'GET', url: '/openapi.json' });
    expect(answer.headers['x-content-type-options']).toBe('nosniff');
    expect(answer.headers['content-security-policy']).toContain("frame-ancestors 'none'");
  });
});
