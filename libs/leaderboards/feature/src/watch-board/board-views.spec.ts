import type { LivePosition, LiveView, ServerFrame } from '@laurel/contracts';
import { systemClock, Slots } from '@laurel/kernel';
import { type BoardDefinition, windowsHolding } from '@laurel/leaderboards-domain';
import type { Joining } from '@laurel/platform-ws';
import { KeepingOutlet, silentLog } from '@laurel/testing';
import { AnnouncedBoards } from '../board-directory/announced-boards.js';
import { BoardDirectory } from '../board-directory/board-directory.js';
import { CommittedHistory } from '../rank-freshness/committed-history.js';
import type { CommittedPositions } from '../rank-freshness/positions.js';
import { aBoard, aTarget } from '../reading/board.builder.js';
import { BoardReader } from '../reading/board-reader.js';
import type { PlayerEntry } from '../reading/player-entries.js';
import { EntriesInMemory } from '../reading/player-entries.builder.js';
import { RanksInMemory } from '../reading/rank-store.builder.js';
import { FrozenInMemory } from '../frozen/frozen-windows.builder.js';
import { BoardViews } from './board-views.js';

const TOP: LiveView = { kind: 'top', limit: 2 };

describe('watched views', () => {
  let boards: readonly BoardDefinition[];
  let ranks: RanksInMemory;
  let committed: CommittedPositions;
  let players: Map<string, PlayerEntry>;
  let views: BoardViews;
  let watched: number;
  let outlet: KeepingOutlet;

  beforeEach(() => {
    jest.useFakeTimers({ now: 1_700_000_000_000 });
    boards = [aBoard()];
    ranks = new RanksInMemory();
    committed = new Map();
    players = new Map();
    watched = 0;
    outlet = new KeepingOutlet();
    const announced: AnnouncedBoards = { boardsOf: async () => boards };
    const history = new CommittedHistory({ positionsOf: async () => committed }, systemClock);
    const frozen = new FrozenInMemory();
    const directory = new BoardDirectory(announced, frozen, systemClock);
    const reader = new BoardReader(ranks, history, new EntriesInMemory(players), frozen, systemClock);
    views = new BoardViews(
      { directory, reader, slots: new Slots(4), clock: systemClock, log: silentLog },
      (count) => (watched = count),
    );
    ranks.put('chelsea', 3);
    ranks.put('arsenal', 1);
  });

  afterEach(() => jest.useRealTimers());

  const watch = (to: KeepingOutlet = outlet, view: LiveView = TOP, joining: Joining = {}) =>
    views.watch(aTarget(), { view }, to, joining);
  const tick = () => jest.advanceTimersByTimeAsync(100);
  const wake = async (): Promise<void> => {
    views.wake('ws_1', 'premier-league', 'all');
    await tick();
  };

  it('begin with a snapshot that answers by id', async () => {
    const { id } = watch(outlet, TOP, { answerTo: 'mine' });
    await tick();
    expect(outlet.take()).toMatchObject([
      {
        type: 'snapshot',
        id: 'mine',
        subscription: id,
        topic: 'leaderboard:premier-league',
        window: 'all',
        seq: 1,
        total: 2,
        entries: [
          { rank: 1, playerId: 'chelsea', score: 3, columns: { goal_difference: 0 } },
          { rank: 2, playerId: 'arsenal' },
        ],
      },
    ]);
  });

  it('go on with what changed, in one epoch, counting', async () => {
    watch();
    await tick();
    const [snapshot] = outlet.take();
    ranks.put('arsenal', 4);
    await wake();
    ranks.put('burnley', 9);
    await wake();
    const epoch = snapshot?.type === 'snapshot' && snapshot.epoch;
    expect(outlet.take()).toMatchObject([
      {
        type: 'delta',
        epoch,
        seq: 2,
        changed: [
          { rank: 1, playerId: 'arsenal' },
          { rank: 2, playerId: 'chelsea' },
        ],
      },
      { type: 'delta', epoch, seq: 3, removed: ['chelsea'], total: 3 },
    ]);
  });

  it('say nothing when what changed cannot be seen', async () => {
    watch();
    await tick();
    outlet.take();
    await wake();
    expect(outlet.take()).toEqual([]);
  });

  it('are read once and encoded once for all who watch them', async () => {
    const others = Array.from({ length: 50 }, () => new KeepingOutlet());
    for (const other of others) watch(other);
    await tick();
    expect(ranks.reads).toBe(1);
    for (const other of others) other.bytes.length = 0;
    ranks.put('arsenal', 4);
    await wake();
    expect(ranks.reads).toBe(2);
    expect(new Set(others.map(({ bytes }) => bytes[0])).size).toBe(1);
  });

  it('give who comes later the rows as of the last frame, without a read', async () => {
    watch();
    await tick();
    ranks.put('arsenal', 4);
    await wake();
    const late = new KeepingOutlet();
    watch(late, TOP, { answerTo: 'late' });
    expect(ranks.reads).toBe(2);
    expect(late.take()).toMatchObject([
      { type: 'snapshot', id: 'late', seq: 2, entries: [{ playerId: 'arsenal' }, {}] },
    ]);
    ranks.put('chelsea', 9);
    await wake();
    expect(late.take()).toMatchObject([{ type: 'delta', seq: 3 }]);
  });

  it('find what nobody told them within a second', async () => {
    watch();
    await tick();
    outlet.take();
    ranks.put('arsenal', 4);
    await jest.advanceTimersByTimeAsync(1_000);
    expect(outlet.take()).toMatchObject([{ type: 'delta' }]);
  });

  it('around a player follow the player', async () => {
    watch(outlet, { kind: 'around', playerId: 'burnley', limit: 2 });
    await tick();
    expect(outlet.take()).toMatchObject([{ type: 'snapshot', entries: [], total: 2 }]);
    ranks.put('burnley', 2);
    await wake();
    expect(outlet.take()).toMatchObject([
      { type: 'delta', changed: [{ playerId: 'chelsea' }, { playerId: 'burnley' }] },
    ]);
  });

  describe('when ranks are not right', () => {
    const lose = (): void => {
      committed = new Map([[0, { epoch: 1, offset: 5 }]]);
    };

    it('show no ranks, and all of them anew when they are right again', async () => {
      watch();
      await tick();
      outlet.take();
      lose();
      await jest.advanceTimersByTimeAsync(4_000);
      expect(outlet.take()).toMatchObject([{ type: 'snapshot', seq: 1, warming: true, entries: [], total: null }]);
      ranks.partitions.set(0, { epoch: 1, offset: 5 });
      await wake();
      const frames = outlet.take();
      expect(frames).toMatchObject([{ type: 'snapshot', seq: 1, total: 2, entries: [{ rank: 1 }, { rank: 2 }] }]);
      expect(frames[0]).not.toHaveProperty('warming');
    });

    it('around a player show the player’s score', async () => {
      lose();
      players.set('arsenal', { playerId: 'arsenal', score: 1, columns: [7], reachedAt: 0 });
      watch(outlet, { kind: 'around', playerId: 'arsenal', limit: 3 });
      await tick();
      expect(outlet.take()).toMatchObject([
        { warming: true, entries: [{ rank: null, playerId: 'arsenal', score: 1, columns: { goal_difference: 7 } }] },
      ]);
    });
  });

  it('bridge a hiccup of Redis, and admit a longer one', async () => {
    watch();
    await tick();
    outlet.take();
    ranks.isReachable = false;
    await wake();
    await jest.advanceTimersByTimeAsync(500);
    expect(outlet.take()).toEqual([]);
    await jest.advanceTimersByTimeAsync(600);
    expect(outlet.take()).toMatchObject([{ type: 'snapshot', warming: true }]);
  });

  it('skip a slow reader, and give it a snapshot once it has caught up', async () => {
    const fast = new KeepingOutlet();
    watch();
    watch(fast);
    await tick();
    outlet.take();
    outlet.isSlow = true;
    for (const score of [4, 5, 6]) {
      ranks.put('arsenal', score);
      await wake();
    }
    expect(outlet.take()).toEqual([]);
    outlet.isSlow = false;
    await jest.advanceTimersByTimeAsync(1_000);
    expect(outlet.take()).toMatchObject([
      { type: 'snapshot', seq: 4, entries: [{ playerId: 'arsenal', score: 6 }, {}] },
    ]);
    ranks.put('chelsea', 9);
    await wake();
    expect(outlet.take()).toMatchObject([{ type: 'delta', seq: 5 }]);
    expect(fast.take()).toHaveLength(5);
  });

  it('start anew when the board gets a new shape', async () => {
    watch();
    await tick();
    outlet.take();
    boards = [aBoard({ incarnation: 2, order: 'asc' })];
    await jest.advanceTimersByTimeAsync(1_000);
    expect(outlet.take()).toMatchObject([{ type: 'snapshot', seq: 1, entries: [{ playerId: 'arsenal' }, {}] }]);
  });

  it('end when the board is no more', async () => {
    const { id } = watch();
    await tick();
    boards = [];
    await jest.advanceTimersByTimeAsync(1_000);
    expect(outlet.ended).toMatchObject([{ subscription: id, error: { code: 'leaderboards.not_found' } }]);
    expect(watched).toBe(0);
  });

  it('are read no more when nobody watches', async () => {
    const subscriptions = [watch(), watch(new KeepingOutlet())];
    await tick();
    expect(watched).toBe(1);
    for (const subscription of subscriptions) subscription.close();
    expect(watched).toBe(0);
    const { reads } = ranks;
    await wake();
    await jest.advanceTimersByTimeAsync(5_000);
    expect(ranks.reads).toBe(reads);
  });

  describe('for who comes back', () => {
    /** Where the last of these frames is. */
    const positionOf = (frames: readonly ServerFrame[]): LivePosition => {
      const last = frames.at(-1);
      if (last?.type !== 'snapshot' && last?.type !== 'delta') throw new Error('no frame has a position');
      return { epoch: last.epoch, seq: last.seq };
    };

    it('go on with all that was missed while others watched', async () => {
      watch(new KeepingOutlet());
      const { id, close } = watch();
      await tick();
      const after = positionOf(outlet.take());
      close();
      for (const score of [4, 5]) {
        ranks.put('arsenal', score);
        await wake();
      }
      watch(outlet, TOP, { answerTo: 'again', after });
      expect(outlet.take()).toMatchObject([
        { type: 'resumed', id: 'again', subscription: id, ...after },
        { type: 'delta', seq: 2, changed: [{ playerId: 'arsenal', score: 4 }, {}] },
        { type: 'delta', seq: 3, changed: [{ playerId: 'arsenal', score: 5 }] },
      ]);
    });

    it('go on for the only one who watched, up to half a minute later', async () => {
      const { close } = watch();
      await tick();
      const after = positionOf(outlet.take());
      close();
      ranks.put('arsenal', 4);
      await jest.advanceTimersByTimeAsync(29_000);
      watch(outlet, TOP, { after });
      await tick();
      expect(outlet.take()).toMatchObject([
        { type: 'resumed', ...after },
        { type: 'delta', seq: 2, changed: [{ playerId: 'arsenal', score: 4 }, {}] },
      ]);
      ranks.put('chelsea', 5);
      await wake();
      expect(outlet.take()).toMatchObject([{ type: 'delta', seq: 3 }]);
    });

    it('begin anew later than that', async () => {
      watch().close();
      await tick();
      const { close } = watch();
      await tick();
      const after = positionOf(outlet.take());
      close();
      await jest.advanceTimersByTimeAsync(30_000);
      watch(outlet, TOP, { after });
      await tick();
      const frames = outlet.take();
      expect(frames).toMatchObject([{ type: 'snapshot', seq: 1 }]);
      expect(positionOf(frames).epoch).not.toBe(after.epoch);
    });

    it('begin anew when the window is another by now', async () => {
      boards = [aBoard({ windows: [{ kind: 'hourly' }] })];
      const board = boards[0] ?? aBoard();
      const watchHourly = (joining: Joining) => {
        const [window] = windowsHolding(board, Date.now());
        if (!window) throw new Error('no window runs');
        return views.watch({ ...aTarget(), board, window }, { view: TOP, window: 'hourly' }, outlet, joining);
      };
      jest.setSystemTime(Date.parse('2023-11-14T22:59:50Z'));
      const { close } = watchHourly({});
      await tick();
      const after = positionOf(outlet.take());
      close();
      await jest.advanceTimersByTimeAsync(15_000);
      watchHourly({ after });
      await tick();
      expect(outlet.take()).toMatchObject([{ type: 'snapshot', window: '2023-11-14T23Z', seq: 1 }]);
    });

    it('never show rows from before the rest as if they were those of now', async () => {
      watch().close();
      await tick();
      watch().close();
      outlet.take();
      ranks.put('arsenal', 4);
      await jest.advanceTimersByTimeAsync(10_000);
      watch();
      expect(outlet.take()).toEqual([]);
      await tick();
      expect(outlet.take()).toMatchObject([{ type: 'snapshot', entries: [{ playerId: 'arsenal', score: 4 }, {}] }]);
    });
  });

  it('that rest are a thousand at most', async () => {
    const { close } = watch();
    await tick();
    const after = { epoch: '', seq: 0, ...outlet.take().find((frame) => frame.type === 'snapshot') };
    close();
    for (let count = 0; count < 1_000; count += 1) {
      watch(new KeepingOutlet(), { kind: 'around', playerId: `p${count}`, limit: 1 }).close();
    }
    watch(outlet, TOP, { after: { epoch: after.epoch, seq: after.seq } });
    await tick();
    expect(outlet.take()).toMatchObject([{ type: 'snapshot' }]);
  });

  it('of another workspace are not woken', async () => {
    watch();
    await tick();
    const { reads } = ranks;
    views.wake('ws_2', 'premier-league', 'all');
    await tick();
    expect(ranks.reads).toBe(reads);
  });

  it('of a window that recurs go on with the one that runs', async () => {
    boards = [aBoard({ windows: [{ kind: 'hourly' }] })];
    const board = boards[0] ?? aBoard();
    const [window] = windowsHolding(board, Date.now());
    if (!window) throw new Error('no window runs');
    const target = { ...aTarget(), board, window };
    const { id } = views.watch(target, { view: TOP, window: 'hourly' }, outlet, {});
    views.watch(target, { view: TOP, window: '2023-11-14T22Z' }, outlet, {});
    await tick();
    expect(id).toBe('leaderboard:premier-league/hourly/top:2');
    expect(outlet.take()).toMatchObject([
      { window: '2023-11-14T22Z', subscription: 'leaderboard:premier-league/hourly/top:2' },
      { window: '2023-11-14T22Z', subscription: 'leaderboard:premier-league/2023-11-14T22Z/top:2' },
    ]);
    jest.setSystemTime(Date.parse('2023-11-14T23:00:00Z'));
    await jest.advanceTimersByTimeAsync(1_000);
    expect(outlet.take()).toMatchObject([
      {
        ...{ type: 'event', event: 'window_began', subscription: id, from: '2023-11-14T22Z', to: '2023-11-14T23Z' },
        ...{ start: '2023-11-14T23:00:00.000Z', end: '2023-11-15T00:00:00.000Z' },
      },
      { type: 'snapshot', subscription: id, window: '2023-11-14T23Z', seq: 1 },
    ]);
    ranks.put('arsenal', 9);
    views.wake('ws_1', 'premier-league', '2023-11-14T23Z');
    await tick();
    expect(outlet.take()).toMatchObject([{ type: 'delta', subscription: id }]);
  });

  it('of a part show its rows alone', async () => {
    boards = [aBoard({ splits: [{ key: 'country', attributes: ['country'] }] })];
    ranks.put('hertha', 2, [0], 1_400_000_000_000, ['country:DE']);
    const target = { ...aTarget(), board: boards[0] ?? aBoard(), part: 'country:DE' };
    views.watch(target, { view: TOP }, outlet, {});
    await tick();
    expect(outlet.take()).toMatchObject([
      { subscription: 'leaderboard:premier-league/all/top:2/country:DE', total: 1, entries: [{ playerId: 'hertha' }] },
    ]);
  });

  it('end for the public when the board becomes one for servers, and go on for servers', async () => {
    const server = new KeepingOutlet();
    const { id } = views.watch(aTarget(), { view: TOP, isPublic: true }, outlet, {});
    watch(server);
    await tick();
    boards = [aBoard({ serverOnly: true })];
    ranks.put('arsenal', 9);
    await jest.advanceTimersByTimeAsync(1_000);
    expect(outlet.ended).toMatchObject([{ subscription: id, error: { code: 'leaderboards.server_only' } }]);
    expect(outlet.take()).toMatchObject([{ type: 'snapshot' }]);
    expect(server.take()).toMatchObject([{ type: 'snapshot' }, { type: 'delta' }]);
  });
});
