import type { LivePosition } from '@laurel/contracts';
import { defineError } from '@laurel/kernel';
import { KeepingOutlet } from '@laurel/testing';
import fc from 'fast-check';
import { encodeFrame } from './encode-frame.js';
import { WatchedRun } from './watched-run.js';

describe('a watched run', () => {
  let total: number;
  let run: WatchedRun;
  let outlet: KeepingOutlet;

  beforeEach(() => {
    total = 0;
    run = new WatchedRun('board', (at) =>
      encodeFrame({
        ...at,
        type: 'snapshot',
        subscription: 'board',
        topic: 'board',
        window: 'all',
        total,
        entries: [],
      }),
    );
    outlet = new KeepingOutlet();
  });

  const change = (by = 1): void => {
    total += by;
    const delta = { type: 'delta', subscription: 'board', changed: [], removed: [], total } as const;
    run.push((at) => encodeFrame({ ...delta, ...at }));
  };
  /** Where the last frame of an outlet is. */
  const seen = (frames: readonly unknown[]): LivePosition => {
    const { epoch, seq } = frames.at(-1) as LivePosition;
    return { epoch, seq };
  };

  it('begins for everyone with a snapshot, in the answer to who asked', () => {
    run.join(outlet, { answerTo: 'mine' });
    expect(outlet.take()).toEqual([]);
    run.restart();
    change();
    expect(outlet.take()).toMatchObject([
      { type: 'snapshot', id: 'mine', seq: 1, total: 0 },
      { type: 'delta', seq: 2, total: 1 },
    ]);
  });

  it('is encoded once for all who watch', () => {
    const outlets = Array.from({ length: 5 }, () => new KeepingOutlet());
    run.restart();
    for (const each of outlets) run.join(each, {});
    change();
    expect(new Set(outlets.flatMap(({ bytes }) => bytes)).size).toBe(2);
  });

  it('goes on for who comes back with what it saw last', () => {
    run.restart();
    run.join(outlet, {});
    change();
    const after = seen(outlet.take());
    run.leave(outlet);
    change();
    change();
    run.join(outlet, { answerTo: 'again', after });
    expect(outlet.take()).toMatchObject([
      { type: 'resumed', id: 'again', subscription: 'board', ...after },
      { type: 'delta', seq: 3 },
      { type: 'delta', seq: 4, total: 3 },
    ]);
  });

  it('begins anew for who saw another run', () => {
    run.restart();
    run.join(outlet, { after: { epoch: 'of another instance', seq: 1 } });
    expect(outlet.take()).toMatchObject([{ type: 'snapshot', seq: 1 }]);
    run.restart();
    expect(outlet.take()).toMatchObject([{ type: 'snapshot', seq: 1 }]);
  });

  it('skips changes for who reads too slowly, and makes them good by a snapshot', () => {
    run.restart();
    run.join(outlet, {});
    outlet.take();
    outlet.isSlow = true;
    change();
    change();
    expect(outlet.take()).toEqual([]);
    outlet.isSlow = false;
    run.settle();
    expect(outlet.take()).toMatchObject([{ type: 'snapshot', seq: 3, total: 2 }]);
  });

  it('answers who joins later with what comes next', () => {
    run.restart();
    change();
    run.joinLater(outlet, {});
    expect(outlet.take()).toEqual([]);
    change();
    expect(outlet.take()).toMatchObject([{ type: 'snapshot', seq: 3, total: 2 }]);
  });

  it('announces a restart before its snapshot, to who was there, also to who reads too slowly', () => {
    const [slow, slower, late] = [new KeepingOutlet(), new KeepingOutlet(), new KeepingOutlet()];
    const announcement = encodeFrame({ type: 'unsubscribed', subscription: 'stands for any frame' });
    run.restart();
    for (const each of [outlet, slow, slower]) run.join(each, {});
    slower.isSlow = true;
    change();
    slow.isSlow = true;
    for (const each of [outlet, slow, slower]) each.take();
    run.joinLater(late, {});
    run.restart(announcement);
    slow.isSlow = false;
    slower.isSlow = false;
    run.settle();
    const told = [{ type: 'unsubscribed' }, { type: 'snapshot', seq: 1 }];
    for (const each of [outlet, slow, slower]) expect(each.take()).toMatchObject(told);
    expect(late.take()).toMatchObject([{ type: 'snapshot', seq: 1 }]);
  });

  it('resumes with less when much waits already: a snapshot where that is smaller', () => {
    run.restart();
    run.join(outlet, {});
    const after = seen(outlet.take());
    for (let count = 0; count < 9; count += 1) change();
    outlet.take();
    outlet.isSlow = true;
    run.join(outlet, { after });
    expect(outlet.take()).toMatchObject([{ type: 'snapshot', seq: 10 }]);
    run.join(outlet, { after: { ...after, seq: 9 } });
    expect(outlet.take()).toMatchObject([{ type: 'resumed', seq: 9 }, { seq: 10 }]);
  });

  it('ends for everyone, saying why', () => {
    run.join(outlet, {});
    run.end(defineError('live.gone', 'not_found', 'Gone')('It is gone.'));
    expect(outlet.ended).toMatchObject([{ subscription: 'board', error: { code: 'live.gone' } }]);
    expect(run.isWatched).toBe(false);
  });

  it('leads to the same state wherever a watcher was cut off', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(9), { maxLength: 300 }), fc.nat(300), (changes, cut) => {
        const watcher = new KeepingOutlet();
        run.restart();
        run.join(watcher, {});
        changes.slice(0, cut).forEach(change);
        const before = watcher.take();
        run.leave(watcher);
        changes.slice(cut).forEach(change);
        run.join(watcher, { after: seen(before) });
        const [first, ...rest] = watcher.take();
        const last = rest.at(-1) ?? (first?.type === 'snapshot' ? first : before.at(-1));
        expect(last).toMatchObject({ total });
        expect(first?.type === 'snapshot' ? rest : []).toEqual([]);
        run.leave(watcher);
      }),
      { numRuns: 50 },
    );
  });
});
