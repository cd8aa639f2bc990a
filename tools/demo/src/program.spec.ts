import {
  type Submission,
  type Ties,
  applySubmission,
  compareEntries,
  findWindow,
  type Entry,
  windowHolds,
  windowsHolding,
  type WindowDefinition,
} from '@laurel/leaderboards-domain';
import { NEW_RULE_PLAYER, type RuleDefinition, compileRules, judge } from '@laurel/rules-domain';
import { releaseProgram, toProgramDocument, validateProgram } from '@laurel/releases-domain';
import document from '../program.json' with { type: 'json' };
import { FINAL_TABLES, type TableRow, readFinalTable, tableDifferences } from './final-table.ts';
import { endOfMatch, seasonEvents } from './match-events.ts';
import { DEMO_BOARD, DEMO_WINDOW, WEEKLY_BOARD, demoProgram } from './program.ts';
import { type Match, type Season, readSeason } from './season.ts';

const rules = compileRules(document.rules as readonly RuleDefinition[]);
const [board] = document.leaderboards.map((each) => ({
  ...each,
  aggregation: 'sum' as const,
  order: 'desc' as const,
  ties: each.ties as Ties,
  windows: each.windows as readonly WindowDefinition[],
}));

/** The table that the engine's own rules and ranking, without its services, make of a season under the demo's program. */
function decide(season: Season): readonly TableRow[] {
  if (!board) throw new Error('the program has no board');
  const entries = new Map<string, Entry>();
  for (const event of seasonEvents(season)) {
    const at = Date.parse(event.occurredAt);
    const { effects } = judge(rules, { ...event, occurredAt: at }, NEW_RULE_PLAYER, at);
    const recorded = (stat: string): number =>
      effects.reduce(
        (sum, effect) => (effect.kind === 'record' && effect.stat === stat ? sum + effect.amount : sum),
        0,
      );
    const submission: Submission = {
      score: recorded(board.source.stat),
      columns: board.ties.columns.map(({ stat }) => recorded(stat)),
      at,
      eventId: event.eventId,
    };
    const applied = applySubmission(board, entries.get(event.playerId), submission);
    if (!applied.ok) throw new Error(applied.error);
    entries.set(event.playerId, applied.value);
  }
  return [...entries]
    .map(([playerId, entry]) => ({ playerId, ...entry }))
    .sort((left, right) => compareEntries(board, left, right))
    .map(({ playerId, score, columns: [goalDifference = 0, goalsFor = 0] }, index) => ({
      rank: index + 1,
      playerId,
      points: score,
      goalDifference,
      goalsFor,
    }));
}

describe('the demo program', () => {
  it('is valid, and reads back from a release as it was published', () => {
    const valid = validateProgram(demoProgram);
    if (!valid.ok) throw new Error(JSON.stringify(valid.error));
    expect(toProgramDocument(releaseProgram(valid.value, undefined, 1))).toEqual(demoProgram);
  });

  it.each(FINAL_TABLES)('makes the published table of %s from its results', async (name) => {
    const table = await readFinalTable(name);
    expect(tableDifferences(decide(await readSeason(table)), table.rows)).toEqual([]);
  });

  it('pays a coin for each goal', async () => {
    const [event] = seasonEvents(await readSeason({ league: 'en.1', season: '2014-15' })).slice(1);
    if (!event) throw new Error('no event');
    const { effects } = judge(rules, { ...event, occurredAt: Date.parse(event.occurredAt) }, NEW_RULE_PLAYER, 0);
    expect(effects.filter(({ kind }) => kind === 'award')).toEqual([
      { kind: 'award', rule: 'goals', currency: 'coins', amount: 2 },
    ]);
  });

  it('has the window in which every match of the season lies', async () => {
    const window = board && findWindow(board, DEMO_WINDOW);
    if (!window) throw new Error('no such window');
    const { matches } = await readSeason({ league: 'en.1', season: '2014-15' });
    expect(matches.filter(({ date }) => !windowHolds(window, Date.parse(date)))).toEqual([]);
  });

  it('has no matchday that lies in two weeks', async () => {
    const weekly = document.leaderboards.find(({ key }) => key === WEEKLY_BOARD);
    if (!weekly) throw new Error('no such board');
    const { matches } = await readSeason({ league: 'en.1', season: '2014-15' });
    const windows = weekly.windows as readonly WindowDefinition[];
    const weekOf = (match: Match) => windowsHolding({ windows }, endOfMatch(match)).map(({ key }) => key);
    const weeks = new Map<number, Set<string>>();
    for (const match of matches) {
      const known = weeks.get(match.matchday) ?? new Set();
      weeks.set(match.matchday, new Set([...known, ...weekOf(match)]));
    }
    expect([...weeks].filter(([, { size }]) => size !== 1)).toEqual([]);
    expect(new Set([...weeks.values()].flatMap((each) => [...each])).size).toBe(36);
  });

  it('is program.json, with the board that the demo watches', () => {
    expect(demoProgram).toEqual(document);
    expect(board?.key).toBe(DEMO_BOARD);
  });
});
