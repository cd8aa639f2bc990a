import type { BoardDefinition, WindowDefinition } from '@laurel/leaderboards-domain';
import { aBoard } from '../reading/board.builder.js';
import { ClosingSpec, anEntry } from './closing-spec.builder.js';

const DAY_MS = 86_400_000;
const HOUR_MS = 3_600_000;
const DAY = '2026-03-02';
const ALL: WindowDefinition = { kind: 'all' };
const board = (windows: readonly WindowDefinition[], shape: Partial<BoardDefinition> = {}): BoardDefinition =>
  aBoard({ key: 'top', ties: { columns: [], then: 'first_to_reach' }, windows: [ALL, ...windows], ...shape });

describe('a schedule that changes', () => {
  const spec = new ClosingSpec();
  const daily = board([{ kind: 'daily' }]);

  beforeAll(() => spec.open());
  beforeEach(async () => {
    await spec.begin();
    await spec.publish(1, [daily]);
    await spec.score(daily, DAY, 3, {
      anna: anEntry(5, { reachedAt: Date.parse('2026-03-02T07:00:00Z') }),
      bea: anEntry(9),
    });
    await spec.closeAll(spec.instance());
    spec.clock.advance(2 * HOUR_MS);
  });
  afterAll(() => spec.close());

  it('closes the running window of a definition that is gone, once, and the new one begins', async () => {
    const changedAt = spec.clock.now();
    const weekly = board([{ kind: 'weekly' }]);
    await spec.publish(2, [weekly]);
    await spec.repair(weekly);
    await spec.closeAll(spec.instance());
    spec.clock.advance(7 * DAY_MS);

    await spec.closeAll(spec.instance());

    const end = Date.parse('2026-03-09T00:00:00Z');
    expect(await spec.windows()).toMatchObject([
      { window: DAY, ending: 'schedule_changed', end: changedAt, closesAt: changedAt, state: 'frozen', release: 1 },
      { window: '2026-W10', ending: 'ended', end, state: 'frozen', release: 2 },
    ]);
    const closed = await spec.frozen.find(spec.workspace, 'top@1', DAY);
    expect(closed && (await spec.frozen.rows(closed, '', 0, 10))).toMatchObject([
      { rank: 1, playerId: 'bea', score: 9 },
      { rank: 2, playerId: 'anna', score: 5 },
    ]);
  });

  it('closes the running windows of a board that is gone', async () => {
    await spec.publish(2, []);

    await spec.closeAll(spec.instance());

    expect(await spec.windows()).toMatchObject([
      { window: DAY, ending: 'schedule_changed', state: 'frozen', total: 2 },
    ]);
  });

  it('lets a window go on that the changed definition has too, with the bounds that it gives', async () => {
    const other = board([{ kind: 'daily', resetAt: '12:00' }]);
    await spec.publish(2, [other]);
    await spec.repair(other);
    await spec.closeAll(spec.instance());
    expect(await spec.windows()).toEqual([]);
    spec.clock.advance(DAY_MS);

    await spec.closeAll(spec.instance());

    const closed = await spec.windows();
    expect(closed[0]).toMatchObject({ ending: 'ended', release: 2 });
    expect(new Date(closed[0]?.end ?? 0).toISOString()).toBe('2026-03-02T12:00:00.000Z');
  });

  it('ends a window when an edit says', async () => {
    await spec.publish(2, [
      board([{ kind: 'daily' }], { windowEdits: [{ window: DAY, end: '2026-03-02T10:00:00Z' }] }),
    ]);
    await spec.closeAll(spec.instance());
    expect(await spec.windows()).toEqual([]);
    spec.clock.advance(2 * HOUR_MS);
    const instance = spec.instance();
    await spec.round(instance);

    expect(await spec.windows()).toMatchObject([
      { window: DAY, ending: 'ended', end: Date.parse('2026-03-02T10:00:00Z'), release: 2 },
    ]);
  });

  it('closes what had ended before it as it was then', async () => {
    spec.clock.advance(DAY_MS);
    await spec.publish(2, [board([{ kind: 'weekly' }])]);

    await spec.closeAll(spec.instance());

    expect((await spec.windows()).map(({ window, ending }) => [window, ending])).toEqual([
      [DAY, 'ended'],
      ['2026-03-03', 'schedule_changed'],
    ]);
  });

  it('begins anew with a board of the same key that comes back', async () => {
    await spec.publish(2, []);
    await spec.publish(3, [board([{ kind: 'daily' }], { incarnation: 3 })]);
    spec.clock.advance(DAY_MS);

    await spec.closeAll(spec.instance());

    expect((await spec.windows()).map(({ board: id, window, total }) => [id, window, total])).toEqual([
      ['top@1', DAY, 2],
      ['top@3', DAY, 0],
    ]);
  });

  it('is followed through all releases of a workspace, however many there are and others have newer ones', async () => {
    for (let release = 2; release <= 11; release += 1) await spec.publish(release, [daily]);
    await spec.publish(12, [board([{ kind: 'weekly' }])]);
    spec.clock.advance(2 * HOUR_MS);
    await spec.publish(1, [], `${spec.workspace}-other`);
    const instance = spec.instance();

    await spec.round(instance);
    await spec.round(instance);

    expect(await spec.windows()).toMatchObject([{ window: DAY, ending: 'schedule_changed' }]);
  });
});
