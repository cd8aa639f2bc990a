import { ACTIVITY_COLLECTION, type ActivityDocument, type EventRecord } from '@laurel/contracts';
import { DistinctCount } from '@laurel/live-domain';
import { connectMongo, ensureIndexes } from '@laurel/platform-mongo';
import { FakeClock, silentLog, testServers, uniqueTestScope } from '@laurel/testing';
import type { Db } from 'mongodb';
import { scoringIndexes } from '../adapters/scoring.indexes.js';
import { ActivitySums } from './activity-sums.js';
import { KeepActivity } from './keep-activity.js';

const NOON = Date.parse('2026-11-20T12:00:00Z');
const MINUTE = 60;

const record = (more: Partial<EventRecord> = {}): EventRecord => ({
  ...{ workspace: 'ws_1', eventId: 'e-1', playerId: 'arsenal', type: 'match_played', status: 'processed' },
  ...{ occurredAt: NOON, receivedAt: NOON, decidedAt: NOON, properties: {} },
  ...{ partition: 1, epoch: 1, offset: 1, release: 1, rules: [], effects: [] },
  ...more,
});

const scope = uniqueTestScope();
let mongo: Awaited<ReturnType<typeof connectMongo>>;
const db = (): Db => mongo.getClient().db(scope.database);
const activity = () => db().collection<ActivityDocument>(ACTIVITY_COLLECTION);

describe('activity', () => {
  let clock: FakeClock;
  let sums: ActivitySums;
  let keep: KeepActivity;

  beforeAll(async () => {
    mongo = await connectMongo({ url: testServers().mongoUrl, database: scope.database });
    await ensureIndexes(db(), scoringIndexes);
  });

  beforeEach(async () => {
    await activity().deleteMany({});
    clock = new FakeClock(NOON);
    sums = new ActivitySums(clock);
    keep = new KeepActivity(sums, db(), silentLog);
  });

  afterAll(async () => {
    await mongo.dropDatabase();
    await mongo.close();
  });

  const minutes = () => activity().find({ seconds: MINUTE }).sort({ start: 1 }).toArray();
  const playersOf = ({ players }: ActivityDocument): number =>
    DistinctCount.fromBytes(Buffer.from(players, 'base64')).count();

  it('is summed up for each stretch that a range shows', async () => {
    clock.advance(80);
    sums.count([
      record(),
      record({ playerId: 'chelsea', effects: [{ kind: 'refused', rule: 'win', code: 'c', detail: 'd' }] }),
      record({ status: 'duplicate' }),
    ]);
    await keep.write();
    const written = await activity().find().sort({ seconds: 1 }).toArray();
    expect(written.map(({ seconds }) => seconds)).toEqual([60, 900, 7_200]);
    for (const document of written) {
      expect(document).toMatchObject({
        workspace: 'ws_1',
        start: new Date(NOON),
        events: { processed: 2, duplicate: 1 },
        refused: 1,
      });
      expect(Object.values(document.lags)).toEqual([3]);
      expect(playersOf(document)).toBe(2);
    }
  });

  it('grows, and is written again as a whole', async () => {
    sums.count([record()]);
    await keep.write();
    sums.count([record({ playerId: 'chelsea' })]);
    await keep.write();
    await keep.write();
    const [minute, ...others] = await minutes();
    expect(others).toEqual([]);
    expect(minute).toMatchObject({ events: { processed: 2 } });
    expect(minute && playersOf(minute)).toBe(2);
  });

  it('counts nothing twice when it is not known whether a write arrived', async () => {
    sums.count([record()]);
    const { documents } = sums.changed();
    await activity().insertMany([...documents]);
    sums.count([record()]);
    await keep.write();
    expect(await minutes()).toMatchObject([{ events: { processed: 2 } }]);
  });

  it('is of the time at which it was decided, also where that is written late', async () => {
    sums.count([record()]);
    clock.advance(60_000);
    sums.count([record(), record()]);
    clock.advance(60_000);
    await keep.write();
    sums.count([record()]);
    await keep.write();
    expect(await minutes()).toMatchObject([
      { start: new Date(NOON), events: { processed: 1 } },
      { start: new Date(NOON + 60_000), events: { processed: 2 } },
      { start: new Date(NOON + 120_000), events: { processed: 1 } },
    ]);
    expect(await activity().findOne({ seconds: 900 })).toMatchObject({ events: { processed: 4 } });
  });

  it('is apart by workspace and by run, so that instances never write over each other', async () => {
    const other = new ActivitySums(clock);
    sums.count([record(), record({ workspace: 'ws_2' })]);
    other.count([record()]);
    await keep.write();
    await new KeepActivity(other, db(), silentLog).write();
    const kept = await minutes();
    expect(kept.map(({ workspace }) => workspace).sort()).toEqual(['ws_1', 'ws_1', 'ws_2']);
    expect(kept.every(({ events }) => events.processed === 1)).toBe(true);
  });

  it('makes nobody active by orders and imports', async () => {
    sums.count([record({ type: 'laurel.player.updated' }), record({ status: 'imported' })]);
    await keep.write();
    const [minute] = await minutes();
    expect(minute?.events).toEqual({ imported: 1, processed: 1 });
    expect(minute && playersOf(minute)).toBe(0);
  });

  it('goes by itself when no range shows it any more', async () => {
    sums.count([record()]);
    await keep.write();
    const week = await activity().findOne({ seconds: 7_200 });
    expect(week?.expiresAt.getTime()).toBeGreaterThan(NOON + 7 * 86_400_000);
    const expiring = (await activity().indexes()).find(({ key }) => 'expiresAt' in key);
    expect(expiring).toMatchObject({ expireAfterSeconds: 0 });
  });
});
