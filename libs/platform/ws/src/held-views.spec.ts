import { HELD_MS, type HeldView, HeldViews } from './held-views.js';

class FakeView implements HeldView {
  isWatched = false;
  readonly calls: string[] = [];

  rest(): void {
    this.calls.push('rest');
  }

  stop(): void {
    this.calls.push('stop');
  }
}

describe('held views', () => {
  let watched: number;
  let dropped: FakeView[];
  let held: HeldViews<FakeView>;

  beforeEach(() => {
    jest.useFakeTimers();
    watched = 0;
    dropped = [];
    held = new HeldViews({ counted: (count) => (watched = count), dropped: (view) => dropped.push(view) });
  });

  afterEach(() => {
    held.stop();
    jest.useRealTimers();
  });

  const get = (name: string): FakeView => held.get(name, () => new FakeView());
  const watch = (name: string, isWatched = true): FakeView => {
    const view = get(name);
    view.isWatched = isWatched;
    held.settle(name, view);
    return view;
  };

  it('are one for each name, and counted while they are watched', () => {
    expect(watch('a')).toBe(watch('a'));
    watch('b');
    expect(watched).toBe(2);
    watch('b', false);
    expect(watched).toBe(1);
  });

  it('rest while nobody watches, and are the same when somebody comes back in time', () => {
    const view = watch('a');
    watch('a', false);
    jest.advanceTimersByTime(HELD_MS - 1);
    expect(view.calls).not.toContain('stop');
    expect(watch('a')).toBe(view);
    jest.advanceTimersByTime(HELD_MS);
    expect([view.calls, dropped, watched]).toEqual([['rest', 'rest'], [], 1]);
  });

  it('are stopped and given up after half a minute without anybody', () => {
    const view = watch('a');
    watch('a', false);
    jest.advanceTimersByTime(HELD_MS);
    expect([view.calls.at(-1), dropped, watched]).toEqual(['stop', [view], 0]);
    expect(get('a')).not.toBe(view);
  });

  it('are given up also when nobody ever came', () => {
    const view = get('a');
    jest.advanceTimersByTime(HELD_MS);
    expect(dropped).toEqual([view]);
  });

  it('stay while somebody is about to watch, however long that takes', () => {
    const view = get('a');
    view.isWatched = true;
    jest.advanceTimersByTime(HELD_MS);
    expect(dropped).toEqual([]);
    expect(get('a')).toBe(view);
  });

  it('rest a thousand at a time: the one that rested longest goes', () => {
    const views = Array.from({ length: 1_001 }, (_, index) => watch(String(index)));
    views.forEach((_, index) => watch(String(index), false));
    expect(dropped).toEqual([views[0]]);
  });

  it('that were dropped leave those that took their place alone', () => {
    const first = watch('a');
    held.drop('a', first);
    const second = watch('a');
    first.isWatched = false;
    held.settle('a', first);
    held.drop('a', first);
    expect([get('a'), dropped, watched]).toEqual([second, [first], 1]);
  });

  it('leave no timer behind when the process ends', () => {
    get('a');
    expect(jest.getTimerCount()).toBe(1);
    held.stop();
    expect(jest.getTimerCount()).toBe(0);
  });
});
