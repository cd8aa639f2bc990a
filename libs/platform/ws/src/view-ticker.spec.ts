import { systemClock } from '@laurel/kernel';
import { VIEW_PACE, ViewTicker } from './view-ticker.js';

const { tickMs, pollMs } = VIEW_PACE;

describe('a view ticker', () => {
  let times: number[];
  let work: () => Promise<void>;
  let ticker: ViewTicker;

  beforeEach(() => {
    jest.useFakeTimers({ now: 0 });
    times = [];
    work = () => Promise.resolve();
    ticker = new ViewTicker(async () => {
      times.push(Date.now());
      await work();
    }, systemClock);
  });

  afterEach(() => {
    ticker.stop();
    jest.useRealTimers();
  });

  it('ticks at once when woken', async () => {
    ticker.wake();
    await jest.advanceTimersByTimeAsync(0);
    expect(times).toEqual([0]);
  });

  it('ticks at most once in 100 ms, however often it is woken', async () => {
    for (let at = 0; at < 350; at += 10) {
      ticker.wake();
      await jest.advanceTimersByTimeAsync(10);
    }
    expect(times).toEqual([0, 100, 200, 300]);
  });

  it('ticks every second when nothing wakes it', async () => {
    ticker.wake();
    await jest.advanceTimersByTimeAsync(3 * pollMs);
    expect(times).toEqual([0, 1_000, 2_000, 3_000]);
  });

  it('waits for the poll after the view was read by other means, unless woken', async () => {
    ticker.wasRead();
    await jest.advanceTimersByTimeAsync(pollMs - 1);
    expect(times).toEqual([]);
    ticker.wasRead();
    ticker.wake();
    await jest.advanceTimersByTimeAsync(tickMs);
    expect(times).toEqual([pollMs - 1 + tickMs]);
  });

  it('ticks again after a tick during which it was woken, not before', async () => {
    work = () => new Promise((resolve) => setTimeout(resolve, 250));
    ticker.wake();
    await jest.advanceTimersByTimeAsync(10);
    ticker.wake();
    await jest.advanceTimersByTimeAsync(tickMs);
    expect(times).toEqual([0]);
    await jest.advanceTimersByTimeAsync(300);
    expect(times.length).toBe(2);
  });

  it('rests until it is woken, also when it is told so during a tick', async () => {
    work = () => new Promise((resolve) => setTimeout(resolve, 50));
    ticker.wake();
    await jest.advanceTimersByTimeAsync(10);
    ticker.wake();
    ticker.rest();
    await jest.advanceTimersByTimeAsync(3 * pollMs);
    expect(times).toEqual([0]);
    ticker.wake();
    await jest.advanceTimersByTimeAsync(10);
    ticker.rest();
    ticker.wake();
    await jest.advanceTimersByTimeAsync(pollMs);
    expect(times.length).toBe(3);
  });

  it('never ticks once stopped', async () => {
    ticker.wake();
    ticker.stop();
    await jest.advanceTimersByTimeAsync(2 * pollMs);
    ticker.wake();
    await jest.advanceTimersByTimeAsync(2 * pollMs);
    expect(times.length).toBe(0);
  });
});
