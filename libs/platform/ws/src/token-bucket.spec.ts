import { FakeClock } from '@laurel/testing';
import { TokenBucket } from './token-bucket.js';

describe('a token bucket', () => {
  let clock: FakeClock;
  let bucket: TokenBucket;
  const takeAll = (): number => {
    let taken = 0;
    while (bucket.take()) taken += 1;
    return taken;
  };

  beforeEach(() => {
    clock = new FakeClock(1_000_000);
    bucket = new TokenBucket(10, 30, clock);
  });

  it('gives a burst, and then what time brings', () => {
    expect(takeAll()).toBe(30);
    clock.advance(500);
    expect(takeAll()).toBe(5);
    clock.advance(99);
    expect(takeAll()).toBe(0);
    clock.advance(1);
    expect(takeAll()).toBe(1);
  });

  it('never holds more than its burst', () => {
    clock.advance(3_600_000);
    expect(takeAll()).toBe(30);
  });

  it('gives nothing for a clock that is set back', () => {
    takeAll();
    clock.advance(-60_000);
    expect(takeAll()).toBe(0);
    clock.advance(1_000);
    expect(takeAll()).toBe(10);
  });
});
