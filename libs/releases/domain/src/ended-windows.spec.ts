import type { WindowEdit } from '@laurel/leaderboards-domain';
import type { BoardDraft, ProgramDocument } from './program.js';
import { releaseProgram, toProgramDocument } from './release-program.js';

const ENDED: WindowEdit = { window: '2026-W47', end: '2026-11-18T12:00:00Z' };
const NOW = Date.parse('2026-11-19T00:00:00Z');

const program = (windowEdits?: readonly WindowEdit[], more: Partial<BoardDraft> = {}): ProgramDocument => ({
  stats: [{ key: 'points', aggregation: 'sum' }],
  rules: [],
  leaderboards: [
    {
      ...{ key: 'top', source: { stat: 'points' }, aggregation: 'sum', order: 'desc', windows: [{ kind: 'weekly' }] },
      ...(windowEdits ? { windowEdits } : {}),
      ...more,
    },
  ],
});

/** The edits of a release that follows one with edits. */
function editsAfter(before: ProgramDocument, next: ProgramDocument, publishedAt: number | undefined = NOW) {
  const released = releaseProgram(next, releaseProgram(before, undefined, 1, NOW - 86_400_000), 2, publishedAt);
  return { edits: released.leaderboards[0]?.windowEdits, document: toProgramDocument(released), released };
}

describe('a window that an edit has ended', () => {
  it('stays ended by a release that does not say so', () => {
    expect(editsAfter(program([ENDED]), program()).edits).toEqual([ENDED]);
  });

  it('stays ended as it was by a release that would have it end later', () => {
    const other = { window: '2026-W48', end: '2026-11-25T00:00:00Z' };
    const later = { window: '2026-W47', end: '2026-11-21T00:00:00Z' };

    expect(editsAfter(program([ENDED]), program([later, other])).edits).toEqual([ENDED, other]);
  });

  it('is no change to publish again', () => {
    const { document, released } = editsAfter(program([ENDED]), program());

    expect(releaseProgram(document, released, 3, NOW)).toEqual(released);
  });

  it.each<[string, readonly [WindowEdit], number]>([
    ['that is still to end', [{ window: '2026-W47', end: '2026-11-20T00:00:00Z' }], NOW],
    ['that is closed without the edit by now', [ENDED], Date.parse('2026-11-24T00:00:00Z')],
  ])('is not one %s: there the new release counts', (_, edits, publishedAt) => {
    expect(editsAfter(program(edits), program(), publishedAt).edits).toBeUndefined();
  });

  it('is forgotten with the windows of its kind, and where the board begins anew', () => {
    expect(editsAfter(program([ENDED]), program(undefined, { windows: [{ kind: 'daily' }] })).edits).toBeUndefined();
    expect(editsAfter(program([ENDED]), program(undefined, { order: 'asc' })).edits).toBeUndefined();
  });

  it('ends no sooner than it is published: there are results of the time since', () => {
    expect(editsAfter(program(), program([ENDED])).edits).toEqual([{ ...ENDED, end: '2026-11-19T00:00:00.000Z' }]);
    expect(editsAfter(program(), program([ENDED]), Date.parse('2026-11-24T00:00:00Z')).edits).toEqual([ENDED]);
    expect(releaseProgram(program([ENDED]), undefined, 1, NOW).leaderboards[0]?.windowEdits).toEqual([ENDED]);
  });
});
