import { FakeClock, until } from '@laurel/testing';
import { RecentEventTypes } from './recent-event-types.js';
import { FakeReleasedEventTypes } from './released-event-types.builder.js';

function setUp() {
  const clock = new FakeClock(1_700_000_000_000);
  const releases = new FakeReleasedEventTypes();
  const playerRate = { perSecond: 1, burstSeconds: 1 };
  const recent = new RecentEventTypes(releases, { clock, maxAgeMs: 1, playerRate });
  const isOpen = async (workspace: string): Promise<boolean | string> => {
    const types = await recent.of(workspace);
    return types.ok ? types.value.isOpenToClients('tapped') : types.error.code;
  };
  return { clock, releases, isOpen };
}

describe('event types in memory', () => {
  it('are none in a workspace that has published nothing', async () => {
    expect(await setUp().isOpen('ws_1')).toBe(false);
  });

  it('are those of the workspace itself', async () => {
    const { releases, isOpen } = setUp();
    releases.publish('ws_1', { key: 'tapped', clients: true });
    expect([await isOpen('ws_1'), await isOpen('ws_2')]).toEqual([true, false]);
  });

  it('are asked for once a second at most, and once by many at the same time', async () => {
    const { clock, releases, isOpen } = setUp();
    await Promise.all(Array.from({ length: 100 }, () => isOpen('ws_1')));
    clock.advance(999);
    await isOpen('ws_1');
    expect(releases.asked).toEqual(['ws_1']);
  });

  it('are renewed behind when they just grew old', async () => {
    const { clock, releases, isOpen } = setUp();
    await isOpen('ws_1');
    releases.publish('ws_1', { key: 'tapped', clients: true });
    clock.advance(1_000);
    expect(await isOpen('ws_1')).toBe(false);
    await until('the release is known', async () => (await isOpen('ws_1')) === true);
  });

  it('are those of the newest release within two seconds, however long nobody asked', async () => {
    const { clock, releases, isOpen } = setUp();
    releases.publish('ws_1', { key: 'tapped', clients: true });
    await isOpen('ws_1');
    releases.publish('ws_1');
    clock.advance(1_999);
    expect(await isOpen('ws_1')).toBe(false);
  });

  it('go on as they are while the store is away, and are renewed when it is back', async () => {
    const { clock, releases, isOpen } = setUp();
    await isOpen('ws_1');
    releases.isAway = true;
    releases.publish('ws_1', { key: 'tapped', clients: true });
    clock.advance(3_600_000);
    expect(await isOpen('ws_1')).toBe(false);
    const tries = releases.asked.length;
    await isOpen('ws_1');
    expect(releases.asked).toHaveLength(tries);
    releases.isAway = false;
    clock.advance(1_000);
    await until('the release is known', async () => (await isOpen('ws_1')) === true);
  });

  it('are not guessed for a workspace that is not known while the store is away', async () => {
    const { releases, isOpen } = setUp();
    releases.isAway = true;
    expect(await isOpen('ws_1')).toBe('events.types_unavailable');
    releases.isAway = false;
    expect(await isOpen('ws_1')).toBe(false);
  });
});
