import { once } from 'node:events';
import { Agent, type IncomingMessage, get } from 'node:http';
import { Controller, Get, Module, type OnModuleDestroy } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { until } from '@laurel/testing';
import { APP_LOGGER } from './configure-http-app.js';
import { createHttpApp } from './run-http-app.js';

/** Longer than these requests take, so that all of them fall into it. */
const GRACE_MS = 300;

const silentLogger = { log: () => undefined, warn: () => undefined, error: () => undefined };
let answerSlow: (text: string) => void = () => undefined;
let destroyed = false;

@Controller()
class ThingsController implements OnModuleDestroy {
  @Get('quick')
  quick(): string {
    return 'quick';
  }

  @Get('slow')
  slow(): Promise<string> {
    return new Promise((resolve) => (answerSlow = resolve));
  }

  onModuleDestroy(): void {
    destroyed = true;
  }
}

@Module({ controllers: [ThingsController], providers: [{ provide: APP_LOGGER, useValue: silentLogger }] })
class ThingsModule {}

describe('an app that is told to stop', () => {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  let app: NestFastifyApplication;
  let url: string;

  beforeAll(async () => {
    app = await createHttpApp({ module: ThingsModule }, { shutdownGraceMs: GRACE_MS });
    await app.listen(0, '127.0.0.1');
    url = await app.getUrl();
  });
  afterAll(() => agent.destroy());

  async function fetchOver(through: Agent, path: string): Promise<IncomingMessage> {
    const [answer] = (await once(get(`${url}${path}`, { agent: through }), 'response')) as [IncomingMessage];
    answer.resume();
    await once(answer, 'end');
    return answer;
  }

  it('serves requests for a while and ends their connections, also of requests that came before, and then closes', async () => {
    const early = new Agent({ keepAlive: true });
    expect((await fetchOver(agent, '/quick')).headers.connection).toBe('keep-alive');
    const waiting = fetchOver(early, '/slow');
    const closed = app.close();
    await until('it is stopping', () => destroyed);

    const onOldConnection = await fetchOver(agent, '/quick');
    const onNewConnection = await fetchOver(agent, '/quick');
    expect(
      [onOldConnection, onNewConnection].map(({ statusCode, headers }) => [statusCode, headers.connection]),
    ).toEqual([
      [200, 'close'],
      [200, 'close'],
    ]);

    await until('the port is closed', async () => {
      const refused = await fetchOver(new Agent(), '/quick').catch((error: NodeJS.ErrnoException) => error.code);
      return refused === 'ECONNREFUSED';
    });
    answerSlow('slow');
    expect((await waiting).headers.connection).toBe('close');
    await closed;
  });
});
