import { toIso } from '@laurel/kernel';
import type { EffectTotals, Mover, TopChange, TopRow } from '@laurel/scoring-domain';
import type { ReplayResult } from '@laurel/scoring-feature';
import { type Output, printLine } from '../../terminal/output.js';
import { count, counted, plain, renderTable, signed } from '../../terminal/table.js';
import type { ReplayOptions } from './replay.js';

/** What the events led to and would have led to, for people. */
export function printReplay(output: Output, options: ReplayOptions, result: ReplayResult): void {
  const { from, to, release, workspace } = options;
  const { events, players, releases, before, after, tops, movements } = result;
  printLine(
    output,
    `${workspace}, ${toIso(from)} to ${toIso(to)}: ${counted(events, 'event')} of ${counted(players, 'player')}`,
  );
  if (events === 0) return printLine(output, 'Nothing was recorded with an effect in this time.');
  printLine(output, `decided by release ${releases.join(', ')}; here again by release ${release}`);
  printSums(output, 'RULE', 'times matched', before.hits, after.hits);
  printSums(output, 'CURRENCY', 'paid', before.awarded, after.awarded);
  printSums(output, 'STAT', 'recorded', before.recorded, after.recorded);
  printSums(output, 'REFUSED', 'effects', before.refused, after.refused);
  for (const top of tops) printTop(output, top, options.top);
  for (const { kind, key, gains, losses } of movements) {
    printMovers(output, `would gain most of ${kind} ${key}`, gains);
    printMovers(output, `would lose most of ${kind} ${key}`, losses);
  }
  if (movements.length === 0) printLine(output, '\nNo player would have anything more or less.');
}

/** The same for a machine. */
export const replayJson = ({ from, to, release, workspace }: ReplayOptions, result: ReplayResult) => ({
  workspace,
  from: toIso(from),
  to: toIso(to),
  release,
  releases: result.releases,
  events: result.events,
  players: result.players,
  before: totalsJson(result.before),
  after: totalsJson(result.after),
  leaderboards: result.tops,
  movements: result.movements,
});

const totalsJson = ({ hits, awarded, recorded, refused }: EffectTotals) => ({
  rules: Object.fromEntries(hits),
  currencies: Object.fromEntries(awarded),
  stats: Object.fromEntries(recorded),
  refused: Object.fromEntries(refused),
});

type Sums = ReadonlyMap<string, number>;

function printSums(output: Output, title: string, what: string, before: Sums, after: Sums): void {
  const keys = [...new Set([...before.keys(), ...after.keys()])].sort();
  if (keys.length === 0) return;
  const rows = keys.map((key) => {
    const [was, would] = [before.get(key) ?? 0, after.get(key) ?? 0];
    return [plain(key, 40), count(was), count(would), was === would ? '' : signed(would - was)];
  });
  const columns = [
    { title },
    { title: `${what.toUpperCase()} THEN`, numeric: true },
    { title: 'AGAIN', numeric: true },
    { title: '', numeric: true },
  ];
  printTable(output, columns, rows);
}

function printTop(output: Output, { board, window, before, after }: TopChange, size: number): void {
  const rankThen = new Map(before.map(({ playerId }, index) => [playerId, index + 1]));
  const rows = Array.from({ length: Math.max(before.length, after.length) }, (_, index) => {
    const [was, would] = [before[index], after[index]];
    return [String(index + 1), ...cellsOf(was), ...cellsOf(would), moveOf(would, index + 1, rankThen, size)];
  });
  if (rows.length === 0) return;
  printLine(output, `\n${board}, window ${window}, the first ${size}`);
  const columns = [
    { title: '#', numeric: true },
    { title: 'THEN' },
    { title: 'SCORE', numeric: true },
    { title: 'AGAIN' },
    { title: 'SCORE', numeric: true },
    { title: '' },
  ];
  for (const line of renderTable(columns, rows)) printLine(output, line);
}

const cellsOf = (row: TopRow | undefined): string[] => (row ? [plain(row.playerId, 40), count(row.score)] : ['', '']);

/** Where a row comes from. */
function moveOf(row: TopRow | undefined, rank: number, rankThen: ReadonlyMap<string, number>, size: number): string {
  if (!row) return '';
  const was = rankThen.get(row.playerId);
  if (was === undefined) return `from below ${size}`;
  if (was === rank) return '';
  return was > rank ? `↑ from ${was}` : `↓ from ${was}`;
}

function printMovers(output: Output, what: string, movers: readonly Mover[]): void {
  if (movers.length === 0) return;
  const columns = [
    { title: 'PLAYER' },
    { title: 'THEN', numeric: true },
    { title: 'AGAIN', numeric: true },
    { title: '', numeric: true },
  ];
  const rows = movers.map(({ playerId, before, after }) => [
    plain(playerId, 40),
    count(before),
    count(after),
    signed(after - before),
  ]);
  printLine(output, `\nWho ${what}`);
  for (const line of renderTable(columns, rows)) printLine(output, line);
}

function printTable(output: Output, columns: Parameters<typeof renderTable>[0], rows: readonly string[][]): void {
  printLine(output);
  for (const line of renderTable(columns, rows)) printLine(output, line);
}
