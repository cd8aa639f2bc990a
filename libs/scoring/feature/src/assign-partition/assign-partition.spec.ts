import type { CheckpointDocument } from '@laurel/contracts';
import { compareWithLog } from './assign-partition.js';

const committedAt = (offset: number): CheckpointDocument => ({
  _id: 3,
  epoch: 1,
  offset,
  fingerprint: 'of a message',
  decidedAt: 1,
  published: offset,
});

/** An operator let the log go on behind this offset. */
const begunBehind = (offset: number): CheckpointDocument => ({ ...committedAt(offset), epoch: 2, fingerprint: '' });

describe('comparing the checkpoint with the log', () => {
  it.each([
    ['an empty log', undefined, { low: 0, high: 0 }],
    ['a log from its beginning', undefined, { low: 0, high: 9 }],
    ['a log that ends with what is committed', committedAt(8), { low: 0, high: 9 }],
    ['a log that goes on', committedAt(3), { low: 0, high: 9 }],
    ['a log that retention has brought up to what is committed', committedAt(3), { low: 3, high: 9 }],
    ['a log of the very first message', committedAt(0), { low: 0, high: 1 }],
    ['a new epoch at the beginning of the log', begunBehind(-1), { low: 0, high: 5 }],
    ['a new epoch of a log that is still empty', begunBehind(-1), { low: 0, high: 0 }],
    ['a new epoch where retention begins', begunBehind(3), { low: 4, high: 9 }],
  ])('accepts %s', (_, checkpoint, log) => {
    expect(compareWithLog(checkpoint, log)).toBeUndefined();
  });

  it.each([
    [
      'lost its beginning before anything was committed',
      undefined,
      { low: 4, high: 9 },
      /begins at offset 4: events before it are lost/,
    ],
    [
      'ends before what is committed',
      committedAt(9),
      { low: 0, high: 9 },
      /offset 9 is committed, but the log ends at 9: .*recreated/,
    ],
    [
      'holds nothing where a new epoch begins',
      begunBehind(1),
      { low: 4, high: 9 },
      /epoch 2 begins at offset 2, but the log holds 4 to 9/,
    ],
    ['is empty again', committedAt(9), { low: 0, high: 0 }, /recreated/],
    [
      'was emptied by retention just behind what is committed',
      committedAt(8),
      { low: 9, high: 9 },
      /offset 8 is committed/,
    ],
    [
      'begins behind what is committed',
      committedAt(3),
      { low: 4, high: 9 },
      /offset 3 is committed, but the log begins at 4: retention/,
    ],
  ])('refuses a log that %s, with the reason', (_, checkpoint, log, reason) => {
    expect(compareWithLog(checkpoint, log)).toMatch(reason);
  });
});
