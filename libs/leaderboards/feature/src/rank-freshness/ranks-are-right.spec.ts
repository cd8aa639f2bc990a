import type { Position } from '@laurel/contracts';
import type { ProjectedPositions } from './positions.js';
import { type CommittedSnapshot, ranksAreRight, withSnapshot } from './ranks-are-right.js';

const NOW = 1_700_000_000_000;

/** What MongoDB said this long ago: offsets by partition. */
const committed = (agoMs: number, offsets: Readonly<Record<number, number>>): CommittedSnapshot => ({
  at: NOW - agoMs,
  positions: new Map(Object.entries(offsets).map(([partition, offset]) => [Number(partition), { epoch: 1, offset }])),
});

const projected = (marks: Readonly<Record<number, number | 'repairing'>>): ProjectedPositions => ({
  partitions: new Map(
    Object.entries(marks).map(([partition, mark]): [number, Position | 'repairing'] => [
      Number(partition),
      mark === 'repairing' ? mark : { epoch: 1, offset: mark },
    ]),
  ),
  asOf: NOW,
});

describe('ranks are right', () => {
  it.each([
    ['on a board that never had an entry', [committed(0, {})], projected({})],
    ['when every partition is where it is committed', [committed(0, { 0: 5, 3: 9 })], projected({ 0: 5, 3: 9 })],
    ['when Redis is ahead of what MongoDB said a moment ago', [committed(900, { 0: 5 })], projected({ 0: 7 })],
    ['while what was committed just now is on its way', [committed(0, { 0: 9 })], projected({ 0: 5 })],
    [
      'while what was committed less than two seconds ago is on its way',
      [committed(1_999, { 0: 9 }), committed(999, { 0: 9 })],
      projected({ 0: 5 }),
    ],
    [
      'while a partition’s first change of the board is on its way',
      [committed(1_500, { 0: 5 }), committed(500, { 0: 5, 1: 1 })],
      projected({ 0: 5 }),
    ],
  ])('%s', (_when, history, marks) => {
    expect(ranksAreRight(history, marks, NOW)).toBe(true);
  });

  it.each([
    ['when Redis was emptied', [committed(0, { 0: 5 })], projected({})],
    ['when one partition is missing', [committed(0, { 0: 5, 1: 1 })], projected({ 0: 5 })],
    [
      'when a missing partition has changed the board for long',
      [committed(2_000, {}), committed(0, { 0: 5 })],
      projected({}),
    ],
    ['while a partition is being repaired', [committed(0, { 0: 5 })], projected({ 0: 'repairing' })],
    [
      'while a partition that MongoDB does not name is being repaired',
      [committed(0, {})],
      projected({ 4: 'repairing' }),
    ],
    [
      'when what was committed two seconds ago is still not there',
      [committed(2_000, { 0: 9 }), committed(500, { 0: 12 })],
      projected({ 0: 5 }),
    ],
    ['when the last snapshot is old and Redis is behind it', [committed(30_000, { 0: 9 })], projected({ 0: 8 })],
  ])('not %s', (_when, history, marks) => {
    expect(ranksAreRight(history, marks, NOW)).toBe(false);
  });
});

describe('the history', () => {
  const agesOf = (history: readonly CommittedSnapshot[]): number[] => history.map(({ at }) => NOW - at);

  it('keeps the last two seconds and the one before', () => {
    const history = [4_000, 3_000, 1_900, 1_000].map((ago) => committed(ago, {}));
    expect(agesOf(withSnapshot(history, committed(0, {})))).toEqual([3_000, 1_900, 1_000, 0]);
  });

  it('begins with the first snapshot', () => {
    expect(agesOf(withSnapshot([], committed(0, {})))).toEqual([0]);
  });
});
