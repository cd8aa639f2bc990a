import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { Test } from '@nestjs/testing';
import { configureHttpApp, httpAdapter } from '@laurel/platform-http';
import { HealthChecks } from './health-checks.js';
import { HealthModule } from './health.module.js';

describe('health', () => {
  let app: NestFastifyApplication;
  let checks: HealthChecks;

  beforeEach(async () => {
    const module = await Test.createTestingModule({ imports: [HealthModule] }).compile();
    app = module.createNestApplication<NestFastifyApplication>(httpAdapter(), { logger: false });
    await configureHttpApp(app);
    checks = app.get(HealthChecks);
  });
  afterEach(() => app.close());

  it('is live whatever its checks say', async () => {
    checks.register('kafka', () => Promise.resolve(false));
    expect((await app.inject('/health/live')).statusCode).toBe(200);
  });

  it('is ready when every check is well', async () => {
    checks.register('kafka', () => Promise.resolve(true));
    const answer = await app.inject('/health/ready');
    expect(answer.statusCode).toBe(200);
    expect(answer.json()).toEqual({ status: 'ready', checks: { kafka: { ok: true } } });
  });

  it('is unready with the reason of each check that fails', async () => {
    checks.register('kafka', () => Promise.resolve('no broker answers'));
    checks.register('mongo', () => Promise.reject(new Error('no primary')));
    const answer = await app.inject('/health/ready');
    expect(answer.statusCode).toBe(503);
    expect(answer.json()).toEqual({
      status: 'unready',
      checks: { kafka: { ok: false, detail: 'no broker answers' }, mongo: { ok: false, detail: 'no primary' } },
    });
  });

  it('is unready from the moment it is told to stop', async () => {
    checks.onModuleDestroy();
    expect((await app.inject('/health/ready')).json().status).toBe('stopping');
  });
});
