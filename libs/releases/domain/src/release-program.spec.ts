import type { RuleDefinition } from '@laurel/rules-domain';
import fc from 'fast-check';
import { needsBackfill } from './backfill.js';
import type { BoardDraft, ProgramDocument, ReleasedProgram, StatDraft } from './program.js';
import { releaseProgram, toProgramDocument } from './release-program.js';

const stat = (key: string, aggregation: StatDraft['aggregation'] = 'sum'): StatDraft => ({ key, aggregation });

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
  rules: [],
  leaderboards: [board()],
  ...more,
});

/** Publishes programs one after the other; the last release. */
function publish(...programs: ProgramDocument[]): ReleasedProgram {
  const released = programs.reduce<ReleasedProgram | undefined>(
    (previous, document, index) => releaseProgram(document, previous, index + 1),
    undefined,
  );
  if (!released) throw new Error('nothing was published');
  return released;
}

const boardIncarnations = (...programs: ProgramDocument[]) =>
  publish(...programs).leaderboards.map(({ key, incarnation }) => `${key}@${incarnation}`);
const statIncarnations = (...programs: ProgramDocument[]) =>
  publish(...programs).stats.map(({ key, incarnation }) => `${key}@${incarnation}`);

describe('a release', () => {
  it('writes out what the operator left to defaults', () => {
    expect(publish(program()).leaderboards).toEqual([
      {
        key: 'top',
        incarnation: 1,
        source: { stat: 'points' },
        aggregation: 'sum',
        order: 'desc',
        ties: { columns: [], then: 'first_to_reach' },
        windows: [{ kind: 'all' }],
      },
    ]);
  });

  it('gives a stat another incarnation with another scale, and leaves out one of 0', () => {
    const scaled = (scale: number) => program({ stats: [{ ...stat('points'), scale }, stat('goals')] });

    expect(publish(program(), scaled(0)).stats[0]).toEqual({ key: 'points', aggregation: 'sum', incarnation: 1 });
    expect(publish(program(), scaled(2)).stats[0]).toMatchObject({ scale: 2, incarnation: 2 });
    expect(statIncarnations(program(), scaled(2), scaled(2))).toEqual(['points@2', 'goals@1']);
    expect(boardIncarnations(program(), scaled(2), scaled(3))).toEqual(['top@3']);
  });

  it('keeps the incarnation of what did not change', () => {
    expect(boardIncarnations(program(), program(), program())).toEqual(['top@1']);
    expect(statIncarnations(program(), program(), program())).toEqual(['points@1', 'goals@1']);
  });

  it('takes a default that is written out for the same', () => {
    const explicit = program({ leaderboards: [board({ ties: { columns: [], then: 'first_to_reach' } })] });

    expect(boardIncarnations(program(), explicit)).toEqual(['top@1']);
  });

  it('begins a stat anew when its aggregation changes, and back again does not revive the first', () => {
    const max = program({ stats: [stat('points', 'max'), stat('goals')] });

    expect(statIncarnations(program(), max)).toEqual(['points@2', 'goals@1']);
    expect(statIncarnations(program(), max, program())).toEqual(['points@3', 'goals@1']);
  });

  it.each<[string, Partial<BoardDraft>]>([
    ['another source', { source: { stat: 'goals' } }],
    ['another aggregation', { aggregation: 'best' }],
    ['another order', { order: 'asc' }],
    ['a tie column more', { ties: { columns: [{ stat: 'goals', order: 'desc' }] } }],
    ['shared ranks', { ties: { then: 'shared' } }],
    ['bounds of its score', { source: { stat: 'points', bounds: { min: 0, max: 9 } } }],
  ])('begins a board anew when it gets %s', (_, change) => {
    expect(boardIncarnations(program(), program({ leaderboards: [board(change)] }))).toEqual(['top@2']);
  });

  it('begins a board anew when a tie column changes its order', () => {
    const tied = (order: 'asc' | 'desc') =>
      program({ leaderboards: [board({ ties: { columns: [{ stat: 'goals', order }] } })] });

    expect(boardIncarnations(tied('asc'), tied('desc'))).toEqual(['top@2']);
  });

  it('begins a board anew when a stat that it reads does: its entries would be made of two meanings', () => {
    const tied = board({ ties: { columns: [{ stat: 'goals', order: 'desc' }] } });
    const counted = (key: string) =>
      [stat('points'), stat('goals')].map((s) => (s.key === key ? stat(key, 'count') : s));
    const before = program({ leaderboards: [tied] });

    expect(boardIncarnations(before, program({ leaderboards: [tied], stats: counted('points') }))).toEqual(['top@2']);
    expect(boardIncarnations(before, program({ leaderboards: [tied], stats: counted('goals') }))).toEqual(['top@2']);
    expect(boardIncarnations(program(), program({ stats: counted('goals') }))).toEqual(['top@1']);
  });

  it('does not begin a board anew for other windows: those that stay keep their entries', () => {
    const seasons = board({
      windows: [
        { kind: 'all' },
        { kind: 'season', key: 's1', start: '2014-08-01T00:00:00Z', end: '2015-06-01T00:00:00Z' },
      ],
    });

    expect(boardIncarnations(program(), program({ leaderboards: [seasons] }))).toEqual(['top@1']);
  });

  it('begins a board anew when declared bounds change: ranks are written by them', () => {
    const bounded = (max: number) =>
      program({
        leaderboards: [board({ ties: { columns: [{ stat: 'goals', order: 'desc', bounds: { min: 0, max } }] } })],
      });

    expect(boardIncarnations(bounded(9), bounded(9))).toEqual(['top@1']);
    expect(boardIncarnations(bounded(9), bounded(10))).toEqual(['top@2']);
  });

  it('begins a board anew when a season moves: what it has collected is of another time', () => {
    const until = (end: string) =>
      program({
        leaderboards: [board({ windows: [{ kind: 'season', key: 's1', start: '2014-08-01T00:00:00Z', end }] })],
      });
    const before = until('2015-06-01T00:00:00Z');

    expect(boardIncarnations(before, until('2015-06-01T02:00:00+02:00'))).toEqual(['top@1']);
    expect(boardIncarnations(before, until('2015-06-02T00:00:00Z'))).toEqual(['top@2']);
  });

  it.each<[string, BoardDraft['windows'][number]]>([
    ['a year', { kind: 'yearly' }],
    ['a year of another zone', { kind: 'yearly', timeZone: 'Asia/Tokyo' }],
  ])('begins a board anew when a season is called as %s was, or the other way round', (_, recurring) => {
    const season = { kind: 'season', key: '2026', start: '2026-03-01T00:00:00Z', end: '2026-12-01T00:00:00Z' } as const;
    const [years, seasons] = [[recurring], [season]].map((windows) => program({ leaderboards: [board({ windows })] }));

    expect(years && seasons && boardIncarnations(years, seasons)).toEqual(['top@2']);
    expect(years && seasons && boardIncarnations(seasons, years)).toEqual(['top@2']);
    expect(years && boardIncarnations(years, years)).toEqual(['top@1']);
  });

  it('keeps the incarnation of what is only to begin in another way, and needs no filling then', () => {
    const filled = program({
      stats: [{ ...stat('points'), start: 'recorded' }],
      leaderboards: [board({ start: 'recorded' })],
    });

    expect(statIncarnations(program(), filled)).toEqual(['points@1']);
    expect(boardIncarnations(program(), filled)).toEqual(['top@1']);
    expect(needsBackfill(publish(program(), filled), 2)).toBe(false);
  });

  it('needs filling where something begins with it that is to begin with what was recorded', () => {
    const changed = { ...board({ aggregation: 'best' }), start: 'recorded' as const };
    const added = { ...stat('goals', 'max'), start: 'recorded' as const };

    expect(needsBackfill(publish(program(), program({ leaderboards: [changed] })), 2)).toBe(true);
    expect(needsBackfill(publish(program(), program({ stats: [stat('points'), added] })), 2)).toBe(true);
    expect(needsBackfill(publish(program(), program({ leaderboards: [board({ aggregation: 'best' })] })), 2)).toBe(
      false,
    );
    expect(needsBackfill(publish(program({ leaderboards: [changed] })), 1)).toBe(false);
  });

  it('leaves out that something begins empty', () => {
    const drafts = program({
      stats: [{ ...stat('points'), start: 'empty' }],
      leaderboards: [board({ start: 'empty' })],
    });

    expect(JSON.stringify(publish(drafts))).not.toContain('start');
  });

  it('never revives what was deleted', () => {
    const without = program({ stats: [stat('goals')], leaderboards: [] });

    expect(boardIncarnations(program(), without, program())).toEqual(['top@3']);
    expect(statIncarnations(program(), without, program())).toEqual(['points@3', 'goals@1']);
  });

  it('of its own program again changes nothing', () => {
    const draft = fc.record({
      stats: fc.constant([stat('points'), stat('goals', 'count')]),
      rules: fc.constant([]),
      leaderboards: fc.uniqueArray(
        fc.record({
          key: fc.constantFrom('a', 'b', 'constructor', 'to_string'),
          source: fc.constantFrom(
            { stat: 'points' },
            { stat: 'goals' },
            { stat: 'goals', bounds: { min: -1, max: 5 } },
          ),
          aggregation: fc.constantFrom('sum' as const, 'best' as const, 'last' as const),
          order: fc.constantFrom('asc' as const, 'desc' as const),
          ties: fc.constantFrom(
            undefined,
            {},
            { columns: [{ stat: 'goals', order: 'asc' as const }] },
            { then: 'shared' as const },
          ),
          windows: fc.constant([{ kind: 'all' as const }]),
        }),
        { selector: ({ key }) => key },
      ),
    });
    fc.assert(
      fc.property(fc.array(draft, { minLength: 1, maxLength: 4 }), (drafts) => {
        const released = publish(...(drafts as ProgramDocument[]));

        expect(releaseProgram(toProgramDocument(released), released, drafts.length + 1)).toEqual(released);
      }),
    );
  });
});

describe('the incarnation of a rule', () => {
  const rule = (more: Partial<RuleDefinition> = {}): RuleDefinition => ({
    key: 'win',
    on: ['won'],
    then: [{ effect: 'record', stat: 'points', amount: 3 }],
    ...more,
  });
  const limited = rule({ limits: [{ per: 'day', times: 1 }] });
  const incarnations = (...rules: RuleDefinition[][]) =>
    publish(...rules.map((each) => program({ rules: each }))).rules.map(({ incarnation }) => incarnation);

  it('is there where the rule keeps something of each player, or is for the first of them', () => {
    expect(incarnations([rule()])).toEqual([undefined]);
    for (const more of [
      { cooldownSeconds: 5 },
      { firstPlayers: 9 },
      { when: { not: { first_time: 'match' as const } } },
      limited,
    ]) {
      expect(incarnations([rule(more)])).toEqual([1]);
    }
  });

  it('stays while it does, whatever else of it changes', () => {
    expect(incarnations([limited], [rule({ limits: [{ per: 'week', times: 9 }], cooldownSeconds: 5 })])).toEqual([1]);
  });

  it('begins anew where the rule comes back, or begins to count again', () => {
    expect(incarnations([limited], [], [limited])).toEqual([3]);
    expect(incarnations([limited], [rule()], [limited])).toEqual([3]);
  });

  it('is not part of what an operator reads', () => {
    expect(toProgramDocument(publish(program({ rules: [limited] }))).rules).toEqual([limited]);
  });
});
