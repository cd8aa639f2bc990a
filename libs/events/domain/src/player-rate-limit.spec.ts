import fc from 'fast-check';
import { PlayerRateLimit } from './player-rate-limit.js';

const START_MS = Date.UTC(2014, 7, 16);

describe('the rate limit of a player', () => {
  const takeMany = (limit: PlayerRateLimit, player: string, count: number, nowMs: number): number =>
    Array.from({ length: count }, () => limit.take(player, nowMs)).filter((waitMs) => waitMs === 0).length;

  it('takes a burst at once and no more', () => {
    const limit = new PlayerRateLimit({ perSecond: 100, burstSeconds: 10 });
    expect(takeMany(limit, 'ann', 1_500, START_MS)).toBe(1_000);
  });

  it('says in how many milliseconds the next would be taken, and takes it then', () => {
    const limit = new PlayerRateLimit({ perSecond: 4, burstSeconds: 1 });
    takeMany(limit, 'ann', 4, START_MS);
    expect(limit.take('ann', START_MS + 100)).toBe(150);
    expect(limit.take('ann', START_MS + 250)).toBe(0);
    expect(limit.take('ann', START_MS + 250)).toBe(250);
  });

  it('takes the rate for ever from who does not exceed it', () => {
    const limit = new PlayerRateLimit({ perSecond: 100, burstSeconds: 1 });
    for (let index = 0; index < 10_000; index += 1) expect(limit.take('ann', START_MS + index * 10)).toBe(0);
  });

  it('holds one player back and no other', () => {
    const limit = new PlayerRateLimit({ perSecond: 1, burstSeconds: 1 });
    expect(takeMany(limit, 'ann', 5, START_MS)).toBe(1);
    expect(limit.take('bob', START_MS)).toBe(0);
  });

  it('is not loosened by the change of generations: any second longer than the burst sees no more than burst and rate', () => {
    const gaps = fc.array(fc.integer({ min: 0, max: 700 }), { minLength: 1, maxLength: 300 });
    fc.assert(
      fc.property(gaps, (gapsMs) => {
        const limit = new PlayerRateLimit({ perSecond: 5, burstSeconds: 2 });
        const taken: number[] = [];
        let now = START_MS;
        for (const gap of gapsMs) {
          now += gap;
          if (limit.take('ann', now) === 0) taken.push(now);
        }
        for (const [index, from] of taken.entries()) {
          const inThreeSeconds = taken.slice(index).filter((at) => at < from + 3_000).length;
          expect(inThreeSeconds).toBeLessThanOrEqual(10 + 15);
        }
      }),
    );
  });

  it('remembers two generations of players, however many come', () => {
    const limit = new PlayerRateLimit({ perSecond: 1, burstSeconds: 1 });
    for (let index = 0; index < 450_000; index += 1) limit.take(`player-${index}`, START_MS);
    expect(limit.remembered).toBeLessThanOrEqual(200_000);
    expect(limit.take('player-449999', START_MS)).toBe(1_000);
  });

  it('forgets those whose time has passed', () => {
    const limit = new PlayerRateLimit({ perSecond: 1, burstSeconds: 1 });
    for (let index = 0; index < 1_000; index += 1) limit.take(`player-${index}`, START_MS);
    limit.take('ann', START_MS + 1_000);
    limit.take('ann', START_MS + 2_000);
    expect(limit.remembered).toBe(2);
  });

  it('treats who paused for a burst’s time as one who never came', () => {
    const limit = new PlayerRateLimit({ perSecond: 100, burstSeconds: 10 });
    takeMany(limit, 'ann', 1_000, START_MS);
    expect(takeMany(limit, 'ann', 1_500, START_MS + 10_000)).toBe(1_000);
  });
});
