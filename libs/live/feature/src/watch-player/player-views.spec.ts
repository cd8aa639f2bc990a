import type { LivePosition, PlayerState } from '@laurel/contracts';
import { type DomainError, Slots, defineError, err, ok, systemClock } from '@laurel/kernel';
import { HELD_MS } from '@laurel/platform-ws';
import { KeepingOutlet, silentLog } from '@laurel/testing';
import { anOutcome } from '../outcomes/outcome.builder.js';
import type { PlayerQuestion } from './player-states.js';
import { PlayerViews } from './player-views.js';

const NOT_FOUND: DomainError = defineError('players.not_found', 'not_found', 'No player')('Nobody.');
const RANK = { leaderboard: 'league', window: 'all', rank: 2, score: 3, total: 20 };
const ARSENAL: PlayerState = {
  status: 'active',
  stats: { points: 3 },
  balances: { coins: 7 },
  attributes: {},
  titles: [],
  items: {},
  ranks: [RANK],
};

describe('watched players', () => {
  let players: Map<string, PlayerState>;
  let reads: PlayerQuestion[];
  let views: PlayerViews;
  let watched: number;
  let isUnreadable: boolean;
  let outlet: KeepingOutlet;

  beforeEach(() => {
    jest.useFakeTimers({ now: 1_700_000_000_000 });
    players = new Map([['arsenal', ARSENAL]]);
    reads = [];
    watched = 0;
    isUnreadable = false;
    outlet = new KeepingOutlet();
    const read = async (question: PlayerQuestion) => {
      reads.push(question);
      if (isUnreadable) throw new Error('the store is away');
      const state = players.get(question.playerId);
      return state ? ok(state) : err(NOT_FOUND);
    };
    const surroundings = { states: { read }, slots: new Slots(4), clock: systemClock, log: silentLog };
    views = new PlayerViews(surroundings, (count) => (watched = count));
  });

  afterEach(() => {
    views.onApplicationShutdown();
    jest.useRealTimers();
  });

  const question = (more: Partial<PlayerQuestion> = {}): PlayerQuestion => ({
    workspace: 'ws_1',
    playerId: 'arsenal',
    ranks: { kind: 'all' },
    ...more,
  });
  const watch = (to = outlet, after?: LivePosition, of = question()) =>
    views.watch(of, to, { answerTo: 'mine', after });
  const change = (more: Partial<PlayerState>): void => {
    players.set('arsenal', { ...ARSENAL, ...players.get('arsenal'), ...more });
  };
  const happen = async (playerId = 'arsenal', workspace = 'ws_1'): Promise<void> => {
    views.hear(workspace, [anOutcome({ workspace, playerId })]);
    await jest.advanceTimersByTimeAsync(100);
  };

  it('begin with all they have', async () => {
    expect(await watch()).toMatchObject({ ok: true, value: { id: 'player:arsenal' } });
    expect(outlet.take()).toMatchObject([
      {
        type: 'snapshot',
        id: 'mine',
        subscription: 'player:arsenal',
        topic: 'player:arsenal',
        seq: 1,
        player: ARSENAL,
      },
    ]);
  });

  it('go on with the fields that changed, as soon as something happened to them', async () => {
    await watch();
    outlet.take();
    change({ balances: { coins: 9 } });
    await happen();
    expect(outlet.take()).toEqual([
      {
        type: 'delta',
        subscription: 'player:arsenal',
        epoch: expect.any(String) as string,
        seq: 2,
        player: { balances: { coins: 9 } },
      },
    ]);
  });

  it('are read at most ten times a second, however much happens', async () => {
    await watch();
    for (let count = 0; count < 10; count += 1) {
      views.hear('ws_1', [anOutcome(), anOutcome()]);
      await jest.advanceTimersByTimeAsync(10);
    }
    expect(reads).toHaveLength(2);
  });

  it('are not read for what happens to others', async () => {
    await watch();
    await happen('chelsea');
    await happen('arsenal', 'ws_2');
    expect(reads).toHaveLength(1);
    expect(views.wants('ws_2')).toBe(false);
  });

  it('show within five seconds what others did to their ranks', async () => {
    await watch();
    outlet.take();
    change({ ranks: [{ ...RANK, rank: 3 }] });
    await jest.advanceTimersByTimeAsync(5_000);
    expect(outlet.take()).toMatchObject([{ type: 'delta', player: { ranks: [{ rank: 3 }] } }]);
  });

  it('are read once and encoded once for all who may see the same of them', async () => {
    const others = Array.from({ length: 20 }, () => new KeepingOutlet());
    await Promise.all(others.map((other) => watch(other)));
    expect(reads).toHaveLength(1);
    change({ titles: ['champion'] });
    for (const other of others) other.take();
    await happen();
    expect(new Set(others.flatMap(({ bytes }) => bytes)).size).toBe(1);
  });

  it('are apart for those who may see less of them', async () => {
    await watch();
    await watch(new KeepingOutlet(), undefined, question({ ranks: { kind: 'public', boards: ['league'] } }));
    expect(reads.map(({ ranks }) => ranks.kind)).toEqual(['all', 'public']);
    expect(watched).toBe(2);
  });

  it('cannot be watched when they are not known', async () => {
    expect(await watch(outlet, undefined, question({ playerId: 'nobody' }))).toEqual(err(NOT_FOUND));
    expect(watched).toBe(0);
    expect(views.wants('ws_1')).toBe(false);
  });

  it('are read no more and given up when they could not be read for the first one who came', async () => {
    isUnreadable = true;
    await expect(watch()).rejects.toThrow('the store is away');
    await happen();
    expect(reads).toHaveLength(1);
    await jest.advanceTimersByTimeAsync(HELD_MS);
    expect([watched, views.wants('ws_1')]).toEqual([0, false]);
  });

  it('end when they are erased', async () => {
    await watch();
    players.delete('arsenal');
    await happen();
    expect(outlet.ended).toMatchObject([{ subscription: 'player:arsenal', error: NOT_FOUND }]);
    expect(watched).toBe(0);
  });

  it('go on where the connection was lost, with what happened meanwhile', async () => {
    const first = await watch();
    const [snapshot] = outlet.take();
    const { epoch, seq } = snapshot as unknown as LivePosition;
    if (first.ok) first.value.close();
    change({ stats: { points: 6 } });
    await jest.advanceTimersByTimeAsync(HELD_MS - 1);
    expect(reads).toHaveLength(1);
    await watch(outlet, { epoch, seq });
    expect(outlet.take()).toMatchObject([
      { type: 'resumed', id: 'mine', epoch, seq: 1 },
      { type: 'delta', epoch, seq: 2, player: { stats: { points: 6 } } },
    ]);
  });

  it('are given up when nobody has watched for half a minute', async () => {
    const first = await watch();
    if (first.ok) first.value.close();
    await jest.advanceTimersByTimeAsync(HELD_MS);
    expect(watched).toBe(0);
    expect(views.wants('ws_1')).toBe(false);
    await watch(outlet);
    expect(outlet.take().map(({ type }) => type)).toEqual(['snapshot', 'snapshot']);
  });
});
