import { once } from 'node:events';
import { type AddressInfo, type Server, type Socket, connect, createServer } from 'node:net';
import { type EventMessage, playerKey, partitionOf } from '@laurel/contracts';
import { type ProgramDocument } from '@laurel/releases-domain';
import { testServers, until } from '@laurel/testing';
import type { INestApplication } from '@nestjs/common';
import { ScoringSpec } from './scoring-spec.builder.js';

const PROGRAM: ProgramDocument = {
  stats: [{ key: 'points', aggregation: 'sum' }],
  rules: [
    {
      key: 'score',
      on: ['scored'],
      when: { property: 'event.properties.amount', op: 'exists', value: true },
      then: [{ effect: 'record', stat: 'points', amount: { property: 'event.properties.amount' } }],
    },
  ],
  leaderboards: [
    { key: 'top', source: { stat: 'points' }, aggregation: 'sum', order: 'desc', windows: [{ kind: 'all' }] },
  ],
};

/** Redis behind a door that lets nothing out while it is silent; connections stay as they are. */
class SilencedRedis {
  silent = false;
  private readonly sockets: Socket[] = [];
  private readonly server: Server = createServer((client) => {
    const { hostname, port } = new URL(testServers().redisUrl);
    const upstream = connect(Number(port || 6379), hostname).on('error', () => undefined);
    this.sockets.push(client, upstream);
    client.on('data', (bytes) => upstream.write(bytes));
    upstream.on('data', (bytes) => this.silent || client.write(bytes));
    client.on('error', () => undefined).on('close', () => upstream.destroy());
  });

  async start(): Promise<string> {
    this.server.listen(0, '127.0.0.1');
    await once(this.server, 'listening');
    return `redis://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  stop(): void {
    for (const socket of this.sockets) socket.destroy();
    this.server.close();
  }
}

const PLAYER = 'anna';
const spec = new ScoringSpec();
const { scope, workspace } = spec;
const partition = partitionOf(playerKey(workspace, PLAYER));
const front = new SilencedRedis();
let redisUrl: string;
let app: INestApplication;
let sent = 0;

async function startScoring(): Promise<void> {
  app = await spec.startScoring({ redis: { url: redisUrl, keyPrefix: scope.keyPrefix }, maxRanksLagMs: 1_500 });
}

/** Sends one point of the player. @returns how many were sent */
async function score(): Promise<number> {
  sent += 1;
  const now = Date.now();
  const message: EventMessage = {
    v: 1,
    kind: 'event',
    workspace,
    eventId: `point-${sent}`,
    type: 'scored',
    playerId: PLAYER,
    occurredAt: now,
    receivedAt: now,
    properties: { amount: 1 },
  };
  await spec.put(playerKey(workspace, PLAYER), JSON.stringify(message), partition);
  return sent;
}

async function pointsScored(): Promise<number> {
  const player = await spec.playerOf(PLAYER);
  return player?.stats['points@1']?.value ?? 0;
}

/** A gauge of the player's partition; undefined when it is absent. */
async function gauge(name: string): Promise<number | undefined> {
  const text = await (await fetch(`${await app.getUrl()}/metrics`)).text();
  const value = new RegExp(`^${name}\\{partition="${partition}"\\} (\\S+)$`, 'm').exec(text)?.[1];
  return value === undefined ? undefined : Number(value);
}

const readiness = async (): Promise<{ checks: Record<string, { ok: boolean; detail?: string }> }> =>
  (await (await fetch(`${await app.getUrl()}/health/ready`)).json()) as never;

describe('the scoring service while Redis does not answer', () => {
  beforeAll(async () => {
    await spec.open();
    redisUrl = await front.start();
    await spec.publish(1, PROGRAM);
    await startScoring();
    const first = await score();
    await until('it scores', async () => (await pointsScored()) === first);
  });

  afterAll(async () => {
    await app.close();
    front.stop();
    await spec.close();
  });

  it('scores on for a time, then pauses and says so, and goes on by itself and mends the ranks', async () => {
    front.silent = true;
    const early = await score();
    await until('the event is scored', async () => (await pointsScored()) === early);
    await until('the partition has paused', async () => (await gauge('laurel_scoring_partition_paused')) === 1);
    expect((await readiness()).checks['ranks']).toMatchObject({
      ok: false,
      detail: expect.stringContaining(`${partition}`),
    });

    const late = await score();
    await until('the event waits', async () => (await gauge('laurel_scoring_lag_messages')) === 1);
    expect(await pointsScored()).toBe(early);
    expect(await gauge('laurel_scoring_lag_ms')).toBeGreaterThan(0);

    front.silent = false;
    await until('the event is scored', async () => (await pointsScored()) === late);
    await until('the ranks are mended', async () => (await gauge('laurel_scoring_boards_behind')) === 0);
    expect(await gauge('laurel_scoring_partition_paused')).toBe(0);
    expect((await readiness()).checks['ranks']).toEqual({ ok: true });
    await until('nothing waits', async () => (await gauge('laurel_scoring_lag_messages')) === 0);
    expect(await gauge('laurel_scoring_lag_ms')).toBe(0);
  }, 60_000);

  it('takes over partitions and scores', async () => {
    await app.close();
    front.silent = true;
    await startScoring();

    const next = await score();

    await until('the event is scored', async () => (await pointsScored()) === next);
    front.silent = false;
    await until('the ranks are mended', async () => (await gauge('laurel_scoring_boards_behind')) === 0);
  }, 60_000);
});
