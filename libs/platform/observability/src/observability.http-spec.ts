import { Controller, Get, Inject } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { Test } from '@nestjs/testing';
import { type Log, systemClock } from '@laurel/kernel';
import { configureHttpApp, httpAdapter } from '@laurel/platform-http';
import { type DestinationStream, pino } from 'pino';
import { LOG, logOptions } from './log.js';
import { ObservabilityModule } from './observability.module.js';

@Controller('things')
class ThingsController {
  constructor(@Inject(LOG) private readonly log: Log) {}

  @Get(':id')
  get(): string {
    this.log.info({ at: systemClock.now() }, 'thing.read');
    return 'thing';
  }
}

describe('an observed app', () => {
  const lines: Record<string, unknown>[] = [];
  const sink: DestinationStream = { write: (line) => lines.push(JSON.parse(line) as Record<string, unknown>) };
  let app: NestFastifyApplication;

  beforeAll(async () => {
    const log = pino(logOptions({ service: 'sample', level: 'info' }), sink);
    const module = await Test.createTestingModule({
      imports: [ObservabilityModule.forRoot(log)],
      controllers: [ThingsController],
    }).compile();
    app = module.createNestApplication<NestFastifyApplication>(httpAdapter());
    await configureHttpApp(app);
  });
  beforeEach(() => lines.splice(0));
  afterAll(() => app.close());

  it('writes one line per request, with its route pattern and not its ids', async () => {
    await app.inject({ url: '/things/ann?token=abc', headers: { 'x-request-id': 'r1' } });
    expect(lines.filter(({ msg }) => msg === 'http.request')).toEqual([
      expect.objectContaining({ service: 'sample', level: 'info', route: '/things/:id', status: 200, requestId: 'r1' }),
    ]);
    expect(JSON.stringify(lines)).not.toContain('ann');
  });

  it('gives every line of a request its id', async () => {
    await app.inject({ url: '/things/ann', headers: { 'x-request-id': 'r2' } });
    expect(lines.find(({ msg }) => msg === 'thing.read')).toEqual(expect.objectContaining({ requestId: 'r2' }));
  });

  it('counts requests by route at /metrics, which is not logged', async () => {
    await app.inject('/things/ann');
    const answer = await app.inject('/metrics');
    expect(answer.headers['content-type']).toContain('text/plain');
    expect(answer.body).toContain(
      'laurel_http_request_duration_seconds_count{method="GET",route="/things/:id",status="200"}',
    );
    expect(lines.some(({ route }) => route === '/metrics')).toBe(false);
  });
});
