import { until } from '@laurel/testing';
import type { BoardDeltaFrame, BoardSnapshotFrame, StandingRow } from '../generated/live-frames.js';
import { Laurel, type LaurelOptions } from '../laurel.js';
import type { LaurelError } from '../http/laurel-error.js';
import { FeedServer } from './feed-server.builder.js';
import type { BoardHandlers, LiveState } from './live-topics.js';

const SUBSCRIPTION = 'leaderboard:top/weekly/top:3';
const VIEW = { kind: 'top', limit: 3 } as const;

const row = (rank: number, playerId: string, score = 10): StandingRow => ({
  rank,
  playerId,
  score,
  columns: {},
  reachedAt: null,
});

const snapshot = (seq: number, entries: readonly StandingRow[], id?: unknown): BoardSnapshotFrame => ({
  type: 'snapshot',
  ...(typeof id === 'string' ? { id } : {}),
  subscription: SUBSCRIPTION,
  topic: 'leaderboard:top',
  window: '2026-W47',
  epoch: 'e1',
  seq,
  total: entries.length,
  entries,
});

const delta = (seq: number, changed: readonly StandingRow[], more: Partial<BoardDeltaFrame> = {}): BoardDeltaFrame => ({
  type: 'delta',
  subscription: SUBSCRIPTION,
  epoch: 'e1',
  seq,
  changed,
  removed: [],
  total: 3,
  ...more,
});

let server: FeedServer;
let laurel: Laurel;
let states: LiveState[];
let error: LaurelError | undefined;

const create = (more: Partial<LaurelOptions> = {}): Laurel =>
  new Laurel({ url: server.url, credential: 'key', backOff: { firstMs: 1, mostMs: 5 }, ...more });

const watch = (handlers: BoardHandlers = {}, client = laurel) =>
  client.live.subscribe(
    'leaderboard:top',
    { window: 'weekly', view: VIEW },
    {
      onState: (state, why) => {
        states.push(state);
        error = why;
      },
      ...handlers,
    },
  );

const names = (board: ReturnType<typeof watch>): string[] =>
  (board.current?.rows ?? []).map(({ playerId }) => playerId);

beforeEach(async () => {
  server = await FeedServer.start();
  laurel = create();
  states = [];
  error = undefined;
});

afterEach(async () => {
  laurel.live.close();
  await server.stop();
});

describe('a subscription', () => {
  it('says who is there, asks for its view, and keeps the table', async () => {
    const board = watch();
    const peer = await server.accept();
    expect(await peer.next()).toEqual({ type: 'auth', token: 'key' });
    peer.send({ type: 'ready' });
    const asked = await peer.next();
    expect(asked).toEqual({
      type: 'subscribe',
      id: asked['id'],
      topic: 'leaderboard:top',
      window: 'weekly',
      view: VIEW,
    });

    peer.send(snapshot(4, [row(1, 'ann'), row(2, 'bob')], asked['id']));
    peer.send(delta(5, [row(1, 'cid', 20), row(2, 'ann')], { removed: ['bob'], total: 9 }));

    await until('the table moves', () => names(board)[0] === 'cid');
    expect(board.current).toEqual({
      window: '2026-W47',
      rows: [row(1, 'cid', 20), row(2, 'ann')],
      total: 9,
      warming: false,
    });
    expect([board.state, laurel.live.state, states]).toEqual(['live', 'live', ['live']]);
  });

  it('gets its table whatever a listener to the connection does wrong', async () => {
    const thrown = jest.spyOn(globalThis, 'setTimeout');
    const stop = laurel.live.onState(() => {
      thrown.mockImplementationOnce(() => ({}) as ReturnType<typeof setTimeout>);
      throw new Error('a bug of the page');
    });
    const board = watch();
    const peer = await (await server.accept()).welcome();
    const { id } = await peer.next();
    peer.send(snapshot(1, [row(1, 'ann')], id));
    await until('the table is there', () => names(board)[0] === 'ann');
    stop();
    thrown.mockRestore();
  });

  it('hears what moved, and that another window runs', async () => {
    const told: unknown[] = [];
    watch({ onTable: (_, change) => told.push(change), onWindow: ({ from, to }) => told.push([from, to]) });
    const peer = await (await server.accept()).welcome();
    const { id } = await peer.next();
    const moves = [{ playerId: 'ann', from: 1, to: 2, overtakenBy: ['bob'] }];

    peer.send(snapshot(1, [row(1, 'ann')], id), delta(2, [row(2, 'ann')], { moves }));
    peer.send({
      type: 'event',
      event: 'window_began',
      subscription: SUBSCRIPTION,
      from: '2026-W47',
      to: '2026-W48',
      start: null,
      end: null,
    });

    await until('all is told', () => told.length === 3);
    expect(told).toEqual([
      { kind: 'snapshot' },
      { kind: 'delta', changed: [row(2, 'ann')], removed: [], moves },
      ['2026-W47', '2026-W48'],
    ]);
  });

  it('goes on where it was after the connection was lost', async () => {
    const board = watch();
    const first = await (await server.accept()).welcome();
    first.send(snapshot(7, [row(1, 'ann')], (await first.next())['id']));
    await until('it is live', () => board.state === 'live');
    first.send({ type: 'bye', code: 'live.stopping', retryAfterMs: 20 });
    first.close();

    const second = await (await server.accept()).welcome();
    const { id, after } = await second.next();
    expect(after).toEqual({ epoch: 'e1', seq: 7 });
    expect(board.current?.rows).toHaveLength(1);
    second.send({ type: 'resumed', id: String(id), subscription: SUBSCRIPTION, epoch: 'e1', seq: 7 });
    second.send(delta(8, [row(1, 'bob'), row(2, 'ann')]));

    await until('it goes on', () => names(board).join() === 'bob,ann');
    expect(states).toEqual(['live', 'reconnecting', 'live']);
  });

  it('comes back when the server was away for a while', async () => {
    const board = watch();
    const first = await (await server.accept()).welcome();
    first.send(snapshot(7, [row(1, 'ann')], (await first.next())['id']));
    await until('it is live', () => board.state === 'live');
    const { port } = server;
    await server.stop();
    await until('it is interrupted', () => board.state === 'reconnecting');

    server = await FeedServer.start(port);
    const second = await (await server.accept()).welcome();
    const { id } = await second.next();
    second.send({ ...snapshot(1, [row(1, 'bob')], id), epoch: 'e2' });

    await until('the new table is there', () => names(board).join() === 'bob');
    expect(board.state).toBe('live');
  });

  it('comes back at once when the network of the page is another one', async () => {
    const page = new EventTarget();
    const [addEventListener, removeEventListener] = [
      page.addEventListener.bind(page),
      page.removeEventListener.bind(page),
    ];
    Object.assign(globalThis, { addEventListener, removeEventListener });
    const board = watch();
    const first = await (await server.accept()).welcome();
    first.send(snapshot(7, [row(1, 'ann')], (await first.next())['id']));
    await until('it is live', () => board.state === 'live');

    page.dispatchEvent(new Event('online'));

    const { after } = await (await (await server.accept()).welcome()).next();
    expect([board.state, after]).toEqual(['reconnecting', { epoch: 'e1', seq: 7 }]);
    laurel.live.close();
    Object.assign(globalThis, { addEventListener: undefined, removeEventListener: undefined });
  });

  it('asks for what it missed when a change is missing, and ignores what it has seen', async () => {
    const board = watch();
    const peer = await (await server.accept()).welcome();
    peer.send(snapshot(3, [row(1, 'ann')], (await peer.next())['id']));

    peer.send(delta(3, [row(1, 'never')]), delta(5, [row(1, 'cid')]));

    const { id, after } = await peer.next();
    expect(after).toEqual({ epoch: 'e1', seq: 3 });
    peer.send(delta(6, [row(1, 'never')]));
    peer.send({ type: 'resumed', id: String(id), subscription: SUBSCRIPTION, epoch: 'e1', seq: 3 });
    peer.send(delta(4, [row(2, 'bob')]), delta(5, [row(3, 'cid')]), delta(6, []));
    await until('nothing is missing', () => names(board).join() === 'ann,bob,cid');
  });

  it('begins anew when the run is another one', async () => {
    const board = watch();
    const peer = await (await server.accept()).welcome();
    peer.send(snapshot(3, [row(1, 'ann')], (await peer.next())['id']));
    peer.send({ ...delta(4, [row(1, 'never')]), epoch: 'e2' });

    peer.send({ ...snapshot(0, [row(1, 'bob')], (await peer.next())['id']), epoch: 'e2' });

    await until('the new table is there', () => names(board).join() === 'bob');
  });

  it('ends with the reason when it is refused, and leaves the others', async () => {
    const refused = watch();
    const other = laurel.live.subscribe('player:ann', {}, {});
    const peer = await (await server.accept()).welcome();
    const { id } = await peer.next();
    peer.send({ type: 'error', id: String(id), code: 'leaderboards.not_found', detail: 'There is none.' });

    await until('it is over', () => refused.state === 'closed');
    expect(error).toMatchObject({ code: 'leaderboards.not_found', detail: 'There is none.' });
    expect(other.state).toBe('connecting');
  });

  it('asks again for what passes', async () => {
    const board = watch();
    const peer = await (await server.accept()).welcome();
    const { id } = await peer.next();
    peer.send({ type: 'error', id: String(id), code: 'auth.rate_limited', detail: 'Too fast.' });

    peer.send(snapshot(1, [], (await peer.next())['id']));

    await until('it is live', () => board.state === 'live');
  });

  it('shares what the server sends with another of the same view, which is ended once both are', async () => {
    const [one, two] = [watch(), watch()];
    const peer = await (await server.accept()).welcome();
    peer.send(snapshot(1, [row(1, 'ann')], (await peer.next())['id']));
    peer.send(snapshot(1, [row(1, 'ann')], (await peer.next())['id']));
    peer.send(delta(2, [row(1, 'bob')]));
    await until('both have it', () => names(one).includes('bob') && names(two).includes('bob'));

    one.close();
    peer.send(delta(3, [row(1, 'cid')]));
    await until('the other goes on', () => names(two).includes('cid'));
    expect(names(one)).not.toContain('cid');
    two.close();

    expect(await peer.next()).toEqual({ type: 'unsubscribe', subscription: SUBSCRIPTION });
    await peer.closed;
    expect(laurel.live.state).toBe('closed');
  });

  it('is told whatever a handler of another one does', async () => {
    const thrown = jest.spyOn(globalThis, 'setTimeout');
    watch({
      onTable: () => {
        thrown.mockImplementationOnce(() => ({}) as ReturnType<typeof setTimeout>);
        throw new Error('a bug of the page');
      },
    });
    const other = watch();
    const peer = await (await server.accept()).welcome();
    peer.send(snapshot(1, [row(1, 'ann')], (await peer.next())['id']));
    peer.send(snapshot(1, [row(1, 'ann')], (await peer.next())['id']));

    await until('the other has it', () => other.state === 'live');
    thrown.mockRestore();
  });
});

describe('the credential', () => {
  it('ends everything when it is fixed and refused', async () => {
    const board = watch();
    const peer = await server.accept();
    await peer.next();
    peer.send({ type: 'error', code: 'auth.invalid_credential', detail: 'The key is not valid.' });
    peer.close(4401);

    await until('it is over', () => board.state === 'closed');
    expect([error?.code, laurel.live.state]).toEqual(['auth.invalid_credential', 'closed']);
  });

  it('is asked for again when the one that was supplied has expired', async () => {
    let tokens = 0;
    laurel = create({ credential: () => Promise.resolve(`token ${++tokens}`) });
    watch();
    const first = await server.accept();
    expect(await first.next()).toEqual({ type: 'auth', token: 'token 1' });
    first.send({ type: 'ready' }, { type: 'bye', code: 'auth.expired_token' });
    first.close(4401);

    expect(await (await server.accept()).next()).toEqual({ type: 'auth', token: 'token 2' });
  });

  it('is given up when two that were supplied are refused in a row', async () => {
    laurel = create({ credential: () => 'token' });
    const board = watch();
    for (const _ of [1, 2]) {
      const peer = await server.accept();
      await peer.next();
      peer.send({ type: 'error', code: 'auth.expired_token', detail: 'It has expired.' });
    }

    await until('it is over', () => board.state === 'closed');
  });

  it('may be a ticket, a new one for each connection', async () => {
    let tickets = 0;
    laurel = create({ credential: 'key', ticket: () => `ticket ${++tickets}` });
    watch();
    const first = await server.accept();
    expect(await first.next()).toEqual({ type: 'auth', ticket: 'ticket 1' });
    first.close();
    expect(await (await server.accept()).next()).toEqual({ type: 'auth', ticket: 'ticket 2' });
  });

  it.each([
    ['sdk.no_credential', { credential: undefined }],
    ['sdk.no_url', { url: undefined }],
  ])('is missed, or the address, with %s', async (code, lacking) => {
    laurel = new Laurel({ url: server.url, credential: 'key', ...lacking });
    const board = watch();
    await until('it is over', () => board.state === 'closed');
    expect(error?.code).toBe(code);
  });
});

describe('other topics', () => {
  it('bring a player’s state, of which deltas change fields', async () => {
    const told: unknown[] = [];
    const player = laurel.live.subscribe('player:ann', {}, { onPlayer: (_, changed) => told.push(changed) });
    const peer = await (await server.accept()).welcome();
    const asked = await peer.next();
    expect(asked).toEqual({ type: 'subscribe', id: asked['id'], topic: 'player:ann' });
    const state = {
      status: 'active',
      stats: {},
      balances: { coins: 1 },
      attributes: {},
      titles: [],
      items: {},
      ranks: [],
    };
    const place = { subscription: 'player:ann', epoch: 'e' };
    peer.send({ type: 'snapshot', id: String(asked['id']), topic: 'player:ann', ...place, seq: 1, player: state });
    peer.send({ type: 'delta', ...place, seq: 2, player: { balances: { coins: 6 } } });

    await until('the coins are there', () => player.current?.balances['coins'] === 6);
    expect(player.current).toEqual({ ...state, balances: { coins: 6 } });
    expect(told).toEqual([state, { balances: { coins: 6 } }]);
  });

  it('bring outcomes, of which the latest are kept', async () => {
    const told: unknown[] = [];
    const filter = { types: ['won'] };
    const options = { filter, sample: 0.5, keep: 2 };
    const feed = laurel.live.subscribe('feed', options, { onOutcomes: (batch) => told.push(batch) });
    const peer = await (await server.accept()).welcome();
    const asked = await peer.next();
    expect(asked).toEqual({ type: 'subscribe', id: asked['id'], topic: 'feed', filter, sample: 0.5 });
    const entry = (eventId: string) =>
      ({
        eventId,
        type: 'won',
        playerId: 'ann',
        status: 'processed',
        occurredAt: '',
        decidedAt: '',
        effects: [],
      }) as const;
    const place = { subscription: 'feed/1', epoch: 'e' };
    const [one, two, three] = [entry('1'), entry('2'), entry('3')];
    peer.send({ type: 'snapshot', id: String(asked['id']), topic: 'feed', ...place, seq: 1, outcomes: [one] });
    peer.send({ type: 'event', event: 'outcomes', ...place, seq: 2, outcomes: [two, three], skipped: 4 });

    await until('they are there', () => told.length === 2);
    expect(feed.current).toEqual([two, three]);
    expect(told).toEqual([
      { outcomes: [one], skipped: 0, isFresh: true },
      { outcomes: [two, three], skipped: 4, isFresh: false },
    ]);
  });
});
