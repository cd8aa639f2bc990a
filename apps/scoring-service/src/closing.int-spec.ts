import {
  BOARD_WINDOWS_COLLECTION,
  type BoardWindowDocument,
  type EventMessage,
  boardWindowId,
  partitionOf,
  playerKey,
} from '@laurel/contracts';
import { MongoFrozenWindows, closingIndexes } from '@laurel/leaderboards-feature';
import { ensureIndexes } from '@laurel/platform-mongo';
import type { ProgramDocument } from '@laurel/releases-domain';
import { until } from '@laurel/testing';
import type { INestApplication } from '@nestjs/common';
import { ScoringSpec } from './scoring-spec.builder.js';

/** Windows are short here: what ends by the brokers' clock has to be waited for. */
const SEASON_MS = 20_000;
const LATER_MS = 10_000;

const season = (key: string, end: number) => ({
  kind: 'season' as const,
  key,
  start: '2026-01-01T00:00:00Z',
  end: new Date(end).toISOString(),
});
const programUntil = (end: number): ProgramDocument => ({
  stats: [{ key: 'points', aggregation: 'sum' }],
  rules: [{ key: 'score', on: ['scored'], then: [{ effect: 'record', stat: 'points', amount: 1 }] }],
  leaderboards: [
    {
      key: 'top',
      source: { stat: 'points' },
      aggregation: 'sum',
      order: 'desc',
      windows: [season('first', end), season('second', end + LATER_MS), { kind: 'all' }],
    },
  ],
});
const PLAYERS = Array.from({ length: 40 }, (_, index) => `player-${index}`);

const spec = new ScoringSpec();
const { workspace } = spec;
const running: INestApplication[] = [];
let end: number;
const startScoring = async (): Promise<void> => {
  running.push(await spec.startScoring());
};

async function send(playerId: string, eventId: string, occurredAt = Date.now()): Promise<void> {
  const message: EventMessage = {
    ...{ v: 1, kind: 'event', workspace, eventId, type: 'scored', playerId, properties: {} },
    occurredAt,
    receivedAt: Date.now(),
  };
  await spec.put(playerKey(workspace, playerId), JSON.stringify(message), partitionOf(playerKey(workspace, playerId)));
}

const recorded = async (playerId: string, eventId: string) => (await spec.recordsOf(playerId, eventId))[0];

const closed = (window: string) =>
  until(
    `${window} is settled`,
    async () => {
      const found = await spec
        .database()
        .collection<BoardWindowDocument>(BOARD_WINDOWS_COLLECTION)
        .findOne({ _id: boardWindowId(workspace, 'top@1', window) });
      return found?.settledAt === undefined ? undefined : found;
    },
    120_000,
  );

describe('a window that ends while the scoring service runs', () => {
  beforeAll(async () => {
    await spec.open();
    await ensureIndexes(spec.database(), closingIndexes);
    await startScoring();
    await startScoring();
    end = Date.now() + SEASON_MS;
    await spec.publish(1, programUntil(end));
  }, 120_000);

  afterAll(async () => {
    await Promise.all(running.map((app) => app.close()));
    await spec.close();
  });

  it('closes once, of two instances, and holds all that came in time and nothing else', async () => {
    // As much as its number says, all in time.
    for (const [index, playerId] of PLAYERS.entries()) {
      for (let point = 0; point < index % 3; point += 1) await send(playerId, `${playerId}-${point}`);
    }
    const before = await until('the last one is recorded', () => recorded('player-38', 'player-38-1'));
    expect(before.decidedAt).toBeLessThan(end);
    await until('it has ended', () => Date.now() > end);
    // Of its time, and too late: on the last millisecond of it; and exactly on its end, which is not its time any more.
    await send('player-0', 'too-late', end - 1);
    await send('player-3', 'after-it', end);

    const window = await closed('first');

    const late = await until('the late one is recorded', () => recorded('player-0', 'too-late'));
    expect(late.effects).toContainEqual(expect.objectContaining({ kind: 'refused', code: 'scoring.window_closed' }));
    expect(late.effects).toContainEqual(expect.objectContaining({ kind: 'standing', window: 'second', score: 1 }));
    expect(window).toMatchObject({ state: 'frozen', ending: 'ended', end, closesAt: end });
    const frozen = new MongoFrozenWindows(spec.database());
    const rows = await frozen.rows(window, '', 0, 100);
    expect(new Map(rows.map(({ playerId, score }) => [playerId, score]))).toEqual(
      new Map(PLAYERS.flatMap((playerId, index): [string, number][] => (index % 3 > 0 ? [[playerId, index % 3]] : []))),
    );
    expect(rows.map(({ rank }) => rank)).toEqual(rows.map((_, index) => index + 1));
    expect(rows.map(({ score }) => score)).toEqual(rows.map(({ score }) => score).sort((left, right) => right - left));
  }, 180_000);

  it('is closed on the way up where it ended while nothing ran', async () => {
    await Promise.all(running.splice(0).map((app) => app.close()));
    await until('it has ended', () => Date.now() > end + LATER_MS);
    await startScoring();

    const window = await closed('second');
    const rows = await new MongoFrozenWindows(spec.database()).rows(window, '', 0, 100);
    expect(rows.find(({ playerId }) => playerId === 'player-0')).toMatchObject({ score: 1 });
  }, 180_000);
});
