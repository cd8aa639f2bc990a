import { once } from 'node:events';
import { CLAIMS_COLLECTION } from '@laurel/contracts';
import { until } from '@laurel/testing';
import { CommittedState } from './faults/harness/committed-state.js';
import { Api } from './stack/api.js';
import { LaurelStack } from './stack/laurel-stack.js';
import { runScript } from './stack/service-process.js';

const PLACES = 100;
const PLAYERS = 2_000;

/** Ten points are a level, and a level gives coins and a tier; who joins early gets a badge. */
const PROGRAM = {
  stats: [{ key: 'points', aggregation: 'sum' }],
  rules: [
    {
      key: 'score',
      on: ['scored'],
      then: [
        { effect: 'record', stat: 'points', amount: { property: 'event.properties.amount' } },
        { effect: 'emit', type: 'points_gained' },
      ],
    },
    {
      key: 'level',
      on: ['points_gained'],
      when: { stat: 'points', op: 'gte', value: 10 },
      limits: [{ per: 'ever', times: 1 }],
      then: [
        { effect: 'set', attribute: 'tier', value: 'gold' },
        { effect: 'emit', type: 'level_up', properties: { points: { cel: 'player.stats.points' } } },
      ],
    },
    { key: 'gift', on: ['level_up'], then: [{ effect: 'award', currency: 'coins', amount: 5 }] },
    {
      key: 'early',
      on: ['joined'],
      firstPlayers: PLACES,
      then: [{ effect: 'award', currency: 'badges', amount: 1 }],
    },
  ],
  leaderboards: [],
};

let stack: LaurelStack;
let api: Api;
let workspace: string;
let committed: CommittedState;

beforeAll(async () => {
  stack = await LaurelStack.start();
  const created = await stack.createWorkspace('demo', 'dev');
  workspace = created.workspace;
  api = new Api(stack, created.secretKey);
  committed = await CommittedState.open(stack.environment);
  expect((await api.publish(PROGRAM)).status).toBe(201);
}, 120_000);
afterAll(async () => {
  await committed.close();
  await stack.stop();
});

const scored = (eventId: string, amount: number) =>
  api.sendAndWait({ eventId, type: 'scored', playerId: 'anna', properties: { amount } });
const anna = async () => (await api.query('/v1/players/anna')).body;

/** Scoring dies when it has taken places and has not committed what they are for. */
async function dieWithPlaces(): Promise<void> {
  const dying = stack.scoring.launch({ LAUREL_FAILPOINT: 'claimed:1' });
  await once(dying, 'exit', { signal: AbortSignal.timeout(90_000) });
  expect(dying.signalCode).toBe('SIGKILL');
}

describe('what events lead to', () => {
  it('is all of the chain that rules emit, in the answer and in the record of the event', async () => {
    await scored('e1', 4);
    expect((await scored('e2', 7)).body).toMatchObject({ status: 'processed', balances: { coins: 5 } });
    const [gained, level] = ['e2~score~1', 'e2~score~1~level~1'];
    expect((await api.query('/v1/events/e2')).body).toMatchObject({
      rules: [
        { rule: 'score', matched: true },
        { rule: 'level', matched: true, event: gained },
        { rule: 'gift', matched: true, event: level },
      ],
      effects: [
        { kind: 'record', stat: 'points', value: 11 },
        { kind: 'emit', event: gained, type: 'points_gained', depth: 1 },
        { kind: 'set', attribute: 'tier', value: 'gold', event: gained },
        { kind: 'emit', event: level, type: 'level_up', properties: { points: 11 }, depth: 2 },
        { kind: 'award', currency: 'coins', balance: 5, event: level },
      ],
    });
    expect((await api.query('/v1/players?attribute.tier=gold')).body).toMatchObject({
      entries: [{ playerId: 'anna' }],
    });
  });

  it('is taken back with the event, attributes included, and orders stand', async () => {
    await api.changePlayer('PATCH', 'anna', { attributes: { city: 'Rio' } });
    await api.voidEvent('e2', { playerId: 'anna', reason: 'A test.' });
    await until('the tier is gone', async () => !('tier' in ((await anna())['attributes'] as object)));
    expect(await anna()).toMatchObject({ stats: { points: 4 }, attributes: { city: 'Rio' } });
    expect(await anna()).toHaveProperty('balances', {});
    expect((await api.query('/v1/events/laurel.void.e2')).body).toMatchObject({
      effects: [{ kind: 'restatement' }, { kind: 'reversal' }, { kind: 'set', value: null, before: 'gold' }],
    });
    expect((await api.query('/v1/players?attribute.tier=gold')).body).toMatchObject({ entries: [] });
  });
});

describe('a rule for the first 100 players', () => {
  it('matches for 100 of 2,000 at once, with scoring killed while it takes places, and then two instances of it', async () => {
    await stack.scoring.stop();
    for (let first = 0; first < PLAYERS; first += 100) {
      const events = Array.from({ length: 100 }, (_, index) => {
        const playerId = `player-${first + index}`;
        return { eventId: `join-${playerId}`, type: 'joined', playerId };
      });
      expect((await api.sendBatch(events)).status).toBe(202);
    }
    await dieWithPlaces();
    await dieWithPlaces();
    const other = stack.another('scoring-service');
    await Promise.all([stack.scoring.start(), other.start()]);
    const ends = await committed.endOfLog();
    await until('all of the log is committed', () => committed.hasReached(ends), 90_000);
    await other.stop();

    const claims = await committed.db.collection(CLAIMS_COLLECTION).find().toArray();
    const rewarded = (await committed.players(workspace)).filter(({ balances }) => balances['badges'] === 1);
    expect(claims.map(({ playerId }) => String(playerId)).sort()).toEqual(rewarded.map((each) => each.playerId).sort());
    expect(rewarded).toHaveLength(PLACES);
    await runScript('cli', 'main.js', ['verify'], stack.environment);
  }, 240_000);
});
