import type { Chance } from '@laurel/faults';
import { until } from '@laurel/testing';
import { Api } from '../stack/api.js';
import { LaurelStack } from '../stack/laurel-stack.js';
import type { ServiceProcess } from '../stack/service-process.js';
import { LiveFollower } from './harness/live-follower.js';
import { type PlayerSocket, enterAs } from './harness/player-socket.js';
import { readPage } from './harness/read-board.js';
import { IS_FULL, chanceOf } from './harness/seed.js';

/** Sockets that are dropped at once. */
const CROWD = IS_FULL ? 5_000 : 500;
const KILLS = IS_FULL ? 10 : 3;
const PLAYERS = 30;
/** Connections that one player may have. */
const OF_A_PLAYER = 20;
const LIMIT = 10;
const HEALED_WITHIN_MS = 120_000;

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
    {
      ...{ key: 'live', source: { stat: 'points' }, aggregation: 'sum', order: 'desc' },
      ...{ ties: { columns: [], then: 'first_to_reach' }, windows: [{ kind: 'all' }] },
    },
  ],
};

let stack: LaurelStack;
let second: ServiceProcess;
let secretKey: string;
let api: Api;
let sent = 0;
/** Points that were accepted, of all players together. */
let points = 0;
let followers: LiveFollower[] = [];
let players: PlayerSocket[] = [];

beforeAll(async () => {
  stack = await LaurelStack.start();
  second = stack.another('query-gateway');
  await second.start();
  secretKey = (await stack.createWorkspace('live', 'dev')).secretKey;
  api = new Api(stack, secretKey);
  expect(await api.publish(PROGRAM)).toMatchObject({ status: 201 });
  await play(chanceOf('live'), PLAYERS);
}, 240_000);

afterEach(() => {
  for (const follower of followers) follower.stop();
  followers = [];
  for (const { socket } of players) socket.terminate();
  players = [];
});

afterAll(async () => {
  await second.stop();
  await stack.stop();
}, 60_000);

const scored = (playerId: string, brings: number): object => {
  sent += 1;
  points += brings;
  return { eventId: `live-${sent}`, type: 'scored', playerId, properties: { points: brings } };
};

/** Sends so many events of players by chance. */
async function play(chance: Chance, events: number): Promise<void> {
  const batch = Array.from({ length: events }, () => scored(`p${chance.between(0, PLAYERS)}`, chance.between(1, 100)));
  expect((await api.sendBatch(batch)).status).toBe(202);
}

function follow(count: number, ...gateways: readonly ServiceProcess[]): LiveFollower[] {
  const more = Array.from({ length: count }, (_, index) => {
    let turn = index;
    const url = (): string => gateways[(turn += 1) % gateways.length]?.url ?? '';
    return new LiveFollower({ url, secretKey, board: 'live', limit: LIMIT });
  });
  followers.push(...more);
  return more;
}

const counted = (what: keyof LiveFollower['counts']): number =>
  followers.reduce((sum, { counts }) => sum + counts[what], 0);

const everyone = (what: string, holds: (follower: LiveFollower) => boolean): Promise<unknown> =>
  until(`every follower ${what}`, () => followers.every(holds), HEALED_WITHIN_MS);

/** Waits until all that was sent is on the board, and all followers have the table that the API has. */
async function expectSameTables(): Promise<void> {
  await until(
    'all followers have the table of all events',
    async () => {
      const { entries, total } = await readPage(stack.query.url, secretKey, { board: 'live', window: 'all' });
      const table = JSON.stringify([total, entries.slice(0, LIMIT)]);
      const isWhole = entries.reduce((sum, { score }) => sum + score, 0) === points;
      return isWhole && followers.every((follower) => JSON.stringify([follower.total, follower.table]) === table);
    },
    HEALED_WITHIN_MS,
  );
  expect(followers.flatMap(({ faults }) => faults)).toEqual([]);
}

describe('live boards', () => {
  it('show each change to those who watch at either of two gateways', async () => {
    const watching = [...follow(2, stack.query), ...follow(2, second)];
    await everyone('has a snapshot', ({ counts }) => counts.answered > 0);
    for (let change = 1; change <= 10; change += 1) {
      expect((await api.sendEvent(scored('leader', 10_000))).status).toBe(202);
      const shows = ({ table }: LiveFollower): boolean => table[0]?.score === change * 10_000;
      await until('all see the change', () => watching.every(shows), HEALED_WITHIN_MS);
    }
    await expectSameTables();
    expect(counted('resumed')).toBe(0);
  }, 240_000);

  it('go on where a connection was lost, without a gap', async () => {
    const chance = chanceOf('live-drops');
    // One stays: the run goes on however long the others take to come back.
    const [, ...dropped] = follow(6, stack.query);
    await everyone('has a snapshot', ({ counts }) => counts.answered > 0);
    for (let round = 1; round <= 5; round += 1) {
      for (const follower of dropped) follower.drop();
      await play(chance, 20);
      const isBack = ({ counts }: LiveFollower): boolean => counts.answered > round;
      await until('all are back', () => dropped.every(isBack), HEALED_WITHIN_MS);
    }
    await expectSameTables();
    // Where ranks could not be read for a while, the answer is a snapshot.
    expect(counted('resumed')).toBeGreaterThan(0);
    expect(counted('answered')).toBe(6 + 5 * dropped.length);
  }, 240_000);

  it(`end on the right table after kill -9 of their gateway, ${KILLS} times`, async () => {
    const chance = chanceOf('live-kills');
    follow(4, stack.query);
    follow(4, second, stack.query);
    await everyone('has a snapshot', ({ counts }) => counts.answered > 0);
    for (let kill = 1; kill <= KILLS; kill += 1) {
      const before = counted('deltas');
      await play(chance, 30);
      await until('changes arrive', () => counted('deltas') > before, HEALED_WITHIN_MS);
      const gateway = kill % 2 === 1 ? stack.query : second;
      await gateway.kill();
      await play(chance, 30);
      await gateway.start();
    }
    await expectSameTables();
    expect(counted('answered')).toBeGreaterThan(followers.length);
  }, 400_000);

  it('take so many connections of a player over both gateways, and as many again once those of a killed one are forgotten', async () => {
    const token = String((await api.playerToken('ann')).body['token']);
    const enter = async ({ url }: ServiceProcess): Promise<string | undefined> => {
      const player = await enterAs(token, url);
      players.push(player);
      return player.code;
    };
    const half = Array.from({ length: OF_A_PLAYER / 2 }, () => [enter(stack.query), enter(second)]).flat();
    expect(new Set(await Promise.all(half))).toEqual(new Set([undefined]));
    expect([await enter(stack.query), await enter(second)]).toEqual(Array(2).fill('live.too_many_connections'));
    await stack.query.kill();
    await until('the others are forgotten', async () => (await enter(second)) === undefined, HEALED_WITHIN_MS);
    await stack.query.start();
  }, 240_000);

  it(`come back to ${CROWD} sockets that were dropped at once, and all of them end on the right table`, async () => {
    const chance = chanceOf('live-storm');
    follow(CROWD, stack.query);
    await everyone('has a snapshot', ({ counts }) => counts.answered > 0);
    await stack.query.kill();
    await play(chance, 30);
    await stack.query.start();
    await everyone('is back', ({ counts }) => counts.answered > 1);
    await play(chance, 30);
    await expectSameTables();
  }, 400_000);
});
