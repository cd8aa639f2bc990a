import { once } from 'node:events';
import { until } from '@laurel/testing';
import { CommittedState } from './faults/harness/committed-state.js';
import { Api } from './stack/api.js';
import { LaurelStack } from './stack/laurel-stack.js';
import { runScript } from './stack/service-process.js';

const PLAYERS = Array.from({ length: 120 }, (_, index) => `p${index}`);

const program = (stat: object, board: object) => ({
  stats: [{ key: 'points', ...stat }],
  rules: [
    {
      key: 'score',
      on: ['scored'],
      then: [{ effect: 'record', stat: 'points', amount: { property: 'event.properties.points' } }],
    },
  ],
  leaderboards: [{ key: 'top', source: { stat: 'points' }, windows: [{ kind: 'all' }], ...board }],
});
const BEFORE = program({ aggregation: 'sum' }, { aggregation: 'sum', order: 'desc' });
const AFTER = program(
  { aggregation: 'max', start: 'recorded' },
  { aggregation: 'best', order: 'asc', start: 'recorded' },
);

/** A workspace whose program changes in the middle of the season, and one that had the new one from the start. */
interface Season {
  readonly workspace: string;
  readonly api: Api;
}

let stack: LaurelStack;
let changed: Season;
let always: Season;
let committed: CommittedState;

async function begin(tenant: string, first: object): Promise<Season> {
  const { workspace, secretKey } = await stack.createWorkspace(tenant, 'dev');
  const api = new Api(stack, secretKey);
  expect((await api.publish(first)).status).toBe(201);
  return { workspace, api };
}

beforeAll(async () => {
  stack = await LaurelStack.start();
  committed = await CommittedState.open(stack.environment);
  changed = await begin('changed', BEFORE);
  always = await begin('always', AFTER);
}, 120_000);
afterAll(async () => {
  await committed.close();
  await stack.stop();
});

const both = <T>(act: (season: Season) => Promise<T>) => Promise.all([act(changed), act(always)]);

/** An event of every player, to both; the points differ from player to player and from day to day. */
const play = (day: number) =>
  both(async ({ api }) => {
    const events = PLAYERS.map((playerId, index) => ({
      eventId: `day-${day}-${playerId}`,
      type: 'scored',
      playerId,
      occurredAt: `2026-05-0${day}T12:00:00.${String(index).padStart(3, '0')}Z`,
      properties: { points: ((index + 1) * (day * 31 + 7)) % 97 },
    }));
    for (let first = 0; first < events.length; first += 100) {
      expect((await api.sendBatch(events.slice(first, first + 100))).status).toBe(202);
    }
  });

const untilRecorded = (eventId: string) =>
  both(({ workspace }) =>
    until(`all of ${eventId} are recorded`, async () => {
      const records = await committed.records(workspace);
      return records.filter((record) => record.eventId.startsWith(eventId)).length === PLAYERS.length;
    }),
  );

/** Everything that a season shows: places, and what single players have. */
async function shown({ api }: Season) {
  const { body } = await api.query('/v1/leaderboards/top?window=all&limit=100');
  const players = await Promise.all(['p0', 'p1', 'p2'].map(async (id) => (await api.query(`/v1/players/${id}`)).body));
  const entries = body['entries'] as Readonly<Record<string, unknown>>[];
  return { entries, stats: players.map((player) => player['stats']) };
}

const untilAlike = (what: string) =>
  until(what, async () => {
    const [left, right] = await both(shown);
    return left.entries.length === 100 && JSON.stringify(left) === JSON.stringify(right);
  });

const progress = async (release: number) => (await changed.api.admin(`/v1/releases/${release}/backfill`)).body;

describe('a stat and a leaderboard that are changed, and begin with what was recorded', () => {
  it('are what they were if they had been so from the start, with scoring killed in the middle', async () => {
    await play(1);
    await play(2);
    await untilRecorded('day-2');
    await both(({ api }) => api.voidEvent('day-1-p2', { playerId: 'p2', reason: 'A test.' }));
    await both(({ api }) => api.playerStatus('p1', 'ban', 'a test'));
    await stack.scoring.stop();
    expect((await changed.api.publish(AFTER)).body).toMatchObject({ release: 2, backfill: true });
    // Behind the release in the log, and before the backfill.
    await play(3);

    // Each of 12 partitions takes the release and the events of the third day; then some carry out orders.
    const dying = stack.scoring.launch({ LAUREL_FAILPOINT: 'committed:18' });
    await once(dying, 'exit', { signal: AbortSignal.timeout(90_000) });
    expect([dying.signalCode, (await progress(2))['state']]).toEqual(['SIGKILL', 'running']);
    await stack.scoring.start();

    await until('the backfill is done', async () => (await progress(2))['state'] === 'done', 60_000);
    expect(await progress(2)).toMatchObject({
      players: { total: PLAYERS.length, sent: PLAYERS.length, done: PLAYERS.length },
    });
    await untilAlike('both seasons show the same');
  }, 240_000);

  it('show what was taken back behind it, and who comes back, as if they had', async () => {
    await both(({ api }) => api.playerStatus('p1', 'reinstate', 'a test'));
    await both(({ api }) => api.voidEvent('day-1-p0', { playerId: 'p0', reason: 'A test.' }));
    await until('the void is recorded', async () =>
      (await both(({ api }) => api.query('/v1/events/laurel.void.day-1-p0'))).every(({ status }) => status === 200),
    );

    await untilAlike('both seasons show the same again');
  }, 60_000);

  it('are told by the record of each player, as what changed', async () => {
    const { body } = await changed.api.query('/v1/events/laurel.backfill.2?playerId=p7');

    expect(body).toMatchObject({
      type: 'laurel.player_backfilled',
      status: 'processed',
      effects: [
        { kind: 'restatement', stat: 'points' },
        { kind: 'standing', board: 'top', window: 'all' },
      ],
    });
    await runScript('cli', 'main.js', ['verify'], stack.environment);
  }, 60_000);

  it('would have been the same under their release from the start, as a dry run tells', async () => {
    const { status, body } = await changed.api.edit('POST', '/v1/draft/dry-run', { last: 1_000, release: 2 });

    expect([status, body]).toMatchObject([200, { history: { events: 4 * PLAYERS.length + 4, movements: [] } }]);
  }, 60_000);
});
