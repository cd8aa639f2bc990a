import { once } from 'node:events';
import { until } from '@laurel/testing';
import { type Answer, Api } from './stack/api.js';
import { runLaurel } from './stack/laurel-cli.js';
import { LaurelStack } from './stack/laurel-stack.js';

const PROGRAM = {
  stats: [
    { key: 'points', aggregation: 'sum' },
    { key: 'record', aggregation: 'max' },
  ],
  currencies: [{ key: 'coins', scale: 2 }],
  rules: [
    {
      key: 'score',
      on: ['scored'],
      then: [
        { effect: 'record', stat: 'points', amount: { property: 'event.properties.amount' } },
        { effect: 'award', currency: 'coins', amount: 10 },
      ],
    },
    { key: 'buy', on: ['bought'], then: [{ effect: 'spend', currency: 'coins', amount: 4 }] },
  ],
  leaderboards: [
    { key: 'top', source: { stat: 'points' }, aggregation: 'sum', order: 'desc', windows: [{ kind: 'all' }] },
  ],
};
const REASON = 'Ticket 4711: paid twice.';

let stack: LaurelStack;
let api: Api;
let stranger: Api;
let secretKey = '';

beforeAll(async () => {
  stack = await LaurelStack.start();
  secretKey = (await stack.createWorkspace('demo', 'dev')).secretKey;
  api = new Api(stack, secretKey);
  stranger = new Api(stack, (await stack.createWorkspace('demo', 'staging')).secretKey);
  for (const each of [api, stranger]) expect(await each.publish(PROGRAM)).toMatchObject({ status: 201 });
}, 120_000);
afterAll(() => stack.stop());

const score = (eventId: string, playerId: string, amount: number, as = api): Promise<Answer> =>
  as.sendAndWait({ eventId, type: 'scored', playerId, properties: { amount } });
const correct = (playerId: string, amounts: object, key?: string, as = api): Promise<Answer> =>
  as.edit(
    'POST',
    `/v1/players/${playerId}/corrections`,
    { reason: REASON, ...amounts },
    key === undefined ? {} : { 'idempotency-key': key },
  );

const has = (playerId: string, points: number, coins: number, as = api): Promise<unknown> =>
  until(`${playerId} has ${points} points and ${coins} coins`, async () => {
    const { body } = await as.query(`/v1/players/${playerId}`);
    return JSON.stringify([body['stats'], body['balances']]) === JSON.stringify([{ points }, { coins }]);
  });
const standing = (rows: string): Promise<unknown> =>
  until(`the table is: ${rows}`, async () => {
    const { body } = await api.query('/v1/leaderboards/top?window=all');
    const entries = (body['entries'] ?? []) as { rank: number; playerId: string; score: number }[];
    const table = entries.map((each) => `${each.rank}. ${each.playerId} ${each.score}`).join(', ');
    return body['warming'] !== true && table === rows;
  });

interface Exported {
  readonly kind: string;
  readonly amount?: number;
  readonly balanceAfter?: number;
  readonly reason?: object;
}

/** The entries of a player's ledger, as exported. */
async function ledgerOf(playerId: string): Promise<Exported[]> {
  const answer = await fetch(`${stack.query.url}/v1/players/${playerId}/export`, {
    headers: { authorization: `Bearer ${secretKey}` },
  });
  const lines = (await answer.text()).trim().split('\n');
  return lines.map((line) => JSON.parse(line) as Exported).filter(({ kind }) => kind === 'ledger');
}

async function laurel(...args: [string, ...string[]]): Promise<string> {
  const { code, out, err } = await runLaurel(stack.environment, ...args);
  return code === 0 ? 'right' : `${out}${err}`;
}

describe('a player who is corrected', () => {
  it('has what was put right at once: in the ledger with the reason, on leaderboards, in the history', async () => {
    await score('a1', 'anna', 30);
    await score('b1', 'bea', 20);
    await standing('1. anna 30, 2. bea 20');

    const answer = await correct('bea', { stats: { points: 15 }, balances: { coins: -250 } });

    expect(answer).toMatchObject({
      status: 200,
      body: { playerId: 'bea', stats: { points: 35 }, balances: { coins: 750 } },
    });
    await standing('1. bea 35, 2. anna 30');
    expect(await ledgerOf('bea')).toMatchObject([
      { amount: 1_000, balanceAfter: 1_000, reason: { kind: 'rule' } },
      { amount: -250, balanceAfter: 750, reason: { kind: 'correction', reason: REASON } },
    ]);
    const { body } = await api.query('/v1/events?playerId=bea&type=laurel.player_corrected');
    const [entry] = body['entries'] as { readonly eventId: string }[];
    expect((await api.query(`/v1/events/${entry?.eventId}?playerId=bea`)).body).toMatchObject({
      properties: { reason: REASON, balances: { coins: -250 } },
      effects: [{ kind: 'record' }, { kind: 'spend' }, { kind: 'standing' }],
    });
    const trail = await api.query('/v1/leaderboards/top/players/bea/trail?window=all');
    expect(trail.body['steps']).toMatchObject([{ order: { reason: REASON }, standing: { score: 35 } }, {}]);
  });

  it('is in the audit log with what it was and is', async () => {
    await until('it is audited', async () => {
      const { body } = await api.admin('/v1/audit?action=players.correct');
      return (body['entries'] as unknown[]).length === 1;
    });
    const { body } = await api.admin('/v1/audit?action=players.correct');
    expect(body['entries']).toMatchObject([
      {
        before: { stats: { points: 20 }, balances: { coins: 1_000 } },
        after: { stats: { points: 35 }, balances: { coins: 750 }, reason: REASON },
      },
    ]);
  });

  it('is corrected once under one key; other amounts under it are refused', async () => {
    const once = await correct('bea', { balances: { coins: 50 } }, 'ticket-1');
    const again = await correct('bea', { balances: { coins: 50 } }, 'ticket-1');
    expect([once.status, again.status]).toEqual([200, 200]);
    expect((await correct('bea', { balances: { coins: 51 } }, 'ticket-1')).status).toBeGreaterThanOrEqual(409);
    await has('bea', 35, 800);
  });

  it('is not taken below nothing, and then not changed at all', async () => {
    expect(await correct('bea', { stats: { points: 1 }, balances: { coins: -801 } })).toMatchObject({
      status: 409,
      body: { code: 'players.correction_refused', detail: 'Nothing was changed: coins would be -1.' },
    });
    await has('bea', 35, 800);
  });

  it.each<[string, object, string]>([
    ['a stat that there is not', { stats: { goals: 1 } }, '/stats/goals'],
    ['a stat that does not add up', { stats: { record: 1 } }, '/stats/record'],
    ['a currency that there is not', { balances: { gems: 1 } }, '/balances/gems'],
    ['nothing', { balances: { coins: 0 } }, '/balances/coins'],
  ])('is refused for %s', async (_, amounts, path) => {
    expect(await correct('bea', amounts)).toMatchObject({ status: 422, body: { errors: [{ path }] } });
  });

  it('keeps what was put right when an event is voided, but for what drew on it', async () => {
    await score('c1', 'carl', 5);
    await correct('carl', { stats: { points: 2 } });
    await correct('carl', { balances: { coins: -300 } });
    await api.voidEvent('c1', { playerId: 'carl', reason: 'a mistake' });
    await until('both are without the event', async () => {
      const { stats, balances } = (await api.query('/v1/players/carl')).body;
      return JSON.stringify([stats, balances]) === JSON.stringify([{ points: 2 }, {}]);
    });
  });

  it('is another workspace’s business to nobody, and not for players to do', async () => {
    await score('s1', 'bea', 7, stranger);
    expect(await correct('anna', { stats: { points: 1 } }, undefined, stranger)).toMatchObject({ status: 404 });
    await correct('bea', { stats: { points: 1 } }, undefined, stranger);
    await has('bea', 8, 1_000, stranger);
    const player = new Api(stack, String((await api.playerToken('anna')).body['token']));
    expect(await correct('anna', { balances: { coins: 1 } }, undefined, player)).toMatchObject({ status: 403 });
    await has('anna', 30, 1_000);
  });

  it.each(['committed', 'projected', 'published'])(
    'is corrected exactly once where scoring dies right after it is %s',
    async (failpoint) => {
      const playerId = `by-${failpoint}`;
      await score(`${failpoint}-1`, playerId, 3);
      await stack.scoring.stop();
      expect(await correct(playerId, { stats: { points: 2 }, balances: { coins: -100 } })).toMatchObject({
        status: 202,
      });
      const dying = stack.scoring.launch({ LAUREL_FAILPOINT: failpoint });
      await once(dying, 'exit', { signal: AbortSignal.timeout(90_000) });
      expect(dying.signalCode).toBe('SIGKILL');

      await stack.scoring.start();

      await has(playerId, 5, 900);
      await score(`${failpoint}-2`, playerId, 1);
      await has(playerId, 6, 1_900);
    },
    120_000,
  );

  it('goes over in a merge with all that was put right', async () => {
    await api.edit('POST', '/v1/players/by-committed/merge', { into: 'anna', reason: 'Signed up.' });
    await has('anna', 36, 2_900);
    expect(await correct('by-committed', { stats: { points: 1 } })).toMatchObject({
      status: 409,
      body: { code: 'players.merged' },
    });
  });

  it('is found so by a check of all state, and by ranks that are built anew', async () => {
    expect(await laurel('verify')).toBe('right');
    expect(await laurel('rebuild-ranks')).toBe('right');
    await standing('1. anna 36, 2. bea 35, 3. by-projected 6, 4. by-published 6, 5. carl 2');
  });
});
