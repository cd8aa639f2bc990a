import { EventEmitter } from 'node:events';
import type { Credential } from '@laurel/platform-auth';
import { type RedisClient, closeRedis, createRedisClient } from '@laurel/platform-redis';
import { silentLog, testServers, uniqueTestScope, until } from '@laurel/testing';
import { PlayerConnections } from './player-connections.js';
import { PlayerInstances } from './player-instances.js';

const MOST = 3;
const BEAT_MS = 50;
const LIFE_MS = 500;

const of = (playerId: string, workspace = 'ws_1'): Credential => ({
  kind: 'player_token',
  workspace,
  playerId,
  permissions: ['boards:read'],
});

/** A connection that a test closes. */
class FakeConnection {
  private readonly events = new EventEmitter();

  onClose(listener: () => void): void {
    this.events.once('close', listener);
  }

  close(): void {
    this.events.emit('close');
  }
}

/** One gateway: what it counts by, and its own connection to Redis. */
class Instance {
  readonly redis: RedisClient;
  readonly players: PlayerConnections;

  constructor(keyPrefix: string) {
    this.redis = createRedisClient({ url: testServers().redisUrl, isBatched: true }, silentLog);
    this.players = new PlayerConnections(MOST, silentLog, new PlayerInstances(this.redis, keyPrefix, LIFE_MS), BEAT_MS);
  }

  async start(): Promise<this> {
    await until('it is connected', () => this.redis.status === 'ready');
    await this.players.onApplicationBootstrap();
    return this;
  }

  /** A connection of the player; undefined when it was not let in. */
  async enter(playerId: string, workspace?: string): Promise<FakeConnection | undefined> {
    const connection = new FakeConnection();
    const entered = await this.players.enter(connection, of(playerId, workspace));
    if (!entered.ok) expect(entered.error.code).toBe('live.too_many_connections');
    return entered.ok ? connection : undefined;
  }

  /** Enters and leaves again. */
  async lets(playerId: string): Promise<boolean> {
    const connection = await this.enter(playerId);
    connection?.close();
    return connection !== undefined;
  }

  /** Its sockets and timers are gone, and it told nobody. */
  kill(): void {
    clearInterval(Reflect.get(this.players, 'beats') as NodeJS.Timeout);
    this.redis.disconnect();
  }

  async stop(): Promise<void> {
    await this.players.onModuleDestroy();
    await closeRedis(this.redis);
  }
}

describe('connections of a player at several instances', () => {
  let keyPrefix: string;
  let first: Instance;
  let second: Instance;

  beforeEach(async () => {
    ({ keyPrefix } = uniqueTestScope());
    first = await new Instance(keyPrefix).start();
    second = await new Instance(keyPrefix).start();
  });

  afterEach(() => Promise.all([first.stop(), second.stop()]));

  it('are counted together, and those of other players and workspaces apart', async () => {
    await first.enter('ann');
    await second.enter('ann');
    await first.enter('ann');
    expect([await first.lets('ann'), await second.lets('ann')]).toEqual([false, false]);
    expect(await second.lets('bob')).toBe(true);
    expect(await second.enter('ann', 'ws_2')).toBeDefined();
  });

  it('make room everywhere when one closes', async () => {
    const [one] = await Promise.all([first.enter('ann'), first.enter('ann'), first.enter('ann')]);
    expect(await second.lets('ann')).toBe(false);
    one?.close();
    await until('there is room', () => second.lets('ann'));
  });

  it('are never more than may be, however many come at once', async () => {
    const come = (instance: Instance) => Array.from({ length: 10 }, () => instance.enter('ann'));
    const entered = await Promise.all([...come(first), ...come(second)]);
    expect(entered.filter((connection) => connection !== undefined).length).toBeLessThanOrEqual(MOST);
  });

  it('are not counted any more when their instance was killed', async () => {
    for (let count = 0; count < MOST; count += 1) await first.enter('ann');
    expect(await second.lets('ann')).toBe(false);
    first.kill();
    await until('its connections are forgotten', () => second.lets('ann'));
    expect(Object.keys(await second.redis.hgetall(`${keyPrefix}live:player:ws_1\u001fann`))).toEqual([]);
  });

  it('are not counted any more from when their instance stops on', async () => {
    for (let count = 0; count < MOST; count += 1) await first.enter('ann');
    await first.players.onModuleDestroy();
    expect(await second.lets('ann')).toBe(true);
  });

  it('are counted again after Redis has lost all', async () => {
    for (let count = 0; count < MOST; count += 1) await first.enter('ann');
    await second.redis.del(...(await second.redis.keys(`${keyPrefix}*`)));
    await until('they are told again', async () => !(await second.lets('ann')));
  });

  it('are told anew after Redis was away when they closed', async () => {
    const connections = await Promise.all(Array.from({ length: MOST }, () => first.enter('ann')));
    first.redis.disconnect();
    await until('it is away', () => first.redis.status === 'end');
    for (const connection of connections) connection?.close();
    expect(await second.lets('ann')).toBe(false);
    await first.redis.connect();
    await until('there is room', () => second.lets('ann'));
  });

  it('leave nothing in Redis for good', async () => {
    await first.enter('ann');
    expect(await first.redis.pttl(`${keyPrefix}live:player:ws_1\u001fann`)).toBeGreaterThan(0);
    expect(await first.redis.pttl(`${keyPrefix}live:instances`)).toBeGreaterThan(0);
  });

  it('are counted by each instance alone while Redis is away', async () => {
    await first.enter('ann');
    second.redis.disconnect();
    await until('it is away', () => second.redis.status === 'end');
    for (let count = 0; count < MOST; count += 1) expect(await second.enter('ann')).toBeDefined();
    expect(await second.lets('ann')).toBe(false);
  });

  it('are no business of keys and operators', async () => {
    const key: Credential = { kind: 'secret_key', workspace: 'ws_1', keyId: 'k', permissions: [] };
    for (let count = 0; count <= MOST; count += 1) {
      expect(await first.players.enter(new FakeConnection(), key)).toEqual({ ok: true, value: undefined });
    }
  });
});
