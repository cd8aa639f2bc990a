import { systemClock } from '@laurel/kernel';
import { type RedisClient, closeRedis, createRedisClient } from '@laurel/platform-redis';
import { silentLog, testServers, uniqueTestScope, until } from '@laurel/testing';
import type { Proof } from '../proof.js';
import { RedisTickets } from './redis-tickets.js';
import { TICKET_MS, Tickets } from './tickets.js';

const PROOF: Proof = { kind: 'bearer', token: 'lrl_test_sk_1_secret' };
const { keyPrefix } = uniqueTestScope();

describe('tickets in Redis', () => {
  let connections: readonly [RedisClient, RedisClient];
  /** Of two instances. */
  let instances: readonly [Tickets, Tickets];

  beforeAll(async () => {
    const connect = () => createRedisClient({ url: testServers().redisUrl }, silentLog);
    connections = [connect(), connect()];
    const ticketsOf = (redis: RedisClient): Tickets => new Tickets(new RedisTickets(redis, keyPrefix), systemClock);
    instances = [ticketsOf(connections[0]), ticketsOf(connections[1])];
    await until('both are connected', () => connections.every(({ status }) => status === 'ready'));
  });

  afterAll(() => Promise.all(connections.map(closeRedis)));

  const issue = async (): Promise<string> => {
    const issued = await instances[0].issue(PROOF);
    if (!issued.ok) throw new Error('no ticket');
    return issued.value.ticket;
  };

  it('stand for a credential at every instance', async () => {
    expect(await instances[1].redeem(await issue())).toEqual({ ok: true, value: PROOF });
  });

  it('are good for one use, however many ask at once and wherever', async () => {
    const ticket = await issue();
    const answers = await Promise.all(
      Array.from({ length: 50 }, () => instances.map((instance) => instance.redeem(ticket))).flat(),
    );
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect(answers.filter((answer) => !answer.ok && answer.error.code === 'live.invalid_ticket')).toHaveLength(99);
  });

  it('are forgotten after their time, and tell nothing until then', async () => {
    const ticket = await issue();
    const [redis] = connections;
    const [name = ''] = await redis.keys(`${keyPrefix}ticket:*`);
    const left = await redis.pttl(name);
    expect(left).toBeGreaterThan(0);
    expect(left).toBeLessThanOrEqual(TICKET_MS);
    const stored = name + String(await redis.get(name));
    for (const secret of [ticket, ticket.slice(4), PROOF.token, 'bearer']) expect(stored).not.toContain(secret);
    await redis.pexpire(name, 0);
    expect(await instances[1].redeem(ticket)).toMatchObject({ error: { code: 'live.invalid_ticket' } });
  });

  it('cannot be had or used while the store is away', async () => {
    const ticket = await issue();
    const away = createRedisClient({ url: 'redis://127.0.0.1:1' }, silentLog);
    const tickets = new Tickets(new RedisTickets(away, keyPrefix), systemClock);
    expect(await tickets.issue(PROOF)).toMatchObject({ error: { code: 'auth.unavailable' } });
    expect(await tickets.redeem(ticket)).toMatchObject({ error: { code: 'auth.unavailable', retryAfterSeconds: 2 } });
    await closeRedis(away);
    expect((await instances[1].redeem(ticket)).ok).toBe(true);
  });
});
