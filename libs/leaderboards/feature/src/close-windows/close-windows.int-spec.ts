import { EVENTS_PARTITIONS, type WindowFinishedMessage } from '@laurel/contracts';
import type { BoardDefinition } from '@laurel/leaderboards-domain';
import { rankKeys } from '../adapters/rank-keys.js';
import { aBoard } from '../reading/board.builder.js';
import { ClosingSpec, anEntry } from './closing-spec.builder.js';

const DAY_MS = 86_400_000;
const HOUR_MS = 3_600_000;
const daily = (shape: Partial<BoardDefinition> = {}): BoardDefinition =>
  aBoard({
    key: 'top',
    ties: { columns: [], then: 'first_to_reach' },
    windows: [{ kind: 'all' }, { kind: 'daily' }],
    graceSeconds: 3_600,
    ...shape,
  });
const DAY = '2026-03-02';
const NEXT_DAY = '2026-03-03';

describe('closing windows', () => {
  const spec = new ClosingSpec();
  const board = daily();

  beforeAll(() => spec.open());

  beforeEach(async () => {
    await spec.begin();
    await spec.publish(1, [board]);
  });

  afterAll(() => spec.close());

  /** To when the first day closes. */
  const pass = (): void => spec.clock.advance(DAY_MS - 6 * HOUR_MS + HOUR_MS);

  it('leaves a window alone until its end and its grace have passed', async () => {
    const instance = spec.instance();
    spec.clock.advance(DAY_MS - 5 * HOUR_MS - 1);
    await spec.round(instance);
    expect(await spec.windows()).toEqual([]);

    spec.clock.advance(1);
    await spec.round(instance);

    const start = Date.parse('2026-03-02T00:00:00Z');
    expect(await spec.windows()).toMatchObject([
      {
        window: DAY,
        state: 'closing',
        start,
        end: start + DAY_MS,
        closesAt: start + DAY_MS + HOUR_MS,
        ending: 'ended',
      },
    ]);
  });

  it('writes one barrier into every partition, and waits until each has come to it', async () => {
    const instance = spec.instance();
    pass();
    await spec.round(instance);
    expect(spec.barriers.map(({ partition }) => partition)).toEqual(
      Array.from({ length: EVENTS_PARTITIONS }, (_, at) => at),
    );
    expect(new Set(spec.barriers.map(({ message }) => message.id)).size).toBe(1);
    expect(spec.barriers[0]?.message).toMatchObject({ kind: 'barrier', workspace: null, at: spec.clock.now() });

    await spec.deliver([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
    await spec.round(instance);
    expect(await spec.window('top@1', DAY)).toMatchObject({ state: 'closing' });

    spec.clock.advance(5_000);
    await spec.closeAll(instance);
    expect(spec.barriers.slice(EVENTS_PARTITIONS).map(({ partition }) => partition)).toEqual([11]);
    expect(await spec.window('top@1', DAY)).toMatchObject({ state: 'frozen', total: 0 });
  });

  it('keeps the final rows with their ranks, lets happen what follows, and takes the ranks out of Redis', async () => {
    await spec.score(board, DAY, 3, { anna: anEntry(5), bea: anEntry(9) });
    await spec.score(board, DAY, 7, {
      carl: anEntry(7),
      dora: anEntry(5, { reachedAt: Date.parse('2026-03-02T13:00:00Z') }),
    });
    await spec.score(board, NEXT_DAY, 3, { anna: anEntry(1, { reachedAt: Date.parse('2026-03-03T00:00:00Z') }) });
    pass();

    await spec.closeAll(spec.instance());

    const window = await spec.frozen.find(spec.workspace, 'top@1', DAY);
    expect(window).toMatchObject({
      state: 'frozen',
      total: 4,
      frozenAt: spec.clock.now(),
      settledAt: spec.clock.now(),
    });
    expect(window).not.toHaveProperty('pending');
    expect(window && (await spec.frozen.rows(window, '', 0, 10))).toMatchObject([
      { rank: 1, playerId: 'bea', score: 9 },
      { rank: 2, playerId: 'carl', score: 7 },
      { rank: 3, playerId: 'anna', score: 5 },
      { rank: 4, playerId: 'dora', score: 5 },
    ]);
    expect(window && (await spec.frozen.place(window, '', 'anna'))).toBe(2);
    expect(spec.followers.windows).toEqual([`top@1 ${DAY}`]);
    const finished = spec.sent
      .filter(({ topic }) => topic === 'standings')
      .map(({ value }) => JSON.parse(String(value)) as WindowFinishedMessage);
    expect(finished).toMatchObject([
      { kind: 'finished', workspace: spec.workspace, board: 'top@1', window: DAY, total: 4 },
    ]);
    const keys = rankKeys(spec.scope.keyPrefix, spec.workspace, board);
    expect(await spec.redis.exists(keys.window(DAY).ranks)).toBe(0);
    expect(await spec.redis.exists(keys.window(NEXT_DAY).ranks)).toBe(1);
  });

  it('keeps the rows of each part with the ranks that they have there, and no more than the board has', async () => {
    const split = daily({
      key: 'split',
      ties: { columns: [], then: 'shared' },
      numbering: 'dense',
      sizeLimit: 4,
      splits: [{ key: 'team', attributes: ['team'] }],
    });
    await spec.publish(2, [board, split]);
    const of = (score: number, team: string) => anEntry(score, { parts: [`team:${team}`] });
    await spec.score(split, DAY, 3, { anna: of(9, 'red'), bea: of(9, 'blue'), carl: of(7, 'red') });
    await spec.score(split, DAY, 4, { dora: of(5, 'blue'), emil: of(1, 'blue') });
    pass();

    await spec.closeAll(spec.instance());

    const window = await spec.frozen.find(spec.workspace, 'split@1', DAY);
    expect(window).toMatchObject({ state: 'frozen', total: 4, parts: { 'team:red': 2, 'team:blue': 2 } });
    if (!window) return;
    const ranksOf = async (part: string) =>
      (await spec.frozen.rows(window, part, 0, 10)).map(({ playerId, rank }) => [playerId, rank]);
    expect(await ranksOf('')).toEqual([
      ['anna', 1],
      ['bea', 1],
      ['carl', 2],
      ['dora', 3],
    ]);
    expect(await ranksOf('team:blue')).toEqual([
      ['bea', 1],
      ['dora', 2],
    ]);
    expect(await spec.frozen.place(window, 'team:red', 'carl')).toBe(1);
    expect(await spec.frozen.place(window, '', 'emil')).toBeUndefined();
  });

  it('waits for ranks that do not hold what is committed, and goes on when they do', async () => {
    await spec.score(board, DAY, 3, { anna: anEntry(5) });
    await spec.score(board, DAY, 3, { bea: anEntry(9) }, false);
    const instance = spec.instance();
    pass();
    await spec.round(instance);
    await spec.deliver();
    await spec.round(instance);
    expect(await spec.window('top@1', DAY)).toMatchObject({ state: 'closing' });

    await spec.score(board, DAY, 3, { bea: anEntry(9) });
    await spec.closeAll(instance);

    expect(await spec.window('top@1', DAY)).toMatchObject({ state: 'frozen', total: 2 });
  });

  it('waits for ranks that were lost', async () => {
    await spec.score(board, DAY, 3, { anna: anEntry(5) });
    const keys = rankKeys(spec.scope.keyPrefix, spec.workspace, board);
    await spec.redis.del(keys.positions, keys.window(DAY).ranks, keys.window(DAY).rows);
    const instance = spec.instance();
    pass();
    await spec.round(instance);
    await spec.deliver();

    await spec.round(instance);

    expect(await spec.window('top@1', DAY)).toMatchObject({ state: 'closing' });
  });

  it('closes each window once that ended while nothing ran', async () => {
    await spec.round(spec.instance());
    spec.clock.advance(5 * DAY_MS - 5 * HOUR_MS);

    await spec.closeAll(spec.instance());
    await spec.closeAll(spec.instance());

    const days = ['2026-03-02', '2026-03-03', '2026-03-04', '2026-03-05', '2026-03-06'];
    expect((await spec.windows()).map(({ window, state }) => [window, state])).toEqual(
      days.map((day) => [day, 'frozen']),
    );
    expect([...spec.followers.windows].sort()).toEqual(days.map((day) => `top@1 ${day}`));
  });

  it('closes no window that had ended before the board was published', async () => {
    spec.clock.advance(1);
    await spec.publish(2, [board, daily({ key: 'later', incarnation: 2, graceSeconds: 0 })]);
    pass();

    await spec.closeAll(spec.instance());

    expect((await spec.windows({ board: 'later@2' })).map(({ window }) => window)).toEqual([DAY]);
  });

  it('changes nothing where another instance closes the same', async () => {
    await spec.score(board, DAY, 3, { anna: anEntry(5), bea: anEntry(9) });
    const [first, second] = [spec.instance(), spec.instance()];
    pass();
    await Promise.all([first.round(), second.round()]);
    await spec.deliver();

    await Promise.all([spec.closeAll(first), spec.closeAll(second)]);

    const [window, ...others] = await spec.windows();
    expect(others).toEqual([]);
    expect(window).toMatchObject({ state: 'frozen', total: 2 });
    expect(window && (await spec.frozen.rows(window, '', 0, 10)).map(({ playerId }) => playerId)).toEqual([
      'bea',
      'anna',
    ]);
    expect(window && (await spec.frozen.place(window, '', 'anna'))).toBe(1);
  });

  it('does nothing where another instance leads', async () => {
    pass();

    expect(await spec.instance({ isLeader: () => false }).round()).toBe(false);

    expect(await spec.windows()).toEqual([]);
  });

  it.each([
    ['marked', 1],
    ['barred', 1],
    ['barred', 6],
    ['barred', 12],
    ['frozen', 1],
    ['settling', 1],
  ] as const)('goes on where an instance died: %s, %i', async (step, times) => {
    await spec.score(board, DAY, 3, { anna: anEntry(5), bea: anEntry(9) });
    pass();
    const dying = spec.instance({ diesAt: [step, times] });
    await spec.round(dying).catch(() => undefined);
    await spec.deliver();
    await spec.round(dying).catch(() => undefined);
    const barrier = (await spec.window('top@1', DAY))?.barrier;

    await spec.closeAll(spec.instance());

    const [window, ...others] = await spec.windows();
    expect(others).toEqual([]);
    expect(window).toMatchObject({ state: 'frozen', total: 2, barrier });
    expect(window?.settledAt).toBeDefined();
    expect(window && (await spec.frozen.rows(window, '', 0, 10)).map(({ playerId }) => playerId)).toEqual([
      'bea',
      'anna',
    ]);
    expect(new Set(spec.barriers.map(({ message }) => message.id))).toEqual(new Set([barrier]));
    expect(new Set(spec.barriers.map(({ partition }) => partition)).size).toBe(EVENTS_PARTITIONS);
  });

  it('begins the rows anew that an instance died over', async () => {
    const players = Object.fromEntries(Array.from({ length: 25_000 }, (_, at) => [`player-${at}`, anEntry(at)]));
    await spec.score(board, DAY, 3, players);
    pass();
    const dying = spec.instance({ diesAt: ['freezing', 1] });
    await spec.round(dying);
    await spec.deliver();
    await spec.round(dying);
    expect(await spec.window('top@1', DAY)).toMatchObject({ state: 'closing', total: 20_000 });

    await spec.closeAll(spec.instance());

    const window = await spec.frozen.find(spec.workspace, 'top@1', DAY);
    expect(window).toMatchObject({ state: 'frozen', total: 25_000 });
    if (!window) return;
    expect(await spec.frozen.rows(window, '', 24_990, 100)).toHaveLength(10);
    expect(await spec.frozen.rows(window, '', 19_999, 2)).toMatchObject([
      { rank: 20_000, playerId: 'player-5000' },
      { rank: 20_001, playerId: 'player-4999' },
    ]);
    expect(await spec.frozen.place(window, '', 'player-0')).toBe(24_999);
  }, 60_000);

  it('calls those who follow again until they are done', async () => {
    spec.followers.fails = true;
    pass();
    const instance = spec.instance();
    await spec.round(instance);
    await spec.deliver();
    await spec.round(instance);
    expect(await spec.window('top@1', DAY)).toMatchObject({ state: 'frozen', pending: true });

    spec.followers.fails = false;
    spec.clock.advance(10_000);
    await spec.closeAll(instance);

    expect((await spec.window('top@1', DAY))?.settledAt).toBeDefined();
    expect(spec.followers.windows).toHaveLength(2);
  });

  it('lets follow what follows from the weeks of a league in their order, and waits for the one that fails', async () => {
    const league = { window: 'daily', groupSize: 5, tiers: [{ key: 'bronze' }, { key: 'gold' }] };
    await spec.publish(2, [board, daily({ key: 'league', incarnation: 2, league })]);
    spec.followers.failsFor = `league@2 ${DAY}`;
    spec.clock.advance(3 * DAY_MS);
    const instance = spec.instance();
    await spec.round(instance);
    await spec.deliver();
    for (let round = 0; round < 3; round += 1) await spec.round(instance);
    const ofLeague = () => spec.followers.windows.filter((window) => window.startsWith('league@2'));
    expect(ofLeague()).toEqual([`league@2 ${DAY}`]);

    spec.followers.failsFor = undefined;
    spec.clock.advance(10_000);
    await spec.closeAll(instance);

    expect(ofLeague()).toEqual([DAY, DAY, NEXT_DAY, '2026-03-04'].map((day) => `league@2 ${day}`));
  });

  it('closes a thousand boards that end in the same second', async () => {
    const boards = Array.from({ length: 1_000 }, (_, at) => daily({ key: `board-${at}` }));
    await spec.publish(2, [board, ...boards]);
    pass();

    await spec.closeAll(spec.instance());

    const windows = await spec.windows();
    expect(windows).toHaveLength(1_001);
    expect(windows.every(({ state, settledAt }) => state === 'frozen' && settledAt !== undefined)).toBe(true);
    expect(new Set(spec.followers.windows).size).toBe(1_001);
    expect(spec.followers.windows).toHaveLength(1_001);
  }, 120_000);

  it('goes by the time of a workspace that has one of its own', async () => {
    const offsets = new Map([[spec.workspace, DAY_MS]]);

    await spec.closeAll(spec.instance({ offsets }));

    expect((await spec.windows()).map(({ window }) => window)).toEqual([DAY]);
    expect(spec.barriers[0]?.message).toMatchObject({
      workspace: spec.workspace,
      at: Date.parse('2026-03-03T01:00:00Z'),
    });
  });

  it('closes windows of the past where the clock of a workspace was set back behind its release', async () => {
    const instance = spec.instance({ offsets: new Map([[spec.workspace, -365 * DAY_MS]]) });
    await spec.closeAll(instance);
    expect(await spec.windows()).toEqual([]);
    spec.clock.advance(DAY_MS);

    await spec.closeAll(instance);

    expect((await spec.windows()).map(({ window, state }) => [window, state])).toEqual([['2025-03-02', 'frozen']]);
  });

  it('marks no more windows of a clock that jumped over years while many wait', async () => {
    const instance = spec.instance({ offsets: new Map([[spec.workspace, 3_650 * DAY_MS]]) });

    for (let rounds = 0; rounds < 3; rounds += 1) await spec.round(instance);

    expect(await spec.windows()).toHaveLength(1_000);
  });
});
