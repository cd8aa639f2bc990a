import type { BoardDefinition } from '@laurel/leaderboards-domain';
import type { Condition } from '@laurel/rules-domain';
import { needsBackfill } from './backfill.js';
import type { BoardDraft, ProgramDocument, ReleasedProgram } from './program.js';
import { releaseProgram, toProgramDocument } from './release-program.js';

const COUNTRIES: BoardDefinition['splits'] = [{ key: 'country', attributes: ['country'] }];
const VETERANS: BoardDefinition['splits'] = [{ key: 'veterans', segment: 'veterans' }];

const board = (splits: BoardDefinition['splits'], more: Partial<BoardDraft> = {}): BoardDraft => ({
  ...{ key: 'top', source: { stat: 'points' }, aggregation: 'sum', order: 'desc', windows: [{ kind: 'all' }] },
  ...(splits ? { splits } : {}),
  ...more,
});

const played = (value: number): Condition => ({ stat: 'games', op: 'gte', value });

const program = (draft: BoardDraft, more: Partial<ProgramDocument> = {}): ProgramDocument => ({
  stats: [
    { key: 'points', aggregation: 'sum' },
    { key: 'games', aggregation: 'sum' },
  ],
  rules: [],
  leaderboards: [draft],
  segments: [{ key: 'veterans', when: played(100) }],
  ...more,
});

/** Releases these one after the other: since when each divides its board, and whether it places players anew. */
function released(...documents: readonly ProgramDocument[]) {
  let previous: ReleasedProgram | undefined;
  return documents.map((document, index) => {
    previous = releaseProgram(document, previous, index + 1);
    return [previous.leaderboards[0]?.splitsSince, needsBackfill(previous, index + 1)];
  });
}

describe('the release that divides a board', () => {
  it('is none where the board began so, and so it stays', () => {
    const divided = program(board(COUNTRIES));
    expect(released(divided, divided)).toEqual([
      [undefined, false],
      [undefined, false],
    ]);
  });

  it('places those anew who were there before: with a first division, another one, and one that comes back', () => {
    const [plain, countries, veterans] = [undefined, COUNTRIES, VETERANS].map((splits) => program(board(splits)));
    if (!plain || !countries || !veterans) throw new Error('there are three');
    expect(released(plain, countries, countries, veterans, plain, veterans)).toEqual([
      [undefined, false],
      [2, true],
      [2, false],
      [4, true],
      [undefined, false],
      [6, true],
    ]);
  });

  it('is one that changes whom a segment has: its condition, or a stat of it that begins anew', () => {
    const veterans = program(board(VETERANS));
    const stricter = program(board(VETERANS), { segments: [{ key: 'veterans', when: played(200) }] });
    const anew = program(board(VETERANS), {
      stats: [
        { key: 'points', aggregation: 'sum' },
        { key: 'games', aggregation: 'max' },
      ],
      segments: stricter.segments ?? [],
    });
    expect(released(veterans, stricter, anew)).toEqual([
      [undefined, false],
      [2, true],
      [3, true],
    ]);
  });

  it('is none for a segment that another board is divided by, or for its name', () => {
    const renamed = [{ key: 'veterans', name: 'Old hands', when: played(100) }];
    const other = program(board(COUNTRIES), { segments: [{ key: 'veterans', when: played(200) }] });
    expect(released(program(board(COUNTRIES)), other)[1]).toEqual([undefined, false]);
    expect(released(program(board(VETERANS)), program(board(VETERANS), { segments: renamed }))[1]).toEqual([
      undefined,
      false,
    ]);
  });

  it('is none where the board begins anew with it: nobody is there', () => {
    const anew = program(board(COUNTRIES, { order: 'asc' }));
    expect(released(program(board(undefined)), anew)[1]).toEqual([undefined, false]);
  });

  it('is nothing that an operator writes', () => {
    const first = releaseProgram(program(board(undefined)), undefined, 1);
    const second = releaseProgram(program(board(COUNTRIES)), first, 2);
    expect(toProgramDocument(second).leaderboards[0]).not.toHaveProperty('splitsSince');
  });
});
