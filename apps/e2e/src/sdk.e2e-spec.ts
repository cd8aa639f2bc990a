import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { demoProgram } from '@laurel/demo';
import { type BoardSubscription, type FeedEntry, Laurel, type LiveState } from '@laurel/sdk';
import { until } from '@laurel/testing';
import { Api } from './stack/api.js';
import { LaurelStack } from './stack/laurel-stack.js';

const run = promisify(execFile);
const SDK = join(__dirname, '../../../libs/sdk/typescript');

const PROGRAM = {
  stats: [{ key: 'points', aggregation: 'sum' }],
  rules: [
    {
      key: 'win',
      on: ['won'],
      then: [{ effect: 'record', stat: 'points', amount: { property: 'event.properties.points' } }],
    },
  ],
  leaderboards: [
    { key: 'top', source: { stat: 'points' }, aggregation: 'sum', order: 'desc', windows: [{ kind: 'all' }] },
  ],
};

let stack: LaurelStack;
let key: string;
let laurel: Laurel;

const won = (playerId: string, points: number) => ({ type: 'won', playerId, properties: { points } });
const urls = () => ({ ingestion: stack.ingestion.url, query: stack.query.url });
const rowsOf = ({ current }: BoardSubscription): string =>
  (current?.rows ?? []).map(({ rank, playerId, score }) => `${rank} ${playerId} ${score}`).join(', ');
const seen = (board: BoardSubscription, rows: string) => until(rows, () => rowsOf(board) === rows, 60_000);

beforeAll(async () => {
  stack = await LaurelStack.start();
  key = (await stack.createWorkspace('sdk', 'dev')).secretKey;
  await new Api(stack, key).publish(PROGRAM);
  laurel = new Laurel({ urls: urls(), credential: key, backOff: { firstMs: 50, mostMs: 500 } });
}, 180_000);
afterAll(async () => {
  laurel.live.close();
  await stack.stop();
});

describe('the client library', () => {
  it('sends an event, sees the board, the player and the feed move, and reads what became of it', async () => {
    const outcome = await laurel.events.track(won('ann', 5), { waitSeconds: 10 });
    await until('it is decided', async () => (await laurel.events.get(outcome.eventId)).status === 'processed', 60_000);
    const outcomes: FeedEntry[] = [];
    const board = laurel.live.subscribe('leaderboard:top', {}, {});
    const player = laurel.live.subscribe('player:ann', {}, {});
    const feed = laurel.live.subscribe('feed', {}, { onOutcomes: (batch) => outcomes.push(...batch.outcomes) });
    await until('all are live', () => [board, player, feed].every(({ state }) => state === 'live'), 60_000);

    const sent = await Promise.all([laurel.events.track(won('ann', 1)), laurel.events.track(won('bob', 7))]);

    await seen(board, '1 bob 7, 2 ann 6');
    await until('the player has it', () => player.current?.stats['points'] === 6, 60_000);
    const isTold = ({ eventId }: { readonly eventId: string }) => outcomes.some((entry) => entry.eventId === eventId);
    await until('the feed has both', () => sent.every(isTold), 60_000);
    expect(await laurel.events.get(outcome.eventId)).toMatchObject({ status: 'processed', type: 'won' });
    expect((await laurel.events.list({ playerId: 'bob' })).entries).toMatchObject([{ eventId: sent[1].eventId }]);
    expect(await laurel.leaderboards.standing('top', 'ann')).toMatchObject({ entry: { rank: 2, score: 6 }, total: 2 });
    expect(await laurel.players.get('ann')).toMatchObject({ stats: { points: 6 } });
    for (const subscription of [board, player, feed]) subscription.close();
  }, 180_000);

  it('sends thousands of events, each with its result, and reads them page by page', async () => {
    const events = Array.from({ length: 1_500 }, (_, at) => won(`many-${at % 50}`, 1));
    const wrong = { type: 'Not A Type', playerId: 'ann' };

    const { results, ...counts } = await laurel.events.trackBatch([...events, wrong]);

    expect(counts).toEqual({ accepted: 1_500, rejected: 1, unsent: 0 });
    expect(results.at(-1)).toMatchObject({ code: 'events.invalid', errors: [{ path: '/type' }] });
    await until(
      'all are decided',
      async () => (await laurel.players.get('many-49').catch(() => undefined))?.stats['points'] === 30,
      60_000,
    );
    let count = 0;
    for await (const { status } of laurel.events.all({ playerId: 'many-49', limit: 10 })) {
      expect(status).toBe('processed');
      count += 1;
    }
    expect(count).toBe(30);
  });

  it('says it is reconnecting while the gateway is killed, and ends on the right table', async () => {
    const states: LiveState[] = [];
    const board = laurel.live.subscribe(
      'leaderboard:top',
      { view: { kind: 'top', limit: 2 } },
      { onState: (state) => states.push(state) },
    );
    await laurel.events.track(won('cid', 1_000));
    await seen(board, '1 cid 1000, 2 many-0 30');

    await stack.query.kill();
    await until('it is interrupted', () => board.state === 'reconnecting', 60_000);
    expect(rowsOf(board)).toBe('1 cid 1000, 2 many-0 30');
    await laurel.events.track(won('dan', 2_000));
    await stack.query.start();

    await seen(board, '1 dan 2000, 2 cid 1000');
    expect(states).toEqual(['live', 'reconnecting', 'live']);
    board.close();
  });

  it('watches with tickets, which leave the key where it is', async () => {
    const ticket = async () => (await laurel.liveTicket()).ticket;
    const page = new Laurel({ urls: urls(), ticket });
    const board = page.live.subscribe('leaderboard:top', { view: { kind: 'top', limit: 1 } }, {});
    await seen(board, '1 dan 2000');
    page.live.close();
  });

  it('says why something can’t be watched or sent', async () => {
    const codes: (string | undefined)[] = [];
    const note = { onState: (_: LiveState, error?: { readonly code: string }) => codes.push(error?.code) };
    laurel.live.subscribe('leaderboard:nothing', {}, note);
    const stranger = new Laurel({ urls: urls(), credential: 'lrl_test_sk_nobody' });
    stranger.live.subscribe('leaderboard:top', {}, note);
    await until('both are refused', () => codes.length === 2, 60_000);
    expect(codes.sort()).toEqual(['auth.invalid_credential', 'leaderboards.not_found']);
    await expect(laurel.events.track({ type: 'won', playerId: '' })).rejects.toMatchObject({
      code: 'events.invalid',
      errors: [{ path: '/playerId' }],
    });
  });
});

describe('the example of its README', () => {
  it('runs as it stands there', async () => {
    const { secretKey } = await stack.createWorkspace('sdk-readme', 'dev');
    await new Api(stack, secretKey).publish(demoProgram);
    const readme = await readFile(join(SDK, 'README.md'), 'utf8');
    const example = /^```js\n([^]*?)^```$/m.exec(readme)?.[1] ?? '';
    const folder = await mkdtemp(join(tmpdir(), 'laurel-example-'));
    await mkdir(join(folder, 'node_modules/@laurel'), { recursive: true });
    await symlink(SDK, join(folder, 'node_modules/@laurel/sdk'));
    // As CommonJS, which is what the build of the repository makes.
    const required = example.replace("import { Laurel } from '@laurel/sdk';", '');
    const program = `const { Laurel } = require('@laurel/sdk');\n(async () => {\n${required}\n})();`;
    await writeFile(join(folder, 'example.cjs'), program);

    const env = { PATH: process.env['PATH'], INGESTION: stack.ingestion.url, QUERY: stack.query.url, KEY: secretKey };
    const { stdout } = await run(process.execPath, [join(folder, 'example.cjs')], { env });
    await rm(folder, { recursive: true });

    const lines = stdout.trim().split('\n');
    expect(lines).toEqual(
      expect.arrayContaining(['live', '1 leyton-orient 3', 'processed { coins: 2 }', '3 points', 'closed']),
    );
  });
});
