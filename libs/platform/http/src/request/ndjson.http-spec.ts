import { Controller, HttpCode, Post, Req } from '@nestjs/common';
import { type NestFastifyApplication, RouteConfig } from '@nestjs/platform-fastify';
import { Test } from '@nestjs/testing';
import type { FastifyRequest } from 'fastify';
import { configureHttpApp } from '../app/configure-http-app.js';
import { httpAdapter } from '../app/http-adapter.js';
import { type Lines, NDJSON_TYPE, lineByLine } from './ndjson.js';

@Controller('lines')
class LinesController {
  @RouteConfig(lineByLine(2))
  @HttpCode(200)
  @Post()
  count(@Req() { body }: FastifyRequest<{ Body: Lines }>): readonly boolean[] {
    return body.lines.map(({ ok }) => ok);
  }
}

describe('a body of lines', () => {
  let app: NestFastifyApplication;

  beforeAll(async () => {
    const module = await Test.createTestingModule({ controllers: [LinesController] }).compile();
    app = module.createNestApplication<NestFastifyApplication>(httpAdapter(), { logger: false });
    await configureHttpApp(app);
  });
  afterAll(() => app.close());

  const send = (payload: string) =>
    app.inject({ method: 'POST', url: '/lines', headers: { 'content-type': NDJSON_TYPE }, payload });

  it('is taken line by line, blank ones left out, and a line that is no JSON spoils only itself', async () => {
    expect((await send('{"a": 1}\n\n \r\nno JSON')).json()).toEqual([true, false]);
  });

  it('is refused for one line too many, before any line is read', async () => {
    const parse = jest.spyOn(JSON, 'parse');
    const { statusCode } = await send('no JSON\n'.repeat(3));
    const tried = parse.mock.calls.length;
    parse.mockRestore();
    expect([statusCode, tried]).toEqual([413, 0]);
  });
});
