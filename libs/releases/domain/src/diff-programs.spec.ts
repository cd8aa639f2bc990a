import fc from 'fast-check';
import { type ProgramDiff, diffPrograms } from './diff-programs.js';
import { diffValues } from './diff-values.js';
import type { BoardDraft, ProgramDocument, StatDraft } from './program.js';
import { releaseProgram } from './release-program.js';

const NOW = Date.parse('2026-06-01T00:00:00Z');
const SEASON = { kind: 'season', key: 's1', start: '2026-01-01T00:00:00Z', end: '2027-01-01T00:00:00Z' } as const;
const PAST = { ...SEASON, key: 's0', start: '2025-01-01T00:00:00Z', end: '2026-01-01T00:00:00Z' } as const;

const stat = (key: string, aggregation: StatDraft['aggregation'] = 'sum'): StatDraft => ({ key, aggregation });
const rule = (key: string, amount = 1) => ({
  key,
  on: ['won'],
  then: [{ effect: 'record' as const, stat: 'points', amount }],
});
const board = (more: Partial<BoardDraft> = {}): BoardDraft => ({
  key: 'top',
  source: { stat: 'points' },
  aggregation: 'sum',
  order: 'desc',
  windows: [{ kind: 'all' }],
  ...more,
});
const program = (more: Partial<ProgramDocument> = {}): ProgramDocument => ({
  stats: [stat('points'), stat('goals')],
  rules: [rule('win'), rule('draw')],
  leaderboards: [board()],
  ...more,
});

function diff(before: ProgramDocument, after: ProgramDocument): ProgramDiff {
  const first = releaseProgram(before, undefined, 1);
  return diffPrograms(first, releaseProgram(after, first, 2), NOW);
}
const consequences = (before: ProgramDocument, after: ProgramDocument) =>
  diff(before, after).consequences.map(({ key, effect, running }) => `${key} ${effect}${running ? ' running' : ''}`);

describe('the difference of two programs', () => {
  it('is nothing when they are the same, though one writes out its defaults', () => {
    const explicit = program({ leaderboards: [board({ ties: { columns: [], then: 'first_to_reach' } })] });

    expect(diff(program(), explicit)).toEqual({ kinds: [], consequences: [] });
  });

  it('names what was added, removed and changed, field by field', () => {
    const after = program({ stats: [stat('points'), stat('matches', 'count')], rules: [rule('win', 3), rule('draw')] });

    expect(diff(program(), after).kinds).toEqual([
      { kind: 'stats', added: [stat('matches', 'count')], removed: [stat('goals')], changed: [], reordered: false },
      {
        kind: 'rules',
        added: [],
        removed: [],
        changed: [{ key: 'win', fields: [{ path: '/then/0/amount', before: 1, after: 3 }] }],
        reordered: false,
      },
    ]);
  });

  it('says that only the order is another', () => {
    expect(diff(program(), program({ rules: [rule('draw'), rule('win')] })).kinds).toEqual([
      { kind: 'rules', added: [], removed: [], changed: [], reordered: true },
    ]);
  });

  it('takes a resource between two others for added, not for another order', () => {
    const after = program({ rules: [rule('win'), rule('cup'), rule('draw')] });

    expect(diff(program(), after).kinds).toMatchObject([{ added: [{ key: 'cup' }], reordered: false }]);
  });

  it('keeps keys apart from what objects have by nature', () => {
    const after = program({ stats: [stat('points'), stat('constructor')] });

    expect(diff(program({ stats: [stat('points')] }), after).kinds).toMatchObject([
      { added: [{ key: 'constructor' }] },
    ]);
  });
});

describe('the consequences of a change', () => {
  it('are none when only rules change', () => {
    expect(consequences(program(), program({ rules: [rule('cup', 9)] }))).toEqual([]);
  });

  it('are that a running leaderboard stands still when the last rule goes that moves it', () => {
    const over = (rules: ProgramDocument['rules']) => program({ rules, leaderboards: [board({ windows: [PAST] })] });

    expect(consequences(program(), program({ rules: [] }))).toEqual(['top stands_still running']);
    expect(consequences(program(), program({ rules: [rule('draw')] }))).toEqual([]);
    expect(consequences(program({ rules: [] }), program({ rules: [] }))).toEqual([]);
    expect(consequences(over([rule('win')]), over([]))).toEqual([]);
  });

  it('of a stat that goes name the running leaderboards that read it, also if they are forgotten in the draft', () => {
    const tied = { columns: [{ stat: 'goals', order: 'desc' as const }] };
    const before = program({
      leaderboards: [board({ ties: tied }), board({ key: 'over', source: { stat: 'goals' }, windows: [PAST] })],
    });

    expect(diff(before, { ...before, stats: [stat('points')] }).consequences[0]).toEqual({
      kind: 'stats',
      key: 'goals',
      effect: 'ends',
      running: true,
      leaderboards: ['top'],
      message: `Every player's "goals" is no longer kept. It is read by "top", running.`,
    });
  });

  it('are that a stat begins anew, and with it the boards that read it', () => {
    const after = program({ stats: [stat('points', 'max'), stat('goals')] });

    expect(consequences(program(), after)).toEqual(['points begins_anew running', 'top begins_anew running']);
  });

  it('say of what begins anew whether it begins with what was recorded', () => {
    const after = program({
      stats: [{ ...stat('points', 'max'), start: 'recorded' }, stat('goals')],
      leaderboards: [board({ start: 'recorded' })],
    });

    expect(diff(program(), after).consequences.map(({ message }) => message)).toEqual([
      `Every player's "points" begins anew, filled from what was recorded before. It is read by "top", running.`,
      'The leaderboard "top" begins anew, filled from what was recorded before, while "all" is running.',
    ]);
  });

  it('are that a stat or a running leaderboard is deleted', () => {
    const after = program({ stats: [stat('points')], leaderboards: [] });

    expect(consequences(program(), after)).toEqual(['goals ends running', 'top ends running']);
    expect(diff(program(), after).consequences[1]?.message).toBe(
      'The leaderboard "top" is deleted, while "all" is running.',
    );
  });

  it('tell a leaderboard whose windows are over from one that is running', () => {
    const over = program({ leaderboards: [board({ windows: [PAST] })] });

    expect(consequences(over, program({ leaderboards: [] }))).toEqual(['top ends']);
  });

  it('are that a window ends, if the leaderboard goes on', () => {
    const before = program({ leaderboards: [board({ windows: [{ kind: 'all' }, PAST, SEASON] })] });

    expect(consequences(before, program())).toEqual(['top window_ends', 'top window_ends running']);
    expect(consequences(program(), before)).toEqual([]);
  });
});

describe('the places where two values differ', () => {
  it('are none exactly when they are equal', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.jsonValue(), (one, other) => {
        const same = JSON.stringify(sorted(one)) === JSON.stringify(sorted(other));

        expect(diffValues(one, structuredClone(one))).toEqual([]);
        expect(diffValues(one, other).length === 0).toBe(same);
      }),
    );
  });

  it('are JSON pointers, also into names that hold what pointers are made of', () => {
    expect(diffValues({ 'a/b~c': [1, 2] }, { 'a/b~c': [1] })).toEqual([{ path: '/a~1b~0c/1', before: 2 }]);
  });

  it('tell a list from an object', () => {
    expect(diffValues([1], { 0: 1 })).toEqual([{ path: '', before: [1], after: { 0: 1 } }]);
  });
});

/** With the members of every object in the order of their names; JSON knows no -0. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).map(([name, inner]) => [name, sorted(inner)] as const);
  return Object.fromEntries(entries.sort(([one], [other]) => (one < other ? -1 : 1)));
}
