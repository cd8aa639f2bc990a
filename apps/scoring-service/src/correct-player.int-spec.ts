import {
  type CorrectPlayerCommand,
  type EventMessage,
  type EventRecord,
  type LedgerEntry,
  playerCommandId,
  playerKey,
} from '@laurel/contracts';
import { EventStore } from '@laurel/platform-event-store';
import { createRedisClient } from '@laurel/platform-redis';
import type { ProgramDocument } from '@laurel/releases-domain';
import { Differences, VerifyStateHandler } from '@laurel/scoring-feature';
import { silentLog, until } from '@laurel/testing';
import type { INestApplication } from '@nestjs/common';
import { ScoringSpec } from './scoring-spec.builder.js';

const PROGRAM: ProgramDocument = {
  stats: [{ key: 'points', aggregation: 'sum' }],
  rules: [
    {
      key: 'score',
      on: ['scored'],
      then: [
        { effect: 'record', stat: 'points', amount: 10 },
        { effect: 'award', currency: 'coins', amount: 10 },
      ],
    },
  ],
  leaderboards: [
    { key: 'league', source: { stat: 'points' }, aggregation: 'sum', order: 'desc', windows: [{ kind: 'all' }] },
  ],
};

const spec = new ScoringSpec();
const { servers, workspace } = spec;
const redis = createRedisClient({ url: servers.redisUrl }, silentLog);
let app: INestApplication;

const put = (playerId: string, message: object): Promise<void> =>
  spec.put(playerKey(workspace, playerId), JSON.stringify(message));

async function score(playerId: string, eventId: string): Promise<void> {
  const now = Date.now();
  const event: EventMessage = {
    ...{ v: 1, kind: 'event', workspace, eventId, playerId, type: 'scored' },
    ...{ occurredAt: now, receivedAt: now, properties: {} },
  };
  await put(playerId, event);
}

type Amounts = Readonly<Record<string, number>>;

async function correct(playerId: string, name: string, stats: Amounts, balances: Amounts): Promise<void> {
  const command: CorrectPlayerCommand = {
    ...{ v: 1, kind: 'command', command: 'correct_player', workspace, playerId, stats, balances },
    ...{ commandId: playerCommandId('correct', name), by: 'key_spec', receivedAt: Date.now(), reason: 'a mistake' },
  };
  await put(playerId, command);
}

const recorded = (playerId: string, name: string, count = 1): Promise<EventRecord[]> =>
  until(`${name} is recorded`, async () => {
    const records = await spec.recordsOf(playerId, playerCommandId('correct', name));
    return records.length >= count ? records : undefined;
  });

async function ledgerOf(playerId: string): Promise<LedgerEntry[]> {
  const entries: LedgerEntry[] = [];
  for await (const entry of new EventStore(spec.database()).ledgerOfPlayer(workspace, playerId)) entries.push(entry);
  return entries;
}

describe('correcting a player', () => {
  beforeAll(async () => {
    await spec.open();
    await spec.publish(1, PROGRAM);
    app = await spec.startScoring();
  });

  afterAll(async () => {
    await app.close();
    redis.disconnect();
    await spec.close();
  });

  it('moves what the player has, by an entry of the ledger that says why and by whom, and the ranks', async () => {
    await score('anna', 'one');
    await score('bea', 'one');
    await correct('anna', 'ticket-1', { points: 5 }, { coins: -4 });

    const [record] = await recorded('anna', 'ticket-1');
    expect(record).toMatchObject({
      type: 'laurel.player_corrected',
      status: 'processed',
      properties: { stats: { points: 5 }, balances: { coins: -4 }, reason: 'a mistake', by: 'key_spec' },
      effects: [
        { kind: 'record', stat: 'points', amount: 5, value: 15 },
        { kind: 'spend', currency: 'coins', amount: 4, balance: 6 },
        { kind: 'standing', board: 'league@1', window: 'all', score: 15 },
      ],
    });
    const { eventId = '' } = record ?? {};
    expect((await ledgerOf('anna')).map(({ amount, balanceAfter, reason }) => [amount, balanceAfter, reason])).toEqual([
      [10, 10, { kind: 'rule', rule: 'score', eventId: 'one' }],
      [-4, 6, { kind: 'correction', reason: 'a mistake', eventId, by: 'key_spec' }],
    ]);
    expect(await spec.playerOf('anna')).toMatchObject({ stats: { 'points@1': { value: 15 } }, balances: { coins: 6 } });
    const ranks = `${spec.ranksOf(PROGRAM, 'league').base}:ranks:all`;
    await until('anna leads', async () => (await redis.zrange(ranks, '0', '0'))[0]?.endsWith('anna'));
  });

  it('has one effect however often it is ordered, also after a restart; another order under its id is a conflict', async () => {
    await score('carl', 'one');
    await correct('carl', 'ticket-2', {}, { coins: 7 });
    await correct('carl', 'ticket-2', {}, { coins: 7 });
    await recorded('carl', 'ticket-2', 2);
    await app.close();
    await correct('carl', 'ticket-2', {}, { coins: 7 });
    await correct('carl', 'ticket-2', {}, { coins: 70 });
    app = await spec.startScoring();

    const records = await recorded('carl', 'ticket-2', 4);
    expect(records.map(({ status }) => status)).toEqual(['processed', 'duplicate', 'duplicate', 'conflict']);
    expect((await spec.playerOf('carl'))?.balances).toEqual({ coins: 17 });
  });

  it('changes nothing where a balance would be less than nothing', async () => {
    await score('dora', 'one');
    await correct('dora', 'ticket-3', { points: 1 }, { coins: -11 });

    const [record] = await recorded('dora', 'ticket-3');
    expect(record?.effects).toMatchObject([
      { kind: 'refused', rule: 'laurel.correction', code: 'scoring.below_zero', detail: 'coins would be -1' },
    ]);
    expect(await ledgerOf('dora')).toHaveLength(1);
    expect(await spec.playerOf('dora')).toMatchObject({
      stats: { 'points@1': { value: 10 } },
      balances: { coins: 10 },
    });
  });

  it('leaves state that a replay of all records explains, to the last entry', async () => {
    const differences = new Differences(20);
    await new VerifyStateHandler(spec.database()).verify(
      { workspaces: new Set([workspace]), playersInMemory: 1_000 },
      differences,
      () => undefined,
    );
    expect(differences.list).toEqual([]);
  });
});
