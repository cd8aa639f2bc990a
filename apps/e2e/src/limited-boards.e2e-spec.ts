import { until } from '@laurel/testing';
import { Api } from './stack/api.js';
import { runLaurel } from './stack/laurel-cli.js';
import { LaurelStack } from './stack/laurel-stack.js';

const board = (key: string, more: object = {}) => ({
  ...{ key, source: { stat: 'points' }, aggregation: 'best', order: 'desc', windows: [{ kind: 'all' }] },
  ...more,
});

const PROGRAM = {
  stats: [{ key: 'points', aggregation: 'sum' }],
  rules: [
    {
      key: 'score',
      on: ['scored'],
      then: [{ effect: 'record', stat: 'points', amount: { property: 'event.properties.points' } }],
    },
  ],
  leaderboards: [
    board('open'),
    board('proven', { serverOnly: true }),
    board('thrice', { attempts: { max: 3 } }),
    board('cup', { joining: 'opt_in' }),
  ],
  eventTypes: [{ key: 'scored', clients: true, validation: 'off' }],
};

let stack: LaurelStack;
let server: Api;
let player: Api;

beforeAll(async () => {
  stack = await LaurelStack.start();
  server = new Api(stack, (await stack.createWorkspace('demo', 'dev')).secretKey);
  player = new Api(stack, String((await server.playerToken('ada')).body['token']));
  expect(await server.publish(PROGRAM)).toMatchObject({ status: 201 });
});
afterAll(() => stack.stop());

const score = (api: Api, points: number, eventId: string) =>
  api.sendAndWait({ eventId, type: 'scored', playerId: 'ada', properties: { points } });

/** Codes of what an event was refused, once it is decided. */
async function refusedOf(eventId: string): Promise<unknown[]> {
  const path = `/v1/events/${eventId}?playerId=ada`;
  await until('the event is decided', async () => (await server.query(path)).status === 200);
  const effects = (await server.query(path)).body['effects'] as { kind: string; code?: string }[];
  return effects.flatMap(({ kind, code }) => (kind === 'refused' ? [code] : []));
}

async function scoreOn(key: string): Promise<unknown> {
  const { body } = await server.query(`/v1/leaderboards/${key}`);
  const [entry] = (body['entries'] ?? []) as { score: number }[];
  return entry?.score ?? null;
}

/** The ranks follow what is decided. */
async function expectScores(keys: readonly string[], scores: readonly unknown[]): Promise<void> {
  const read = () => Promise.all(keys.map(scoreOn));
  await until('the ranks have followed', async () => (await read()).join() === scores.join()).catch(() => undefined);
  expect(await read()).toEqual(scores);
}

describe('leaderboards that do not take everything', () => {
  it('leave out what a player sent where only servers count, and every result of whoever did not join', async () => {
    await score(player, 50, 'own');
    expect(await refusedOf('own')).toEqual(['scoring.server_only', 'scoring.not_joined']);
    await score(server, 7, 'official');
    expect(await refusedOf('official')).toEqual(['scoring.not_joined']);
    await expectScores(['open', 'proven', 'thrice', 'cup'], [50, 7, 50, null]);
  });

  it('take no more results of a player than they give attempts', async () => {
    await score(server, 8, 'third');
    await score(server, 90, 'fourth');
    expect(await refusedOf('fourth')).toEqual(['scoring.no_attempts_left', 'scoring.not_joined']);
    await expectScores(['open', 'thrice'], [90, 50]);
  });

  it('take another one when one is taken back, and every record leads to what is committed', async () => {
    const order = { playerId: 'ada', reason: 'It was not so.' };
    expect(await server.voidEvent('own', order)).toMatchObject({ status: 202 });
    await until('the void is carried out', async () => (await scoreOn('thrice')) !== 50);
    await expectScores(['open', 'proven', 'thrice'], [90, 90, 90]);
    const { code, out, err } = await runLaurel(stack.environment, 'verify');
    expect(code === 0 ? 'right' : `${out}${err}`).toBe('right');
  });
});
