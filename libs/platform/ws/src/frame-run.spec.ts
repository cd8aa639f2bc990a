import type { LivePosition } from '@laurel/contracts';
import fc from 'fast-check';
import { FrameRun } from './frame-run.js';

const frameOf = ({ epoch, seq }: LivePosition): Buffer => Buffer.from(`${epoch}:${seq}`);
const told = (frames: readonly Buffer[] | undefined): readonly string[] | undefined => frames?.map(String);

describe('a run of frames', () => {
  let epochs: number;
  const aRun = (frames = 256, bytes = 262_144): FrameRun =>
    new FrameRun({ frames, bytes }, () => {
      epochs += 1;
      return `e${epochs}`;
    });

  beforeEach(() => (epochs = 0));

  it('numbers its changes from the snapshot on, which is 1', () => {
    const run = aRun();
    expect(run.position).toEqual({ epoch: 'e1', seq: 1 });
    expect(String(run.push(frameOf))).toBe('e1:2');
    expect(run.position).toEqual({ epoch: 'e1', seq: 2 });
  });

  it('gives who comes back what came after, and nothing to who has seen all', () => {
    const run = aRun();
    for (let count = 0; count < 3; count += 1) run.push(frameOf);
    expect(told(run.after({ epoch: 'e1', seq: 2 }))).toEqual(['e1:3', 'e1:4']);
    expect(told(run.after({ epoch: 'e1', seq: 4 }))).toEqual([]);
  });

  it.each([
    ['of another run', { epoch: 'e0', seq: 2 }],
    ['ahead of the run', { epoch: 'e1', seq: 4 }],
    ['before its snapshot', { epoch: 'e1', seq: 0 }],
    ['between two changes', { epoch: 'e1', seq: 1.5 }],
  ])('leads nowhere from a position %s', (_what, position) => {
    const run = aRun();
    run.push(frameOf);
    run.push(frameOf);
    expect(run.after(position)).toBeUndefined();
  });

  it('forgets what it held when another begins', () => {
    const run = aRun();
    run.push(frameOf);
    expect(run.restart()).toEqual({ epoch: 'e2', seq: 1 });
    expect(run.after({ epoch: 'e1', seq: 2 })).toBeUndefined();
    expect(told(run.after({ epoch: 'e2', seq: 1 }))).toEqual([]);
  });

  it('holds so many frames and so many bytes at most', () => {
    const byCount = aRun(2);
    const byBytes = aRun(256, 10);
    for (let count = 0; count < 3; count += 1) {
      byCount.push(frameOf);
      byBytes.push(() => Buffer.alloc(5));
    }
    expect(byCount.after({ epoch: 'e1', seq: 1 })).toBeUndefined();
    expect(told(byCount.after({ epoch: 'e1', seq: 2 }))).toEqual(['e1:3', 'e1:4']);
    expect(byBytes.after({ epoch: 'e2', seq: 1 })).toBeUndefined();
    expect(byBytes.after({ epoch: 'e2', seq: 2 })).toHaveLength(2);
  });

  it('gives all that is missing or nothing, from any cut of any run', () => {
    const sizes = fc.array(fc.integer({ min: 1, max: 40 }), { maxLength: 60 });
    fc.assert(
      fc.property(sizes, fc.nat({ max: 61 }), fc.integer({ min: 1, max: 20 }), (bytes, seen, frames) => {
        const run = new FrameRun({ frames, bytes: 300 }, () => 'e');
        const sent = bytes.map((size, index) => run.push(() => Buffer.alloc(size, index)));
        const gap = run.after({ epoch: 'e', seq: seen + 1 });
        if (gap) expect(gap).toEqual(sent.slice(seen));
        else expect(seen > sent.length || mustBeGone(sent.slice(seen), frames)).toBe(true);
      }),
    );
  });
});

const mustBeGone = (missing: readonly Buffer[], frames: number): boolean =>
  missing.length > frames || missing.reduce((sum, { length }) => sum + length, 0) > 300;
