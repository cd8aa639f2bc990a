import { once } from 'node:events';
import { BOARD_POSITIONS_COLLECTION, PLAYERS_COLLECTION, playerKey, partitionOf } from '@laurel/contracts';
import { type BoardDefinition, fixedWindows } from '@laurel/leaderboards-domain';
import { connectMongo } from '@laurel/platform-mongo';
import { type RedisClient, closeRedis, createRedisClient } from '@laurel/platform-redis';
import { silentLog, testServers, uniqueTestScope, until } from '@laurel/testing';
import { MongoBoardPlayers } from '../adapters/board-players.mongo.js';
import { MongoCommittedPositions } from '../adapters/committed-positions.mongo.js';
import { type BoardKeys, rankKeys } from '../adapters/rank-keys.js';
import { dropFrozenWindow } from '../adapters/rank-layouts.js';
import { RedisRankStore } from '../adapters/rank-store.redis.js';
import { CompareRanks } from '../compare-ranks/compare-ranks.js';
import { RedisRankProjection } from '../project-standings/redis-rank-projection.js';
import { aBoard } from '../reading/board.builder.js';
import type { BoardAddress, PlayerOnBoard } from './board-players.js';
import { NextGeneration } from './next-generation.js';
import { RebuildRanks } from './rebuild-ranks.js';
import { ScoredBoard } from './scored-board.builder.js';

const scope = uniqueTestScope();
const { keyPrefix, database } = scope;
const ALL = { kind: 'all' } as const;
const bounds = { min: 0, max: 1_000_000 };
const SHAPES: Record<string, Partial<BoardDefinition>> = {
  prefixed: {},
  packed: {
    source: { stat: 'points', bounds },
    ties: { columns: [{ stat: 'goal_difference', order: 'desc', bounds }], then: 'shared' },
  },
  'divided, by weeks too, and not of everyone': {
    windows: [ALL, { kind: 'weekly' }],
    splits: [{ key: 'country', attributes: ['country'] }],
    minScore: 3,
  },
};

let redis: RedisClient;
let mongo: Awaited<ReturnType<typeof connectMongo>>;
let boards = 0;

const db = () => mongo.getClient().db(database);

beforeAll(async () => {
  redis = createRedisClient({ url: testServers().redisUrl, commandTimeoutMs: 10_000 }, silentLog);
  await once(redis, 'ready');
  mongo = await connectMongo({ url: testServers().mongoUrl, database });
  await db().createCollection(PLAYERS_COLLECTION);
  await db().createCollection(BOARD_POSITIONS_COLLECTION);
});

afterAll(async () => {
  await db().dropDatabase();
  await mongo.close();
  const keys = await redis.keys(`${keyPrefix}*`);
  if (keys.length > 0) await redis.del(keys);
  await closeRedis(redis);
});

/** A board that no other test uses, of a workspace of its own. */
function scoredBoard(shape: Partial<BoardDefinition> = {}): ScoredBoard {
  boards += 1;
  const board = aBoard({ key: `board-${boards}`, windows: [ALL], ...shape });
  return new ScoredBoard(db(), new RedisRankProjection(redis, keyPrefix), `${scope.workspace}_${boards}`, board);
}

const PARTITIONS = [0, 1, 2];
const nameOf = (partition: number, index: number) => `player-${partition}-${index}`;

/** The `turn`th entry of a player: scores come and go, with ties. */
const entry = (index: number, turn: number) => ({
  score: (index * 7 + turn * 3) % 20,
  columns: [(index + turn) % 3],
  reachedAt: 1_400_000_000_000 + turn,
  parts: (index + turn) % 4 === 0 ? [] : [`country:${(index + turn) % 4}`],
  ...((index + turn) % 11 === 0 ? { hidden: true as const } : {}),
});

async function fill(board: ScoredBoard, players: number): Promise<void> {
  for (const partition of PARTITIONS) {
    const entries = Array.from({ length: players }, (_, index) => [nameOf(partition, index), entry(index, 0)] as const);
    await board.change(partition, Object.fromEntries(entries));
  }
}

const dependencies = (board: ScoredBoard) => ({
  redis,
  keyPrefix,
  players: new MongoBoardPlayers(db()),
  committed: new MongoCommittedPositions(db()),
  touched: board,
});

const rebuildOf = (board: ScoredBoard) => new RebuildRanks(dependencies(board));
const keysOf = ({ workspace, board }: BoardAddress) => rankKeys(keyPrefix, workspace, board);

const namesOf = (generation: BoardKeys): string[] => {
  const { ranks, rows } = generation.window('all');
  return [generation.positions, generation.windows, ranks, rows];
};

async function read(board: ScoredBoard) {
  const [window] = fixedWindows(board.board);
  if (!window) throw new Error('the board has no window');
  const target = { workspace: board.workspace, board: board.board, window };
  const all = { kind: 'page', start: { kind: 'first' }, limit: 10_000 } as const;
  const answer = await new RedisRankStore(redis, keyPrefix).read(target, all);
  if (!answer.ok) throw new Error(answer.error);
  return answer.value;
}

/** What is served, as it must be by the marks that are served with it. */
async function expectServedRight(board: ScoredBoard): Promise<void> {
  const { rows, projected } = await read(board);
  const offsets = new Map<number, number>();
  for (const [partition, position] of projected.partitions) {
    if (position !== 'repairing') offsets.set(partition, position.offset);
  }
  expect(rows).toEqual(board.ranked(offsets));
}

async function expectAllRight(board: ScoredBoard): Promise<void> {
  expect((await read(board)).rows).toEqual(board.ranked());
  expect(await new CompareRanks(dependencies(board)).run(board)).toMatchObject({ differences: [], isCut: false });
  expect(await redis.keys(`${keysOf(board).next.base}:*`)).toEqual([]);
}

/** Players that are read one batch at a time, each only when the test says so. */
class SlowPlayers extends MongoBoardPlayers {
  constructor(private readonly beforeBatch: (batches: number) => Promise<void>) {
    super(db());
  }

  private batches = 0;

  override async *scan(address: BoardAddress, partition: number): AsyncGenerator<readonly PlayerOnBoard[]> {
    for await (const batch of super.scan(address, partition)) {
      for (let index = 0; index < batch.length; index += 10) {
        this.batches += 1;
        await this.beforeBatch(this.batches);
        yield batch.slice(index, index + 10);
      }
    }
  }
}

describe.each(Object.keys(SHAPES))('a rebuild of a board whose ranks are %s', (name) => {
  const shape = SHAPES[name] ?? {};

  it('makes them anew from player documents where Redis lost all', async () => {
    const board = scoredBoard(shape);
    await fill(board, 50);
    const keys = keysOf(board);
    await redis.del(namesOf(keys));
    const progress: string[] = [];

    const rebuilt = await rebuildOf(board).run(board, ({ done, total }) => progress.push(`${done}/${total}`));

    expect(rebuilt).toEqual({ ok: true, value: { players: 150 } });
    expect([progress[0], progress.at(-1)]).toEqual(['0/150', '150/150']);
    expect((await read(board)).projected).toMatchObject({ asOf: 1, partitions: { size: 3 } });
    await expectAllRight(board);
  });

  it('is right at every moment while events come in, and loses none of them', async () => {
    const board = scoredBoard(shape);
    await fill(board, 60);
    let isOver = false;
    const writers = PARTITIONS.map(async (partition) => {
      for (let turn = 1; !isOver; turn += 1) {
        const changed = [0, 1, 2].map((step) => (turn * 5 + step) % 70);
        await board.change(
          partition,
          Object.fromEntries(
            changed.map((index) => [nameOf(partition, index), (index + turn) % 9 === 0 ? null : entry(index, turn)]),
          ),
        );
      }
    });
    const reader = (async () => {
      while (!isOver) await expectServedRight(board);
    })();
    const work = async () => {
      for (let times = 0; times < 3; times += 1) {
        const players = new SlowPlayers(async () => void (await read(board)));
        expect(await new RebuildRanks({ ...dependencies(board), players }).run(board)).toMatchObject({ ok: true });
        await expectServedRight(board);
      }
    };
    await work().finally(() => (isOver = true));
    await Promise.all([...writers, reader]);

    await expectAllRight(board);
  }, 60_000);

  it('takes off who is unknown to MongoDB', async () => {
    const board = scoredBoard(shape);
    await fill(board, 20);
    const ghost = new RedisRankProjection(redis, keyPrefix);
    const windows = new Map([['all', [{ playerId: 'ghost', entry: { ...entry(3, 3), parts: [] } }]]]);
    const change = { workspace: board.workspace, board: board.board, partition: 1, decidedAt: 1, windows };
    await ghost.apply({ ...change, from: '1:0', to: '1:0' });
    expect(await new CompareRanks(dependencies(board)).run(board)).toMatchObject({
      differences: [{ window: 'all', playerId: 'ghost', kind: 'unknown' }],
    });

    expect(await rebuildOf(board).run(board)).toMatchObject({ ok: true });

    await expectAllRight(board);
  });
});

describe('a rebuild', () => {
  it('closes a gap that changes left which never reached Redis, before it and during it', async () => {
    const board = scoredBoard();
    await fill(board, 40);
    await board.change(0, { [nameOf(0, 1)]: entry(1, 9) }, false);
    const players = new SlowPlayers(async (batches) => {
      if (batches === 3) await board.change(2, { [nameOf(2, 1)]: entry(5, 8), newcomer: entry(1, 7) }, false);
    });

    expect(await new RebuildRanks({ ...dependencies(board), players }).run(board)).toMatchObject({ ok: true });

    await expectAllRight(board);
  });

  it('reads a partition again where too many were touched to name them', async () => {
    const board = scoredBoard();
    await fill(board, 40);
    board.touchedIsUnknown = true;
    const players = new SlowPlayers(async (batches) => {
      if (batches === 5)
        for (const partition of PARTITIONS) await board.change(partition, { [`new-${partition}`]: entry(1, 7) });
    });

    expect(await new RebuildRanks({ ...dependencies(board), players }).run(board)).toMatchObject({ ok: true });

    await expectAllRight(board);
  });

  it.each([false, true])(
    'leaves out who left the board after having been read (read again: %s)',
    async (isReadAgain) => {
      const board = scoredBoard();
      await fill(board, 20);
      board.touchedIsUnknown = isReadAgain;
      const partition = partitionOf(playerKey(board.workspace, 'leaver'));
      await board.change(partition, { leaver: entry(1, 1), stayer: entry(2, 2) });
      const players = new MongoBoardPlayers(db());
      const scan = players.scan.bind(players);
      let hasLeft = false;
      players.scan = async function* (address, of) {
        yield* scan(address, of);
        if (of === partition && !hasLeft) await board.change(partition, { leaver: null });
        hasLeft ||= of === partition;
      };

      expect(await new RebuildRanks({ ...dependencies(board), players }).run(board)).toMatchObject({ ok: true });

      await expectAllRight(board);
    },
  );

  it('takes in a partition whose first change of the board comes while it runs', async () => {
    const board = scoredBoard();
    await fill(board, 20);
    // Batches are read beside each other, and a partition's changes come one after another.
    let before = Promise.resolve();
    const change = (entries: Parameters<ScoredBoard['change']>[1]) =>
      (before = before.then(() => board.change(9, entries)));
    const players = new SlowPlayers(async (batches) => {
      if (batches === 2) await change({ first: entry(1, 7), second: entry(2, 2) });
      if (batches === 4) await change({ first: entry(3, 8) });
    });

    expect(await new RebuildRanks({ ...dependencies(board), players }).run(board)).toMatchObject({ ok: true });

    await expectAllRight(board);
  });

  it('is not held up by marks of a history that MongoDB lost', async () => {
    const board = scoredBoard();
    await fill(board, 20);
    const keys = keysOf(board);
    await redis.hset(keys.positions, '1', '1:99', '7', '1:4');

    expect(await rebuildOf(board).run(board)).toMatchObject({ ok: true });

    expect(await redis.hgetall(keys.positions)).toMatchObject({ 0: '1:0', 1: '1:0', 2: '1:0' });
    await expectAllRight(board);
  });

  it('that is interrupted leaves what is served as it was, and nothing else', async () => {
    const board = scoredBoard();
    await fill(board, 40);
    const players = new SlowPlayers(async (batches) => {
      if (batches === 3) throw new Error('MongoDB is gone');
    });

    await expect(new RebuildRanks({ ...dependencies(board), players }).run(board)).rejects.toThrow('MongoDB is gone');

    await expectAllRight(board);
    expect(await redis.exists(keysOf(board).rebuild)).toBe(0);
  });

  it('that died is given up when its lease is over, and the next one throws away what it left', async () => {
    const board = scoredBoard();
    await fill(board, 20);
    const dead = new NextGeneration(redis, keyPrefix, board);
    await dead.begin(PARTITIONS);
    await dead.fill(0, dead.scanning, dead.scanning, [
      { playerId: 'old', windows: { all: entry(1, 1) }, updatedAt: 1 },
    ]);
    expect(await rebuildOf(board).run(board)).toMatchObject({
      ok: false,
      error: { code: 'leaderboards.rebuild_under_way' },
    });
    expect(await redis.pttl(keysOf(board).rebuild)).toBeGreaterThan(0);
    await redis.del(keysOf(board).rebuild);
    await board.change(0, { [nameOf(0, 2)]: entry(2, 2) });

    expect(await rebuildOf(board).run(board)).toMatchObject({ ok: true });

    await expectAllRight(board);
  });

  it('that has lost its right can neither write nor swap any more', async () => {
    const board = scoredBoard();
    await fill(board, 5);
    const paused = new NextGeneration(redis, keyPrefix, board);
    await paused.begin(PARTITIONS);
    await redis.del(keysOf(board).rebuild);
    const other = new NextGeneration(redis, keyPrefix, board);
    expect(await other.begin(PARTITIONS)).toBe(true);

    const late = [{ playerId: 'late', windows: { all: entry(1, 1) }, updatedAt: 1 }];
    expect(await paused.fill(0, paused.scanning, paused.scanning, late)).toBe(false);
    expect([await paused.renew(), await paused.swap(new Map())]).toEqual([false, 'lost']);
    await paused.abandon();

    expect(await other.renew()).toBe(true);
    await other.abandon();
    await expectAllRight(board);
  });

  it('is given up when Redis is emptied under it', async () => {
    const board = scoredBoard();
    await fill(board, 40);
    const { next, rebuild } = keysOf(board);
    const players = new SlowPlayers(async (batches) => {
      if (batches === 2) await redis.del(rebuild, ...namesOf(next));
    });

    expect(await new RebuildRanks({ ...dependencies(board), players }).run(board)).toMatchObject({
      ok: false,
      error: { code: 'leaderboards.rebuild_lost' },
    });

    await until('nothing is left', async () => (await redis.exists(rebuild, next.positions)) === 0);
    await expectAllRight(board);
  });
});

describe('the comparison of ranks with player documents', () => {
  const break_ = async (
    damage: (board: ScoredBoard, keys: ReturnType<typeof keysOf>) => Promise<unknown>,
    shape: Partial<BoardDefinition> = {},
  ) => {
    const board = scoredBoard(shape);
    await fill(board, 20);
    const compare = new CompareRanks(dependencies(board));
    // Six of sixty are hidden.
    expect(await compare.run(board)).toEqual({ entries: 54, differences: [], isCut: false });
    await damage(board, keysOf(board));
    const { differences } = await compare.run(board);
    return differences.map(({ kind, part, playerId }) =>
      [kind, playerId, ...(part === undefined ? [] : [part])].join(' '),
    );
  };

  const memberOf = async (board: ScoredBoard, playerId: string): Promise<string> => {
    const prefix = await redis.hget(keysOf(board).window('all').rows, playerId);
    return `${prefix ?? ''}${playerId}`;
  };

  it('finds a player who is not there', async () => {
    const found = break_(async (board, keys) =>
      redis.zrem(keys.window('all').ranks, await memberOf(board, 'player-1-3')),
    );
    expect(await found).toEqual(['missing player-1-3']);
  });

  it('finds another score', async () => {
    const found = break_(async (board, keys) =>
      redis.zincrby(keys.window('all').ranks, 1, await memberOf(board, 'player-1-3')),
    );
    expect(await found).toEqual(['score player-1-3']);
  });

  it('finds a second place of the same player', async () => {
    const found = break_(async (_, keys) => redis.zadd(keys.window('all').ranks, 0, `${'V'.repeat(18)}player-1-3`));
    expect(await found).toEqual(['unknown player-1-3']);
  });

  it('finds a place that is remembered wrongly', async () => {
    const found = break_((_, keys) => redis.hset(keys.window('all').rows, 'player-1-3', 'V'.repeat(18)));
    expect(await found).toEqual(['row player-1-3']);
  });

  const SPLIT: Partial<BoardDefinition> = { splits: [{ key: 'country', attributes: ['country'] }] };

  it('finds a player who is missing in a part, or there with another score', async () => {
    const found = break_(async (board, keys) => {
      const [ranks, member] = [keys.window('all').part('country:3').ranks, await memberOf(board, 'player-1-3')];
      await redis.zrem(ranks, member);
      await redis.zincrby(ranks, 1, await memberOf(board, 'player-1-7'));
    }, SPLIT);
    expect((await found).sort()).toEqual(['missing player-1-3 country:3', 'score player-1-7 country:3']);
  });

  it('finds a player in a part of others, also in one that nobody is in', async () => {
    const found = break_(async (board, keys) => {
      const window = keys.window('all');
      for (const part of ['country:1', 'country:none']) {
        await redis.zadd(window.part(part).ranks, -1, await memberOf(board, 'player-1-3'));
        await redis.sadd(window.split, part);
      }
    }, SPLIT);
    expect((await found).filter((text) => !text.startsWith('order')).sort()).toEqual([
      'unknown player-1-3 country:1',
      'unknown player-1-3 country:none',
    ]);
  });

  it('finds parts that are remembered wrongly', async () => {
    const found = break_((_, keys) => redis.hset(keys.window('all').parts, 'player-1-3', 'country:9'), SPLIT);
    expect(await found).toEqual(['parts player-1-3']);
  });

  const DENSE: Partial<BoardDefinition> = { ties: { columns: [], then: 'shared' }, numbering: 'dense' };

  it('finds places that nobody has, and a place whose rows are counted wrongly', async () => {
    const found = break_(async (_, keys) => {
      const { places, counts } = keys.window('all');
      await redis.zadd(places, 1, 'of nobody');
      await redis.hincrby(counts, '\u001f-19', 1);
    }, DENSE);
    expect((await found).sort()).toEqual(['place ', expect.stringMatching(/^place player-/)]);
  });

  it('is right about a board of dense numbering after a rebuild and changes', async () => {
    const board = scoredBoard({ ...DENSE, ...SPLIT, windows: [ALL, { kind: 'weekly' }] });
    await fill(board, 40);
    const players = new SlowPlayers(async (batches) => {
      if (batches === 3) await board.change(2, { [nameOf(2, 1)]: entry(5, 8), [nameOf(2, 2)]: null });
    });

    expect(await new RebuildRanks({ ...dependencies(board), players }).run(board)).toMatchObject({ ok: true });
    await board.change(1, { [nameOf(1, 1)]: entry(5, 9), [nameOf(1, 3)]: null });

    const { differences, entries } = await new CompareRanks(dependencies(board)).run(board);
    expect([differences, entries > 200]).toEqual([[], true]);
  });

  it('asks for no row of a window that is frozen', async () => {
    const board = scoredBoard({ windows: [ALL, { kind: 'weekly' }] });
    await fill(board, 20);
    const frozen = (await redis.smembers(keysOf(board).windows)).find((window) => window !== 'all') ?? '';
    await dropFrozenWindow(redis, keyPrefix, board.workspace, board.board, frozen);

    expect(await rebuildOf(board).run(board)).toMatchObject({ ok: true });

    expect(await redis.smembers(keysOf(board).windows)).toEqual(['all']);
    expect(await new CompareRanks(dependencies(board)).run(board)).toMatchObject({ entries: 54, differences: [] });
  });

  it('tells only so many differences, and that there may be more', async () => {
    const board = scoredBoard();
    await fill(board, 20);
    await redis.del(keysOf(board).window('all').ranks);

    const { differences, isCut } = await new CompareRanks(dependencies(board)).run(board, { limit: 7 });

    expect([differences.length, isCut]).toEqual([7, true]);
  });

  it('follows a board of many slices', async () => {
    const board = scoredBoard({ ties: { columns: [], then: 'shared' } });
    const entries = Array.from(
      { length: 9_000 },
      (_, index) => [`p${index}`, { score: index % 20, columns: [], reachedAt: 1 }] as const,
    );
    await board.change(0, Object.fromEntries(entries));

    expect(await new CompareRanks(dependencies(board)).run(board)).toEqual({
      entries: 9_000,
      differences: [],
      isCut: false,
    });
  });
});
