import { until } from '@laurel/testing';
import { Api } from './stack/api.js';
import { runLaurel } from './stack/laurel-cli.js';
import { LaurelStack } from './stack/laurel-stack.js';

const PROGRAM = {
  stats: [
    { key: 'points', aggregation: 'sum' },
    { key: 'matches', aggregation: 'count' },
  ],
  rules: [
    {
      key: 'win',
      on: ['match_won'],
      then: [
        { effect: 'record', stat: 'points', amount: 3 },
        { effect: 'record', stat: 'matches', amount: 1 },
      ],
    },
  ],
  leaderboards: [
    { key: 'table', source: { stat: 'points' }, aggregation: 'sum', order: 'desc', windows: [{ kind: 'all' }] },
  ],
};

let stack: LaurelStack;
let api: Api;
let stranger: Api;

beforeAll(async () => {
  stack = await LaurelStack.start();
  api = new Api(stack, (await stack.createWorkspace('demo', 'dev')).secretKey);
  stranger = new Api(stack, (await stack.createWorkspace('demo', 'staging')).secretKey);
  expect(await api.publish(PROGRAM)).toMatchObject({ status: 201 });
});
afterAll(() => stack.stop());

const CLUBS = [
  {
    ...{ playerId: 'chelsea', name: 'Chelsea', attributes: { city: 'London' } },
    ...{ occurredAt: '2014-05-11T16:00:00Z', stats: { points: 82, matches: 38 }, balances: { coins: 250 } },
    history: [{ eventId: 'won-1', type: 'match_won', occurredAt: '2014-05-11T14:00:00Z' }],
  },
  { playerId: 'arsenal', stats: { points: 79 } },
  { playerId: 'fulham' },
];

const applied = (id: string): Promise<unknown> =>
  until('the import is applied', async () => (await api.admin(`/v1/imports/${id}`)).body['state'] === 'applied');

async function verified(): Promise<string> {
  const { code, out, err } = await runLaurel(stack.environment, 'verify');
  return code === 0 ? 'right' : `${out}${err}`;
}

const table = async (): Promise<unknown[]> => {
  const { body } = await api.query('/v1/leaderboards/table');
  return ((body['entries'] ?? []) as { playerId: string; score: number }[]).map(({ playerId, score }) => [
    playerId,
    score,
  ]);
};

describe('an import of players', () => {
  it('brings profiles, balances, stats and history; leaderboards move', async () => {
    const sent = await api.import('season-2013', CLUBS);
    expect(sent).toMatchObject({ status: 200, body: { accepted: 3, rejected: [] } });
    await applied('season-2013');

    expect((await api.query('/v1/players/chelsea')).body).toMatchObject({
      ...{ name: 'Chelsea', attributes: { city: 'London' } },
      ...{ stats: { points: 82, matches: 38 }, balances: { coins: 250 } },
    });
    expect((await api.query('/v1/players/fulham')).body).toMatchObject({ stats: {}, balances: {} });
    await until('both are on the board', async () => (await table()).length === 2);
    expect(await table()).toEqual([
      ['chelsea', 82],
      ['arsenal', 79],
    ]);
    expect((await api.query('/v1/events/won-1?playerId=chelsea')).body).toMatchObject({
      status: 'imported',
      effects: [],
    });
  });

  it('goes on from there: what happens now counts on top, and what had happened there does not count again', async () => {
    const won = await api.sendAndWait({ eventId: 'won-2', type: 'match_won', playerId: 'arsenal' });
    expect(won.body).toMatchObject({ status: 'processed' });
    const again = { eventId: 'won-1', type: 'match_won', playerId: 'chelsea', occurredAt: '2014-05-11T14:00:00Z' };
    expect((await api.sendAndWait(again)).body).toMatchObject({ status: 'duplicate' });
    expect((await api.query('/v1/players/arsenal')).body).toMatchObject({ stats: { points: 82, matches: 1 } });
    expect((await api.query('/v1/players/chelsea')).body).toMatchObject({ stats: { points: 82, matches: 38 } });
  });

  it('changes nothing when it is sent again, nor when it says something else; another import does', async () => {
    await api.import('season-2013', CLUBS);
    await api.import('season-2013', [{ playerId: 'chelsea', balances: { coins: 9_999 } }]);
    await applied('season-2013');
    expect((await api.query('/v1/players/chelsea')).body).toMatchObject({
      ...{ stats: { points: 82, matches: 38 }, balances: { coins: 250 } },
    });
    const { body } = await api.query('/v1/events/laurel.import.season-2013?playerId=chelsea');
    expect(body).toMatchObject({
      status: 'processed',
      attempts: expect.arrayContaining([expect.objectContaining({ status: 'conflict' })]) as unknown,
    });

    await api.import('bonus', [{ playerId: 'chelsea', balances: { coins: 5 } }]);
    await applied('bonus');
    expect((await api.query('/v1/players/chelsea')).body).toMatchObject({ balances: { coins: 255 } });
  });

  it('takes the good lines, and names line, field and rule of each bad one', async () => {
    const sent = await api.importText(
      'mixed',
      [
        '{"playerId": "hull", "balances": {"coins": 1}}',
        '',
        '{"playerId": "stoke", "stats": {"goals": 3}}',
        '{"playerId": "spurs", ',
        '{"playerId": "leeds", "balances": {"coins": -1}, "level": 3}',
        '{"playerId": "derby", "history": [{"type": "match_won"}]}',
        '{"playerId": "wigan", "__proto__": {"x": 1}}',
      ].join('\n'),
    );
    expect(sent.body).toMatchObject({
      accepted: 1,
      rejected: [
        { line: 2, code: 'http.invalid_input', errors: [{ path: '/stats/goals', rule: 'reference' }] },
        { line: 3, code: 'http.malformed_request' },
        { line: 4, errors: [{ path: '/level', rule: 'unknown' }] },
        { line: 5, errors: [{ path: '/history/0/eventId' }, { path: '/history/0/occurredAt' }] },
        { line: 6, code: 'http.malformed_request' },
      ],
    });
  });

  it('is of its workspace alone', async () => {
    expect(await stranger.admin('/v1/imports/season-2013')).toMatchObject({
      ...{ status: 404, body: { code: 'players.import_not_found' } },
    });
  });

  it('is refused where it is no NDJSON, has no name that is a slug, or too many lines', async () => {
    expect(await api.edit('POST', '/v1/imports/x/players', CLUBS)).toMatchObject({ status: 415 });
    expect(await api.import('No Slug', CLUBS)).toMatchObject({ status: 422, body: { errors: [{ path: '/id' }] } });
    const many = Array.from({ length: 1_001 }, (_, index) => ({ playerId: `p${index}` }));
    expect(await api.import('many', many)).toMatchObject({ status: 413 });
    expect(await api.edit('PUT', '/v1/draft', CLUBS[1], { 'content-type': 'application/x-ndjson' })).toMatchObject({
      status: 415,
    });
  });

  it('counts each player once though the sender sends all again and scoring is killed meanwhile', async () => {
    const players = Array.from({ length: 1_000 }, (_, index) => ({ playerId: `p${index}`, balances: { coins: 7 } }));
    await api.import('crowd', players);
    await stack.scoring.kill();
    await api.import('crowd', players);
    await stack.scoring.start();
    await applied('crowd');
    for (const index of [0, 500, 999]) {
      expect((await api.query(`/v1/players/p${index}`)).body).toMatchObject({ balances: { coins: 7 } });
    }
    expect(await verified()).toBe('right');
  });
});
