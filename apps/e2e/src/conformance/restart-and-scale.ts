import { once } from 'node:events';
import { createRedisClient, closeRedis } from '@laurel/platform-redis';
import { silentLog, until } from '@laurel/testing';
import type { LaurelStack } from '../stack/laurel-stack.js';
import { runScript } from '../stack/service-process.js';
import { type ConformanceBoard, type ConformanceGame } from './conformance-game.js';

const player = (index: number): string => `p${String(index).padStart(5, '0')}`;

export function restartAndScale(stack: () => LaurelStack, game: () => ConformanceGame): void {
  /** Takes every key of this installation out of Redis. */
  async function emptyRedis(): Promise<void> {
    const environment = stack().environment;
    const prefix = environment['LAUREL_REDIS_KEY_PREFIX'] ?? '';
    const redis = createRedisClient(
      { url: environment['LAUREL_REDIS_URL'] ?? '', commandTimeoutMs: 10_000 },
      silentLog,
    );
    try {
      await once(redis, 'ready');
      const keys = await redis.keys(`${prefix}*`);
      if (keys.length > 0) await redis.del(keys);
    } finally {
      await closeRedis(redis);
    }
  }

  async function filled(key: string, players: number, shape = {}): Promise<ConformanceBoard> {
    const board = await game().board(key, shape);
    await board.submitAll(
      Array.from({ length: players }, (_, at) => [player(at + 1), Math.floor((players - at) / 3)] as const),
    );
    await until('all are ranked', async () => (await board.page()).body['total'] === players);
    return board;
  }

  it('45 says right ranks or that they are warming from the first answer on', async () => {
    const board = await filled('emptied', 300);
    const before = await board.ranks();
    await emptyRedis();
    for (let isWarm = false; !isWarm;) {
      const { body } = await board.page('?limit=100');
      isWarm = body['warming'] !== true;
      const rows = (body['entries'] ?? []) as { rank: number; playerId: string }[];
      if (isWarm) expect(rows.map(({ rank, playerId }) => `${rank} ${playerId}`)).toEqual(before);
      else expect(rows).toEqual([]);
    }
  });

  it('46 has ranks after a rebuild that equal the database’s, ties included', async () => {
    const board = await filled('rebuilt', 300, { then: 'shared', more: { numbering: 'dense' } });
    const before = await board.ranks();
    await emptyRedis();
    const of = ['--workspace', game().workspace];
    await runScript('cli', 'main.js', ['rebuild-ranks', ...of, '--board', 'rebuilt'], stack().environment);
    expect(await board.ranks()).toEqual(before);
    await runScript('cli', 'main.js', ['verify', ...of], stack().environment);
  });

  it('47 agrees on two query gateways', async () => {
    const board = await filled('twice', 200);
    const other = stack().another('query-gateway');
    await other.start();
    try {
      const { body: there } = await game().api.get(`${other.url}/v1/leaderboards/twice?limit=100`);
      const { body: here } = await board.page('?limit=100');
      expect(there).toEqual(here);
    } finally {
      await other.stop();
    }
  });

  it('48 reads a large board in as many steps as a small one', async () => {
    const [small, large] = [await filled('small', 100), await filled('large', 10_000)];
    for (const [board, size] of [
      [small, 100],
      [large, 10_000],
    ] as const) {
      const middle = Math.floor(size / 2);
      const around = await board.read(`around/${player(middle)}?limit=5`);
      const rows = around.body['entries'] as { rank: number; playerId: string }[];
      expect(rows.map(({ playerId }) => playerId)).toEqual([-2, -1, 0, 1, 2].map((step) => player(middle + step)));
      expect(rows.map(({ rank }) => rank)).toEqual([-2, -1, 0, 1, 2].map((step) => middle + step));
    }
  }, 120_000);
}
