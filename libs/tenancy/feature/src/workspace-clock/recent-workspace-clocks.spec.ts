import { FakeClock } from '@laurel/testing';
import { RecentWorkspaceClocks, type StoredClock } from './recent-workspace-clocks.js';

const DEV: StoredClock = { isAllowed: true, offsetMs: 5 };

describe('the clocks of workspaces in memory', () => {
  let clock: FakeClock;
  let stored: Record<string, StoredClock>;
  let asked: string[];
  let isAway: boolean;
  let clocks: RecentWorkspaceClocks;

  beforeEach(() => {
    clock = new FakeClock(1_000);
    stored = { dev: DEV, live: { isAllowed: false, offsetMs: 0 } };
    asked = [];
    isAway = false;
    const find = (workspace: string) => {
      asked.push(workspace);
      return isAway ? Promise.reject(new Error('away')) : Promise.resolve(stored[workspace]);
    };
    clocks = new RecentWorkspaceClocks({ find }, clock);
  });

  it('are asked for once a second', async () => {
    expect(await Promise.all([clocks.offsetMs('dev'), clocks.offsetMs('dev')])).toEqual([5, 5]);
    stored['dev'] = { ...DEV, offsetMs: 9 };
    clock.advance(999);
    expect(await clocks.offsetMs('dev')).toBe(5);
    clock.advance(1);
    expect(await clocks.offsetMs('dev')).toBe(9);
    expect(asked).toEqual(['dev', 'dev']);
  });

  it('are asked for at once where the latest is wanted, which is then remembered', async () => {
    await clocks.offsetMs('dev');
    stored['dev'] = { ...DEV, offsetMs: 9 };
    expect(await clocks.latestOffsetMs('dev')).toBe(9);
    expect(await clocks.offsetMs('dev')).toBe(9);
    expect(asked).toHaveLength(2);
  });

  it('are asked for once where there can be none', async () => {
    expect(await clocks.offsetMs('live')).toBe(0);
    clock.advance(100_000);
    expect([await clocks.offsetMs('live'), await clocks.latestOffsetMs('live')]).toEqual([0, 0]);
    expect(asked).toEqual(['live']);
  });

  it('go on as they are known while the store is away, which is tried once a second', async () => {
    await clocks.offsetMs('dev');
    isAway = true;
    clock.advance(10_000);
    expect([await clocks.offsetMs('dev'), await clocks.offsetMs('dev')]).toEqual([5, 5]);
    expect(asked).toHaveLength(2);
    isAway = false;
    stored['dev'] = { ...DEV, offsetMs: 9 };
    clock.advance(1_000);
    expect(await clocks.offsetMs('dev')).toBe(5);
    expect(await clocks.offsetMs('dev')).toBe(9);
  });

  it('are an error where nothing is known', async () => {
    isAway = true;
    await expect(clocks.offsetMs('dev')).rejects.toThrow('away');
  });
});
