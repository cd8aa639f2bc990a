import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { until } from '@laurel/testing';
import { type ProvidedServers, provideServers, readPidFiles, silentReport } from '@laurel/up';
import { Api } from './stack/api.js';
import { LaurelStack } from './stack/laurel-stack.js';

const ROOT = join(__dirname, '../../..');

/** A Kafka of this test alone: the suite's own is needed by others while this one is away. */
let servers: ProvidedServers;
let data: string;
let stack: LaurelStack;
let api: Api;

beforeAll(async () => {
  data = mkdtempSync(join(tmpdir(), 'laurel-kafka-away-'));
  const { LAUREL_KAFKA_BROKERS: _, ...environment } = process.env;
  servers = await provideServers({
    root: ROOT,
    dataDir: data,
    ports: 'free',
    allowExisting: false,
    ephemeral: true,
    report: silentReport,
    environment,
  });
  stack = await LaurelStack.start({ LAUREL_KAFKA_BROKERS: servers.kafka.brokers });
  api = new Api(stack, (await stack.createWorkspace('demo', 'dev')).secretKey);
}, 180_000);

afterAll(async () => {
  await stack.stop();
  await servers.stop();
  rmSync(data, { recursive: true, force: true });
});

function signalKafka(signal: NodeJS.Signals): void {
  const broker = readPidFiles(join(data, 'run')).find(({ name }) => name === 'kafka');
  if (!broker) throw new Error('the broker of this test is not running');
  process.kill(broker.pid, signal);
}

const send = (eventId: string) => api.sendEvent({ eventId, type: 'scored', playerId: 'ada' });

describe('while Kafka does not answer', () => {
  it('events are refused with 503 and Retry-After, never accepted, and accepted again by themselves after', async () => {
    expect((await send('before')).status).toBe(202);
    signalKafka('SIGSTOP');

    const refused = await send('during');

    signalKafka('SIGCONT');
    expect(refused).toMatchObject({ status: 503, body: { code: 'kafka.unavailable' } });
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
    await until('events are accepted again', async () => (await send('after')).status === 202);
  });

  it('and after the broker was killed and came back, what was accepted is processed once, and the refused when sent again', async () => {
    signalKafka('SIGKILL');
    await until('the broker is away or back', async () => (await send('during-the-restart')).status !== 500);

    await until('events are accepted again', async () => (await send('during')).status === 202, 60_000);

    for (const eventId of ['before', 'during', 'after']) {
      await until(
        `${eventId} is processed`,
        async () => (await api.query(`/v1/events/${eventId}`)).body['status'] === 'processed',
        60_000,
      );
    }
  }, 180_000);
});
