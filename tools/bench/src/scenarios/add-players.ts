import { partitionOf } from '@laurel/contracts';
import { type Collection, type Db, MongoClient } from 'mongodb';
import type { Bench } from '../bench.ts';
import { HIGHEST, playerIdOf } from '../load/event-source.ts';
import { seededRandom } from '../load/random.ts';
import { whole } from '../report/format.ts';
import { ratingSeason } from '../stack/program.ts';

const CHUNK = 5_000;
const WRITERS = 3;
/** Players per second that are expected. */
const PACE = 40_000;
const SEPARATOR = '\u001f';
const SEED = 20_121_116;

/** What MongoDB stores; its shape is the scoring service's. */
export interface StoredPlayer {
  readonly _id: string;
  readonly [field: string]: unknown;
}

/** What tells a player from others. */
export const playerHeader = (workspace: string, playerId: string) => ({
  _id: workspace + SEPARATOR + playerId,
  ...{ workspace, playerId, partition: partitionOf(`${workspace}|${playerId}`) },
});

/** Makes the document of a player, for whom `random` decides, as of `now` (ms). */
export type PlayerWriter = (workspace: string, player: number, random: () => number, now: number) => StoredPlayer;

/** A player who has played 20 matches, as the scoring service stores one. */
function playerDocument(workspace: string, player: number, random: () => number, now: number): StoredPlayer {
  const playerId = playerIdOf(player);
  const [points, kills] = [20 + Math.floor(random() * HIGHEST.points * 20), Math.floor(random() * HIGHEST.kills * 20)];
  const rating = Math.floor(random() * HIGHEST.rating);
  const reachedAt = now - Math.floor(random() * 86_400_000);
  return {
    ...playerHeader(workspace, playerId),
    stats: {
      'points@1': { value: points, at: reachedAt },
      'kills@1': { value: kills, at: reachedAt },
      'rating@1': { value: rating, at: reachedAt, by: 'added' },
    },
    balances: { coins: 100 },
    boards: {
      'points@1': { all: { score: points, columns: [kills, rating], reachedAt } },
      'kills@1': { all: { score: kills, columns: [], reachedAt } },
      'rating@1': { [ratingSeason.key]: { score: rating, columns: [], reachedAt, by: 'added' } },
    },
    createdAt: reachedAt,
    updatedAt: reachedAt,
  };
}

/**
 * Writes players [from, to) to MongoDB as if they had played: ten million events would take a quarter of an hour. Their ranks are
 * made from there, by `rebuild-ranks`.
 */
export async function addPlayers(
  bench: Bench,
  from: number,
  to: number,
  documentOf: PlayerWriter = playerDocument,
): Promise<void> {
  const { mongoUrl, workspace } = bench.stack;
  const client = await new MongoClient(mongoUrl).connect();
  try {
    await bench.step(`adding players: ${whole(to - from)}`, (to - from) / PACE, () =>
      insertAll(client.db('laurel'), from, to, bench.signal, (player, random, now) =>
        documentOf(workspace, player, random, now),
      ),
    );
  } finally {
    await client.close();
  }
}

async function insertAll(
  db: Db,
  from: number,
  to: number,
  signal: AbortSignal,
  documentOf: (player: number, random: () => number, now: number) => StoredPlayer,
): Promise<void> {
  const players: Collection<StoredPlayer> = db.collection('players');
  const random = seededRandom(SEED + from);
  const now = Date.now();
  let next = from;
  const write = async (): Promise<void> => {
    while (next < to) {
      signal.throwIfAborted();
      const first = next;
      next = Math.min(to, next + CHUNK);
      const documents = Array.from({ length: next - first }, (_, index) => documentOf(first + index, random, now));
      await players.insertMany(documents, { ordered: false, writeConcern: { w: 1 } });
    }
  };
  await Promise.all(Array.from({ length: WRITERS }, write));
}
