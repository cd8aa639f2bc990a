import {
  BOARD_POSITIONS_COLLECTION,
  type CommandMessage,
  CHECKPOINTS_COLLECTION,
  type CheckpointDocument,
  type EventMessage,
  PLAYERS_COLLECTION,
  type PlayerDocument,
  type OrderedStatus,
  type PlayerStatusCommand,
  type UpdatePlayerCommand,
  playerDocumentId,
  playerKey,
  voidCommandId,
  partitionOf,
} from '@laurel/contracts';
import {
  EVENT_PAGES_COLLECTION,
  type EventPageDocument,
  LEDGER_PAGES_COLLECTION,
  type LedgerPageDocument,
  decodeEventPage,
  encodeEventPages,
} from '@laurel/platform-event-store';
import { connectMongo, ensureIndexes } from '@laurel/platform-mongo';
import { testServers, uniqueTestScope } from '@laurel/testing';
import { scoringIndexes } from '../adapters/scoring.indexes.js';
import { CommittedHistory } from './committed-history.builder.js';
import { Differences } from './difference.js';
import { VerifyStateHandler } from './verify-state.handler.js';

const OURS = 'ws_ours';
const THEIRS = 'ws_theirs';
const NOW = Date.parse('2026-11-20T12:00:00Z');
const PLAYERS = ['anna', 'bea', 'carl', 'dora', 'emil', 'finn'];

const program = (coins: number) => ({
  stats: [{ key: 'points', aggregation: 'sum' as const }],
  rules: [
    {
      key: 'score',
      on: ['scored'],
      when: { property: 'event.properties.amount', op: 'gt' as const, value: 0 },
      then: [
        { effect: 'record' as const, stat: 'points', amount: { property: 'event.properties.amount' } },
        { effect: 'award' as const, currency: 'coins', amount: coins },
      ],
    },
  ],
  leaderboards: [
    {
      key: 'top',
      source: { stat: 'points' },
      aggregation: 'sum' as const,
      order: 'desc' as const,
      windows: [{ kind: 'all' as const }],
    },
  ],
});

const event = (workspace: string, playerId: string, number: number): EventMessage => ({
  v: 1,
  kind: 'event',
  workspace,
  eventId: `e${number}`,
  type: 'scored',
  playerId,
  occurredAt: NOW + number,
  receivedAt: NOW + number,
  properties: { amount: number % 7 },
});

const voidOrder = (playerId: string, target: string): CommandMessage => ({
  ...{ v: 1, kind: 'command', command: 'void', workspace: OURS, playerId, target, reason: 'a test' },
  ...{ commandId: voidCommandId(target), by: 'key_spec', receivedAt: NOW },
});

/** What an order about a player says besides what every command does. */
type PlayerOrder =
  Pick<PlayerStatusCommand, 'command' | 'status' | 'reason'> | Pick<UpdatePlayerCommand, 'command' | 'change'>;

const roundOf = (number: number): EventMessage[] =>
  [OURS, THEIRS].flatMap((workspace) => PLAYERS.map((playerId) => event(workspace, playerId, number)));

let mongo: Awaited<ReturnType<typeof connectMongo>>;
let db: ReturnType<ReturnType<typeof mongo.getClient>['db']>;
let history: CommittedHistory;

/** Two workspaces, two releases, twenty rounds of events, some of them sent twice; in a database of its own. */
beforeEach(async () => {
  const { database } = uniqueTestScope();
  mongo = await connectMongo({ url: testServers().mongoUrl, database });
  db = mongo.getClient().db(database);
  await ensureIndexes(db, scoringIndexes);
  history = new CommittedHistory(db, NOW);
  for (const workspace of [OURS, THEIRS]) await history.release(workspace, 1, program(2));
  await history.send(Array.from({ length: 10 }, (_, number) => roundOf(number)).flat());
  await history.release(OURS, 2, program(20));
  await history.send(Array.from({ length: 12 }, (_, number) => roundOf(number + 8)).flat());
});

afterEach(async () => {
  await db.dropDatabase();
  await mongo.close();
});

async function verify(more: { workspace?: string; playersInMemory?: number } = {}, meanwhile?: () => Promise<void>) {
  const differences = new Differences(50);
  const scope = { workspaces: new Set([OURS, THEIRS]), playersInMemory: 100_000, ...more };
  let started: Promise<void> | undefined;
  const checked = await new VerifyStateHandler(db).verify(scope, differences, () => void (started ??= meanwhile?.()));
  await started;
  return { checked, differences: differences.list };
}

const players = () => db.collection<PlayerDocument>(PLAYERS_COLLECTION);
const pages = () => db.collection<EventPageDocument>(EVENT_PAGES_COLLECTION);
const ledger = () => db.collection<LedgerPageDocument>(LEDGER_PAGES_COLLECTION);
const anna = playerDocumentId(OURS, 'anna');
const partition = partitionOf(playerKey(OURS, 'anna'));

/** Changes the records of anna's first page and stores it as the event store would have. */
async function rewritePage(
  change: (records: ReturnType<typeof decodeEventPage>) => ReturnType<typeof decodeEventPage>,
) {
  const page = await pages().findOne({ workspace: OURS, partition });
  if (!page) throw new Error('there is no page');
  const [rewritten] = encodeEventPages(change(decodeEventPage(page)));
  await pages().deleteOne({ _id: page._id });
  if (rewritten) await pages().insertOne({ ...rewritten, _id: page._id });
}

describe('verifying state that nobody touched', () => {
  it('finds nothing, and says how much it looked at', async () => {
    const { checked, differences } = await verify();

    expect(differences).toEqual([]);
    // Per player: rounds 0 to 19, and 8 and 9 again; rounds 0, 7 and 14 score nothing.
    expect(checked).toMatchObject({ records: 12 * 22, players: 12, ledgerEntries: 12 * 17 });
  });

  it('names the offsets without a record, which are those of the releases', async () => {
    const { checked } = await verify();

    const ofPartition = checked.unrecorded.filter((range) => range.partition === partition);
    // Two releases, 20 events of each player, the third release, the rest.
    const players = PLAYERS.filter((playerId) => partitionOf(playerKey(OURS, playerId)) === partition).length;
    const others = PLAYERS.filter((playerId) => partitionOf(playerKey(THEIRS, playerId)) === partition).length;
    const third = 2 + 10 * (players + others);
    expect(ofPartition).toEqual([
      { partition, low: 0, high: 2 },
      { partition, low: third, high: third + 1 },
    ]);
  });

  it('finds nothing with few players in memory, reading each partition several times', async () => {
    expect(await verify({ playersInMemory: 1 })).toEqual(await verify());
  });

  it('finds nothing after events were taken back, also ones that others came after', async () => {
    const order = voidOrder;
    await history.send([order('anna', 'e3'), order('bea', 'e4'), order('anna', 'e12'), order('anna', 'unknown')]);
    await history.send([order('anna', 'e3'), event(OURS, 'anna', 41), order('anna', 'e41')]);

    const { differences } = await verify();

    expect(differences).toEqual([]);
    expect(await players().findOne({ _id: anna })).toMatchObject({ balances: { coins: 196 - 2 - 20 } });
  });

  it('finds nothing after players were changed, suspended, banned and reinstated, with events and voids between', async () => {
    let orders = 0;
    const order = (playerId: string, content: PlayerOrder): CommandMessage => ({
      ...{ v: 1, kind: 'command', workspace: OURS, playerId, by: 'key_spec', receivedAt: NOW },
      commandId: `laurel.player.spec.${(orders += 1)}`,
      ...content,
    });
    const status = (to: OrderedStatus): PlayerOrder => ({ command: 'player_status', status: to, reason: 'a test' });
    const named = (name: string | null): PlayerOrder => ({
      command: 'update_player',
      change: { mode: 'merge', name, attributes: { level: 3, country: 'BR' } },
    });
    await history.send([order('anna', status('banned')), order('bea', named('Béa')), order('newcomer', named('New'))]);
    await history.send([event(OURS, 'anna', 41), order('anna', named('Anna')), voidOrder('anna', 'e12')]);
    await history.send([order('carl', status('suspended')), event(OURS, 'carl', 41), order('carl', status('active'))]);
    await history.send([order('dora', status('banned')), order('dora', status('active')), event(OURS, 'dora', 41)]);
    await history.send([order('bea', { command: 'update_player', change: { mode: 'replace' } })]);

    const { differences } = await verify();

    expect(differences).toEqual([]);
    expect(await players().findOne({ _id: anna })).toMatchObject({
      restriction: { status: 'banned', reason: 'a test' },
      boards: {},
      withheld: { 'top@1': { all: { score: expect.any(Number) as number } } },
      balances: { coins: 196 - 20 },
      facets: ['attribute.country=BR', 'attribute.level=3', 'status=banned'],
      nameKey: 'anna',
    });
    const bea = await players().findOne({ _id: playerDocumentId(OURS, 'bea') });
    expect(Object.keys(bea ?? {}).filter((key) => ['profile', 'facets', 'nameKey'].includes(key))).toEqual([]);
    expect(await players().findOne({ _id: playerDocumentId(OURS, 'newcomer') })).toMatchObject({ stats: {} });
  });

  it('finds nothing where one workspace lives ahead of the other, and events have no time of their own', async () => {
    const aheadMs = 30 * 86_400_000;
    await history.clock(OURS, aheadMs);
    await history.send(roundOf(30));
    await history.clock(OURS, 2 * aheadMs);
    await history.send([...roundOf(31), voidOrder('anna', 'e30')]);

    expect((await verify()).differences).toEqual([]);
    const last = (await pages().find({ workspace: OURS }).sort({ to: -1 }).limit(1).toArray()).flatMap((page) =>
      decodeEventPage(page),
    );
    expect(last.at(-1)).toMatchObject({ decidedAt: expect.any(Number), occurredAt: expect.any(Number) });
    expect(last.every(({ occurredAt, decidedAt }) => Math.min(occurredAt, decidedAt) > NOW + 2 * aheadMs - 1)).toBe(
      true,
    );
  });

  it('looks at one workspace alone', async () => {
    const { checked, differences } = await verify({ workspace: THEIRS });

    expect(differences).toEqual([]);
    expect(checked).toEqual({ records: 6 * 22, players: 6, ledgerEntries: 6 * 17, unrecorded: [] });
  });

  it('finds nothing while events are scored, though players are ahead of the records that it reads', async () => {
    const { differences } = await verify({}, async () => {
      for (let number = 30; number < 60; number += 1) await history.send(roundOf(number));
    });

    expect(differences).toEqual([]);
  });
});

describe('verifying state that was tampered with', () => {
  it('reports a balance, against the ledger and against the events', async () => {
    await players().updateOne({ _id: anna }, { $inc: { 'balances.coins': 5 } });

    const { differences } = await verify();

    const place = { workspace: OURS, playerId: 'anna', partition };
    expect(differences).toEqual([
      { check: 'replay', ...place, what: 'balances.coins', expected: '196', found: '201' },
      { check: 'ledger', ...place, what: 'balance of coins against its ledger', expected: '196', found: '201' },
    ]);
  });

  it.each([
    ['a stat', { 'stats.points@1.value': 1 }, 'stats.points@1.value'],
    ['an entry of a board', { 'boards.top@1.all.score': 1 }, 'boards.top@1.all.score'],
    ['a field that scoring never wrote', { 'balances.gems': 1 }, 'balances.gems'],
    ['when a player was changed last', { updatedAt: 1 }, 'updatedAt'],
  ])('reports %s', async (_, change, what) => {
    await players().updateOne({ _id: anna }, { $set: change });

    const { differences } = await verify();

    expect(differences.filter(({ check }) => check === 'replay')).toMatchObject([{ playerId: 'anna', what }]);
  });

  it('reports a ledger entry that is gone, and the balance that it leaves unexplained', async () => {
    await ledger().updateOne(
      { workspace: OURS, partition },
      { $pull: { entries: { playerId: 'anna', id: 'e3\u001f1' } } },
    );

    const { differences } = await verify();

    expect(differences).toMatchObject([
      { check: 'ledger', playerId: 'anna', what: 'ledger entry of event e3', expected: '2 coins, balance 6' },
      { check: 'ledger', playerId: 'anna', what: 'balance of coins against its ledger', expected: '194', found: '196' },
    ]);
  });

  it('reports a ledger entry that nothing led to', async () => {
    const page = await ledger().findOne({ workspace: OURS, partition });
    const forged = page?.entries.find(({ playerId }) => playerId === 'anna');
    if (!forged) throw new Error('there is no entry');
    await ledger().updateOne({ _id: page?._id ?? '' }, { $push: { entries: { ...forged, id: 'forged' } } });

    const { differences } = await verify();

    expect(differences).toMatchObject([{ check: 'ledger', playerId: 'anna', expected: 'no such entry' }]);
  });

  it('reports a player that is gone, and one that no event led to', async () => {
    const document = await players().findOneAndDelete({ _id: anna });
    if (!document) throw new Error('there is no player');
    const ghost = { ...document, _id: playerDocumentId(OURS, 'ghost'), playerId: 'ghost' };
    await players().insertOne(ghost);

    const { differences } = await verify();

    const documents = differences.filter(({ what }) => what === 'player document');
    expect(documents.map(({ playerId }) => playerId).sort()).toEqual(['anna', 'ghost']);
  });

  it('reports a recorded effect that deciding again does not give', async () => {
    await rewritePage((records) =>
      records.map((record) =>
        record.playerId === 'anna' && record.eventId === 'e4'
          ? { ...record, effects: record.effects.filter(({ kind }) => kind !== 'award') }
          : record,
      ),
    );

    const { differences } = await verify();

    expect(differences).toMatchObject([{ check: 'replay', playerId: 'anna', what: 'event e4: effects' }]);
  });

  it('reports an event that counted twice', async () => {
    await rewritePage((records) => {
      const index = records.findIndex(({ playerId, eventId }) => playerId === 'anna' && eventId === 'e4');
      const [fourth, next] = [records[index], records[index + 1]];
      if (!fourth || !next) throw new Error('there is no such record');
      return records.with(index + 1, { ...fourth, offset: next.offset, decidedAt: next.decidedAt });
    });

    const { differences } = await verify();

    expect(differences).toContainEqual(
      expect.objectContaining({ check: 'checkpoints', playerId: 'anna', what: 'event e4', expected: 'counted once' }),
    );
  });

  it('reports records that are gone: the players are not what the rest of them leads to', async () => {
    await pages().deleteOne({ workspace: OURS, partition });

    const { differences } = await verify();

    expect(differences).toContainEqual(expect.objectContaining({ check: 'replay', playerId: 'anna' }));
    expect(differences).toContainEqual(
      expect.objectContaining({ check: 'checkpoints', what: 'event e8', found: 'only a duplicate' }),
    );
  });

  it('reports records beyond the checkpoint, and any without one', async () => {
    const checkpoints = db.collection<CheckpointDocument>(CHECKPOINTS_COLLECTION);
    await checkpoints.updateOne({ _id: partition }, { $inc: { offset: -1 } });
    expect((await verify()).differences).toContainEqual(
      expect.objectContaining({ check: 'checkpoints', what: 'last record, up to the checkpoint' }),
    );

    await checkpoints.deleteOne({ _id: partition });
    expect((await verify()).differences).toMatchObject([{ check: 'checkpoints', found: 'none, but players' }]);
  });

  it('reports a page that can not be read', async () => {
    await pages().updateOne({ workspace: OURS, partition }, [{ $set: { records: '$players' } }]);

    const { differences } = await verify();

    expect(differences).toContainEqual(
      expect.objectContaining({ check: 'checkpoints', expected: 'readable records', partition }),
    );
  });

  it('reports documents of workspaces that do not exist, once each', async () => {
    const document = await players().findOne({ _id: anna });
    if (!document) throw new Error('there is no player');
    await players().insertOne({ ...document, _id: playerDocumentId('ws_foreign', 'anna'), workspace: 'ws_foreign' });

    const { differences } = await verify();

    expect(differences).toEqual([
      {
        check: 'workspaces',
        workspace: 'ws_foreign',
        what: 'players ws_foreign|anna',
        expected: 'a workspace that exists',
        found: 'ws_foreign',
      },
    ]);
  });

  it('reports a document that is found by its id in one workspace and by its fields in another', async () => {
    await db
      .collection<{ _id: string }>(BOARD_POSITIONS_COLLECTION)
      .updateOne({ _id: `${partition}\u001f${OURS}\u001ftop@1` }, { $set: { workspace: THEIRS } });

    const { differences } = await verify();

    expect(differences).toEqual([
      {
        check: 'workspaces',
        workspace: THEIRS,
        what: `boardPositions ${partition}|${OURS}|top@1`,
        expected: `${partition}|${THEIRS}|top@1`,
        found: `${partition}|${OURS}|top@1`,
      },
    ]);
  });
});
